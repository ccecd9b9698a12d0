import { type Case, type Library, numberIn, readCases, said } from './cases.ts';
import { type Prediction, type Score, scoreOf } from './meter.ts';

/** A published training, and what a plan says of its chip-hours. */
interface PlannedCase {
  readonly model: string;
  readonly kind: string;
  readonly accelerator: string;
  readonly chipHours: Prediction;
  readonly mfu: number;
}

/** Published trainings that tell what is known before a run, planned. */
export interface Prerun {
  readonly scores: readonly Score[];
  readonly cases: readonly PlannedCase[];
  /** Those that do not tell their arithmetic. */
  readonly leftOut: readonly string[];
}

/** What differs in usual speed, by the start of a chip's name; mixtures of experts are a class of their own. */
const CLASSES = [
  ['A100', /A100/],
  ['Hopper and Blackwell', /H100|H200|H800|B200/],
  ['TPU', /^TPU/],
  ['other chips', /./],
] as const;

/** Kinds of model that say how tokens pass through them. */
const ARCHITECTURES: Readonly<Record<string, string>> = {
  'encoder-decoder': 'encoder-decoder',
  'moe-lm': 'mixture-of-experts',
};

/** Plans each published training by what was known before it. */
export function validatePrerun(library: Library): Prerun {
  const rows = readCases('prerun');
  const planned = rows.map((row) => ({ row, found: plannedCase(library, row) }));
  const cases = planned.flatMap(({ found }) => found ?? []);
  const classOf = ({ kind, accelerator }: PlannedCase) =>
    kind === 'moe-lm'
      ? 'mixtures of experts'
      : (CLASSES.find(([, named]) => named.test(accelerator))?.[0] ?? '');
  const names = [...CLASSES.map(([name]) => name), 'mixtures of experts'];
  const score = (name: string, some: readonly PlannedCase[]) =>
    scoreOf(
      name,
      some.map(({ chipHours }) => chipHours),
    );
  return {
    scores: [
      ...names.map((name) =>
        score(
          name,
          cases.filter((one) => classOf(one) === name),
        ),
      ),
      score('all', cases),
    ],
    cases,
    leftOut: planned.filter(({ found }) => !found).map(({ row }) => row.model ?? ''),
  };
}

function plannedCase({ parseRun, estimate }: Library, row: Case): PlannedCase | null {
  const { accelerator = '', kind = '', model = '' } = row;
  const measured = numberIn(row, 'chip_hours');
  const flop = numberIn(row, 'flop_published');
  const parameters = numberIn(row, 'parameters');
  const activeParameters = numberIn(row, 'active_parameters');
  const tokens = numberIn(row, 'tokens');
  if (measured === undefined) return null;
  if (flop === undefined && ((parameters ?? activeParameters) === undefined || !tokens))
    return null;
  const parsed = parseRun({
    model: said({
      parameters,
      activeParameters,
      tokens,
      flop,
      architecture: ARCHITECTURES[kind],
    }),
    ...said({ precision: row.precision === 'fp8' ? 'fp8' : undefined }),
    hardware: [{ accelerator }],
    carbonIntensityGPerKwh: 0,
  });
  if (!parsed.ok) throw new Error(`${model}: ${parsed.problems[0].message}`);
  const { plan } = estimate(parsed.run, { receipt: false, alternatives: false });
  if (!plan) throw new Error(`${model}: not planned`);
  const { value, low = value, high = value } = plan.deviceHours;
  const atFull = plan.flop === null ? Number.NaN : value * (plan.mfu?.value ?? Number.NaN);
  return {
    model,
    kind,
    accelerator,
    chipHours: { measured, value, low, high, hours: atFull, others: {} },
    mfu: atFull / measured,
  };
}
