import type { Editions } from '@ml-emissions/data';
import {
  type EstimateResult,
  INFERENCE_WORK,
  type Quantity,
  type ReceiptStep,
  type Run,
  WORK_KINDS,
} from '@ml-emissions/model';
import { resultOf } from '../estimate/estimate.ts';
import { type PreparedRun, prepare, prepareInput } from '../prepare.ts';

/** Another value that a factor could have had, and what it would make of the run. */
export interface OtherValue {
  /** What the value is of: a kind of work or of site, `none`, `all`, `lowest`, `highest`, or '' for one of several. */
  readonly of: string;
  readonly value: number;
  readonly sourceId: string | null;
  /** What the run as written would say instead. */
  readonly changes: Changes;
  readonly operationalKgCo2e: Quantity;
  /** Operational and embodied. */
  readonly totalKgCo2e: Quantity;
}

type Changes = Readonly<Record<string, unknown>>;

interface Candidate {
  readonly of: string;
  readonly changes: Changes;
  /** Where the value is from, where the receipt of the changed run can only say that it is given. */
  readonly sourceId?: string | undefined;
}

const WITHOUT_PLACES = { alternatives: false };
const SITES = ['hyperscale', 'colocation', 'own-cluster', 'desktop'] as const;
/** Service lives that others count with, and who. */
const SERVICE_LIVES = [
  { years: 3, sourceId: 'ecologits-llm' },
  { years: 4, sourceId: 'ccf-method' },
  { years: 6, sourceId: 'useful-life' },
] as const;

/**
 * Other values for one line of a receipt: what the tables hold for other kinds of work or site, the figures that are
 * in use for a chip, and the ends that people argue for. Each is a run of its own, estimated as any other.
 *
 * @param editions those at hand
 * @param run from `parseRun`
 * @param step a line of its receipt, as `tdp` or `utilisation-2`
 * @returns those that make a valid run and another value; [] for steps that are computed
 * Errors: none for a run from `parseRun`.
 */
export function otherValues(editions: Editions, run: Run, step: string): OtherValue[] {
  const prepared = prepare(editions, run);
  const own = stepOf(resultOf(prepared, WITHOUT_PLACES), step)?.value;
  const seen = new Set([own]);
  return candidates(prepared, step).flatMap(({ of, changes, sourceId: from }) => {
    const changed = prepareInput(editions, { ...run, ...changes });
    if (!changed.ok) return [];
    const { receipt, operational, total } = resultOf(changed.prepared, WITHOUT_PLACES);
    // A factor that counts for nothing has no line of its own.
    const line = receipt.find((one) => one.step === step);
    const value = line?.value ?? (step === 'overhead' ? 1 : 0);
    if (seen.has(value)) return [];
    seen.add(value);
    const quantities = { operationalKgCo2e: operational.kgCo2e, totalKgCo2e: total.kgCo2e };
    return [{ of, value, sourceId: line?.sourceId ?? from ?? null, changes, ...quantities }];
  });
}

const stepOf = ({ receipt }: EstimateResult, step: string): ReceiptStep | undefined =>
  receipt.find((one) => one.step === step);

function candidates(prepared: PreparedRun, step: string): Candidate[] {
  const { run, edition } = prepared;
  const [name = step, at] = step.split(/-(?=\d+$)/);
  const index = at === undefined ? 0 : Number(at) - 1;
  switch (name) {
    case 'utilisation':
      return otherWork(run, index);
    case 'tdp':
      return figuresInUse(prepared, index);
    case 'pue':
      return SITES.flatMap((site) => {
        const row = edition.defaultById.get(`pue.${site}`);
        return row ? [{ of: site, changes: { pue: row.value }, sourceId: row.sourceIds[0] }] : [];
      });
    case 'overhead':
      return [{ of: 'none', changes: { overheadFactor: 1 } }];
    case 'host-share':
    case 'host-power':
      return [{ of: 'none', changes: { host: { powerW: 0 } } }];
    case 'service-life':
      return SERVICE_LIVES.map(({ years, sourceId }) => ({
        of: '',
        changes: { embodied: { ...run.embodied, serviceLifeYears: years } },
        sourceId,
      }));
    case 'average-use':
      return [{ of: 'all', changes: { embodied: { ...run.embodied, averageUse: 1 } } }];
    default:
      return [];
  }
}

/** Each kind of work in turn, and a chip that draws its rated power throughout. */
function otherWork(run: Run, index: number): Candidate[] {
  const isTold = run.hardware.some(({ utilisation }) => utilisation !== undefined);
  const untold = isTold
    ? { hardware: run.hardware.map(({ utilisation: _, ...more }) => more) }
    : {};
  const flatOut = run.hardware.map((one, at) => (at === index ? { ...one, utilisation: 1 } : one));
  return [
    ...WORK_KINDS.filter((work) => run.scenario === undefined || INFERENCE_WORK.has(work)).map(
      (work) => ({ of: work, changes: { work, ...untold } }),
    ),
    ...(run.hardware.length > 0 ? [{ of: 'all', changes: { hardware: flatOut } }] : []),
  ];
}

/** The lowest and highest rated power that people use for a listed GPU. */
function figuresInUse({ run, edition }: PreparedRun, index: number): Candidate[] {
  const accelerator = run.hardware[index]?.accelerator;
  const row = typeof accelerator === 'string' ? edition.acceleratorById.get(accelerator) : null;
  // A chip described by hand is taken for a GPU, so another kind would change by more than its rating.
  if (row?.kind !== 'gpu') return [];
  const { name, tdpMinW, tdpMaxW, embodiedKgCo2e, sourceId } = row;
  const described = (tdpW: number) => ({
    name,
    tdpW,
    ...(embodiedKgCo2e ? { embodiedKgCo2e } : {}),
  });
  const changed = (tdpW: number) =>
    run.hardware.map((one, at) => (at === index ? { ...one, accelerator: described(tdpW) } : one));
  return [
    { of: 'lowest', tdpW: tdpMinW },
    { of: 'highest', tdpW: tdpMaxW },
  ].flatMap(({ of, tdpW }) =>
    tdpW ? [{ of, changes: { hardware: changed(tdpW) }, sourceId }] : [],
  );
}
