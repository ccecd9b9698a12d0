import { type Calculator, modelKey, type RunInput } from '@ml-emissions/calculator';
import type { Figure, MethodName, Run } from '@ml-emissions/model';
import { type RateRow, type Slower, shapedBy, shapeOf, slowed } from '@ml-emissions/rates';
import { type ChipPower, chipPowerOf, unmetered } from './chip-power.ts';
import { folded } from './folded.ts';

/** What runs of a template fall into shapes by. */
export interface Frame {
  readonly template: number;
  /** Whether each number of chips is a shape of its own. */
  readonly hasOwnCounts: boolean;
  /** Whether each number of chips up to `most` is one, too. */
  readonly hasOwnFew: boolean;
  /** Above so many chips all are one shape. */
  readonly most: number;
}

/** A shape that jobs of a ledger have, with its rates. */
export interface PricedShape {
  readonly template: number;
  /** Which of the template's shapes: a number of chips that makes it. */
  readonly kind: number;
  readonly row: RateRow;
  /** Runs of one model have the same; '' where none is told. */
  readonly model: string;
  readonly accelerator: string | null;
  readonly zone: string | null;
  readonly place: string;
  readonly phase: string;
  /** How good the power is that it rests on. */
  readonly rung: string;
  /** What the mean power of a chip tells of its load; null where nothing does. */
  readonly chipPower: ChipPower | null;
}

/** Rungs that rest on a meter. */
export const MEASURED = ['metered-energy', 'measured'] as const;

/** How jobs are priced. */
export interface Terms {
  /** What the run of each shape is asked to be instead; as it is by default. */
  readonly changed?: (
    run: Run,
    template: number,
  ) => { readonly run: Run; readonly slower: readonly Slower[] };
  readonly edition?: string | undefined;
  readonly method?: MethodName | undefined;
}

/** Asks the model about templates. */
export interface Shapes {
  /** How jobs of a template fall into shapes; or why it cannot be priced. */
  readonly frameOf: (template: number, run: string) => Frame | { readonly problem: string };
  /** The rates of one of its shapes; or why it has none. */
  readonly shapeOf: (
    frame: Frame,
    run: string,
    kind: number,
  ) => PricedShape | { readonly problem: string };
}

/** No count is above it: DuckDB, Trino and Spark read it alike. */
const NO_LIMIT = 1e18;

/** @param terms the edition whose facts count, and the method; the current one and `full` where they are not told */
export function createShapes(calculator: Calculator, terms: Terms): Shapes {
  const { changed = (run: Run) => ({ run, slower: [] }) } = terms;
  const parse = (run: string, count?: number) => parseTemplate(calculator, run, terms, count);
  return {
    frameOf(template, run) {
      const parsed = parse(run);
      if (!parsed.ok) return { problem: parsed.problems[0].message };
      const { run: there } = changed(parsed.run, template);
      const { counts, kinds } = shapedBy(there);
      const isOne = there.hardware.length === 1;
      return {
        template,
        hasOwnCounts: counts && isOne,
        hasOwnFew: kinds !== null && kinds.own > 1,
        most: kinds?.most ?? NO_LIMIT,
      };
    },
    shapeOf({ template }, run, kind) {
      const parsed = parse(run, kind);
      if (!parsed.ok) return { problem: parsed.problems[0].message };
      const { run: there, slower } = changed(parsed.run, template);
      const all = calculator.ratesOf(shapeOf(there));
      const row = all && withFigures(all);
      if (!row) return { problem: withoutRates(there) };
      const bare = unmetered(calculator, { ...JSON.parse(run), edition: parsed.run.edition });
      return {
        template,
        kind,
        row: slowed(folded(row, there), slower),
        chipPower: bare && chipPowerOf(bare),
        ...aboutOf(calculator, there),
      };
    },
  };
}

/** Figures that a ledger tells, of the dozen that a run has: of 100,000 shapes all of them do not fit into memory. */
const FIGURES: readonly Figure[] = [
  'energyKwh',
  'operationalKgCo2e',
  'embodiedKgCo2e',
  'totalKgCo2e',
];

const withFigures = (row: RateRow): RateRow => ({
  ...row,
  figures: Object.fromEntries(
    FIGURES.flatMap((name) => (row.figures[name] ? [[name, row.figures[name]]] : [])),
  ),
});

/**
 * A template as a run.
 *
 * @param run its JSON
 * @param count of its chips, where it has one kind of them
 */
export function parseTemplate(
  calculator: Calculator,
  run: string,
  { edition, method }: Pick<Terms, 'edition' | 'method'>,
  count?: number,
) {
  const written = JSON.parse(run) as Written;
  const [only, ...others] = written.hardware ?? [];
  const isCounted = count !== undefined && only && others.length === 0;
  return calculator.parseRun({
    ...written,
    ...(isCounted ? { hardware: [{ ...only, count }] } : {}),
    ...(edition === undefined ? {} : { edition }),
    ...(method === undefined ? {} : { method }),
  } as RunInput);
}

const withoutRates = ({ method, service }: Run): string =>
  service
    ? 'a service is counted by what it answers, and has no rates'
    : `${method} rounds on its way, and has no rates`;

interface Written {
  readonly hardware?: readonly object[];
}

function aboutOf(calculator: Calculator, run: Run) {
  const { resolved, machine } = calculator.prepare(run);
  const chips = machine.accelerators.map(({ row, hardware: { accelerator } }) =>
    typeof accelerator === 'string' ? (row?.id ?? accelerator) : accelerator.name,
  );
  const { place, phase } = run;
  return {
    model: modelKey(run),
    accelerator: chips.length > 0 ? chips.join(' + ') : null,
    zone: resolved.carbonIntensity.factor.zone,
    place: place ? Object.values(place).join(' ') : 'given intensity',
    phase: phase ?? 'not told',
    rung: resolved.rungs.power,
  };
}
