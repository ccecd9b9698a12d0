import type { Amount } from '@ml-emissions/model';
import type { PROJECT_FIELDS } from './project.ts';
import type { RUN_FIELDS } from './run.ts';

/** As a user writes it, or as it is once its shape holds: defaults filled in, durations in hours. */
type Side = 'written' | 'parsed';

/** A number, a text that says one with its unit (`0.3 kW`, `2d4h`), or either with its 90 % range. */
export type WrittenAmount =
  | number
  | string
  | {
      readonly value: number | string;
      readonly low: number | string;
      readonly high: number | string;
    };

/** The value of a field that holds no others, by the kind of its row. */
interface Values<S extends Side> {
  readonly amount: S extends 'written' ? WrittenAmount : Amount;
  readonly share: S extends 'written' ? WrittenAmount : Amount;
  readonly number: S extends 'written' ? number | string : number;
  readonly integer: S extends 'written' ? number | string : number;
  readonly fraction: S extends 'written' ? number | string : number;
  readonly duration: S extends 'written' ? WrittenAmount : Amount;
  readonly text: string;
  readonly id: string;
  readonly instant: string;
  readonly version: 1;
  readonly boolean: boolean;
  readonly 'field-name': string;
  readonly run: S extends 'written' ? RunInput : Readonly<Record<string, unknown>>;
}

/** `/host/cpu` below `/host` is `cpu`; what is not right below is none. */
type NameBelow<At extends string, Path> = Path extends `${At}/${infer Name}`
  ? Name extends `${string}/${string}`
    ? never
    : Name
  : never;

/** The name below `At` where the field is always there, or where it may be left out. */
type Present<Row, S extends Side, Name> = Row extends
  | { readonly isRequired: true }
  | (S extends 'parsed' ? { readonly default: unknown } : never)
  ? Name
  : never;
type Absent<Row, S extends Side, Name> = Present<Row, S, Name> extends never ? Name : never;

/** A parser may leave `undefined` where a user leaves the field out; what a user writes as empty says nothing. */
type OrNone<S extends Side> = S extends 'parsed' ? undefined : undefined | null;

/** One object type instead of several: so that editors show its fields. */
type Flat<T> = { [Name in keyof T]: T[Name] };

type ObjectAt<R, At extends string, S extends Side> = Flat<
  {
    readonly [Path in keyof R as Present<R[Path], S, NameBelow<At, Path>>]: ValueAt<R, Path, S>;
  } & {
    readonly [Path in keyof R as Absent<R[Path], S, NameBelow<At, Path>>]?:
      | ValueAt<R, Path, S>
      | OrNone<S>;
  }
>;

type ValueAt<R, Path, S extends Side> = Path extends keyof R & string
  ? R[Path] extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
    ? Choice
    : R[Path] extends { readonly kind: 'object' }
      ? ObjectAt<R, Path, S>
      : R[Path] extends { readonly kind: 'id-or-object' }
        ? string | ObjectAt<R, Path, S>
        : R[Path] extends { readonly kind: 'list' }
          ? readonly ValueAt<R, `${Path}/*`, S>[]
          : R[Path] extends { readonly kind: infer Kind extends keyof Values<S> }
            ? Values<S>[Kind]
            : never
  : never;

/** One piece of computation as a user writes it; `RUN_FIELDS` says what each field means. An empty value (null) says nothing. */
export interface RunInput extends ObjectAt<typeof RUN_FIELDS, '', 'written'> {}

/** Several runs that belong together; `PROJECT_FIELDS` says what each field means. */
export interface ProjectInput extends ObjectAt<typeof PROJECT_FIELDS, '', 'written'> {}

/** A run as written: shapes and bounds hold, ids are not looked up yet. */
export interface Draft extends ObjectAt<typeof RUN_FIELDS, '', 'parsed'> {}

/** A project as written: shapes hold, its runs are not parsed yet. */
export interface ProjectShape extends ObjectAt<typeof PROJECT_FIELDS, '', 'parsed'> {}
