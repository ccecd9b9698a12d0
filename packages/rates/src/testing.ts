import { createEdition, type Edition, type Facts, type Machines } from '@ml-emissions/data';
import { editions } from '@ml-emissions/data/full';
import {
  type HostLoad,
  type MethodName,
  methods,
  type NamedFactor,
  type ResolvedRun,
  type Run,
} from '@ml-emissions/model';
import { type KeyOf, ownKeys } from './question.ts';
import { resolve } from './resolve.ts';

export function editionNamed(id: string): Edition {
  const edition = editions.get(id);
  if (!edition) throw new Error(`no edition ${id}`);
  return edition;
}

/** The current edition, whole. */
export const current = editionNamed(editions.current);
/** The paper's: it has no defaults. */
export const paper = editionNamed('2019-paper');

/** The current edition with some of its facts exchanged, under another id. */
export function editionWith(
  facts: Partial<Facts>,
  {
    machines,
    id = '2026.0-test',
  }: { readonly machines?: Partial<Machines>; readonly id?: string } = {},
): Edition {
  return createEdition({
    id,
    hash: `hash of ${id}`,
    hasPastYears: true,
    facts: { ...current, ...facts },
    machines: () => ({ ...current.machines, ...machines }),
  });
}

/** The defaults of the current edition but for some values; `null` leaves one out. */
export function defaultsBut(
  changes: Readonly<Record<string, { readonly value?: number; readonly gsd?: number } | null>>,
): Pick<Facts, 'defaults'> {
  const defaults = current.defaults.flatMap((row) => {
    const change = changes[row.id];
    return change === null ? [] : [{ ...row, ...change }];
  });
  return { defaults };
}

/** What a test tells of a run; `undefined` takes a field away. */
export type Told = { readonly [Field in keyof Run]?: Run[Field] | undefined };

/** A run whose names are resolved: one hour on a grid of 100 g/kWh unless told otherwise. */
export function runOf(over: Told): Run {
  const run = {
    schemaVersion: 1,
    hardware: [],
    hours: 1,
    method: 'full',
    edition: current.id,
    ...(over.place ? {} : { carbonIntensityGPerKwh: 100 }),
    ...over,
  };
  const said = Object.entries(run).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as Run;
}

/** The factors of a run by its method, or by another. */
export function resolved(
  over: Told,
  edition: Edition = current,
  { method, keyOf = ownKeys }: { readonly method?: MethodName; readonly keyOf?: KeyOf } = {},
): ResolvedRun {
  const run = runOf(over);
  return resolve(edition, run, methods[method ?? run.method], keyOf).run;
}

/** The product of some factors. */
export const productOf = (factors: readonly NamedFactor[] | null): number =>
  (factors ?? []).reduce((product, { factor }) => product * factor.value, 1);

/** W (or kWh) of each load of a host by its name. */
export const loadsOf = (loads: readonly HostLoad[]): Readonly<Record<string, number>> =>
  Object.fromEntries(loads.map(({ name, product }) => [name, productOf(product)]));

/** The factor of a name in a product; throws where there is none. */
export function factorIn(factors: readonly NamedFactor[] | null | undefined, name: string) {
  const found = factors?.find((one) => one.name === name);
  if (!found) throw new Error(`no factor ${name}`);
  return found;
}
