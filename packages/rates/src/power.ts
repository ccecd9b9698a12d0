import {
  type Factor,
  INFERENCE_WORK,
  listed,
  type NamedFactor,
  productGsd,
  type ResolvedAccelerator,
  type Run,
  Z_90,
} from '@ml-emissions/model';
import { amountFactor } from './amount.ts';
import { coefficient } from './coefficient.ts';
import { defaultFactor, derived } from './default.ts';
import { type MachineAccelerator, ownMachine } from './machine.ts';
import { minimumMaximum } from './methods/cloud-carbon-footprint.ts';
import { MOST_CHIPS } from './place.ts';
import type { Question } from './question.ts';

/** What is known of one kind of accelerator before its power. */
interface Known {
  readonly at: string;
  readonly place: number;
  readonly label: string;
  readonly rated: Factor | null;
}

type Power = Pick<ResolvedAccelerator, 'power' | 'powerRung'>;

/**
 * Mean power of one accelerator, W, by the best rung that the method reads and the run has:
 * metered > TDP x measured share > TDP x the usual share of the work > TDP.
 *
 * Source: docs/method.md, section 2; shares of rated power in `data/defaults.csv`.
 */
export function powerOf(question: Question, one: MachineAccelerator, known: Known): Power {
  for (const rung of question.method.ladders.power) {
    const power = RUNGS[rung](question, one, known);
    if (power) {
      const isShare = rung === 'minimum-maximum' && one.hardware.utilisation !== undefined;
      const powerRung = rung === 'minimum-maximum' ? (isShare ? 'utilisation' : 'typical') : rung;
      return { power, powerRung };
    }
  }
  return { power: null, powerRung: 'tdp' };
}

type Rung = Question['method']['ladders']['power'][number];

const RUNGS: Readonly<
  Record<
    Rung,
    (question: Question, one: MachineAccelerator, known: Known) => readonly NamedFactor[] | null
  >
> = { measured, utilisation, typical, tdp: rated, 'minimum-maximum': minimumMaximum };

const fieldOf = ({ place }: Known) => `/hardware/${place}/powerW`;

function measured(
  { keyOf }: Question,
  { hardware: { powerW }, index }: MachineAccelerator,
  known: Known,
): NamedFactor[] | null {
  if (powerW === undefined) return null;
  const field = `/hardware/${index}/powerW`;
  const factor = amountFactor(powerW, keyOf(field), {
    said: { code: 'of-chip', chip: known.label, what: { code: 'mean-as-measured' } },
    isMeasured: true,
  });
  const quantity = { of: field, per: 1 };
  return [listed(`power${known.at}`, 'W', factor, { field: fieldOf(known), quantity })];
}

function utilisation(
  question: Question,
  one: MachineAccelerator,
  known: Known,
): NamedFactor[] | null {
  const share = one.hardware.utilisation;
  if (share === undefined) return null;
  const field = `/hardware/${one.index}/utilisation`;
  const factor = amountFactor(share, question.keyOf(field), {
    said: { code: 'mean-over-tdp' },
    isMeasured: true,
  });
  return shareOf(question, one, known, factor, { of: field, per: 1 });
}

function typical(question: Question, one: MachineAccelerator, known: Known): NamedFactor[] | null {
  const share = typicalUtilisation(question, one);
  return share && shareOf(question, one, known, share, null);
}

function shareOf(
  question: Question,
  one: MachineAccelerator,
  known: Known,
  factor: Factor,
  quantity: NamedFactor['quantity'],
): NamedFactor[] | null {
  const tdp = rated(question, one, known);
  const about = { field: fieldOf(known), quantity };
  return tdp && [...tdp, listed(`utilisation${known.at}`, '1', factor, about)];
}

function rated(_: Question, __: MachineAccelerator, known: Known): NamedFactor[] | null {
  const tdp = known.rated;
  if (!tdp) return null;
  const said = tdp.said && ({ code: 'of-chip', chip: known.label, what: tdp.said } as const);
  return [listed(`tdp${known.at}`, 'W', { ...tdp, said }, { field: fieldOf(known) })];
}

/** Generations of TPU, whose rated power says little about their mean. */
const TPU_SHARES: readonly (readonly [id: RegExp, share: string])[] = [
  [/^tpu-v[23]$/, 'utilisation.tpu-v2-v3'],
  [/^tpu-v4$/, 'utilisation.tpu-v4'],
  [/^tpu-v/, 'utilisation.tpu-v5-and-later'],
];

/** Work whose usual power is another where one person asks. */
const OF_ONE_USER: ReadonlySet<Run['work']> = new Set(['vision-inference', 'llm-inference']);

/** Scenarios that keep no batch on the chips. */
const NO_BATCH: ReadonlySet<Run['scenario']> = new Set(['single-stream', 'multi-stream']);

/** The default's id for the kind of work, how its requests come, the accelerator and the site. */
function shareId({ edition, run, machine }: Question, { row }: MachineAccelerator): string {
  const { work, scenario } = run;
  const isAnswering = scenario !== undefined || INFERENCE_WORK.has(work);
  const ofScenario = `utilisation.${scenario ?? 'any-scenario'}`;
  const hasScenarios = isAnswering && edition.defaultById.has('utilisation.any-scenario');
  if (hasScenarios && NO_BATCH.has(scenario)) return ofScenario;
  const tpu = row && TPU_SHARES.find(([id]) => id.test(row.id));
  if (tpu) return tpu[1];
  if (hasScenarios && scenario !== undefined) return `utilisation.${work ?? 'inference'}`;
  if (hasScenarios && !ownMachine(machine)) return ofScenario;
  const kind = `utilisation.${run.work ?? 'other'}`;
  // At home one person asks at a time; a server's batches keep it busier.
  return ownMachine(machine) && OF_ONE_USER.has(run.work) ? `${kind}-own-machine` : kind;
}

/**
 * The usual mean power / TDP; each doubling of the nodes lowers it and makes it less sure:
 *
 *     share = usual x per-doubling ^ log2(nodes)
 *
 * Source: Fernandez et al. 2025; `data/defaults.csv`, `utilisation.*`.
 */
function typicalUtilisation(question: Question, one: MachineAccelerator): Factor | null {
  const { edition, run } = question;
  const id = shareId(question, one);
  const said = {
    code: 'usual-for-work',
    work: run.work ?? null,
    ...(id === `utilisation.${run.scenario ?? 'any-scenario'}` || run.scenario !== undefined
      ? { scenario: run.scenario ?? null }
      : {}),
  } as const;
  const usual = defaultFactor(edition, id, said);
  const ofWork = run.work === 'llm-training' ? '-llm-training' : '';
  const doubling = edition.defaultById.get(`utilisation.per-doubling-of-nodes${ofWork}`);
  const { nodes } = run;
  if (!usual || usual.gsd === null || !doubling) return usual;
  if (question.isPerChip) return onUnknownNodes(question, usual, doubling);
  if (nodes === undefined || nodes <= 1) return usual;
  const doublings = Math.log2(nodes);
  return {
    ...derived(usual.value * doubling.value ** doublings, usual, {
      code: 'less-on-nodes',
      usual: said,
      share: usual.value,
      nodes,
      doubling: doubling.value,
    }),
    gsd: productGsd([usual.gsd, (doubling.gsd ?? 1) ** doublings]),
  };
}

/**
 * Chips that nobody counted may be on one node or on many: the share stays, and it is as unsure as on the most nodes,
 * and by how much these lower it.
 */
function onUnknownNodes(
  { edition }: Question,
  usual: Factor,
  doubling: { readonly value: number; readonly gsd: number | null },
): Factor {
  const most = Math.log2(MOST_CHIPS / coefficient(edition, 'server.modules-per-server'));
  const lowered = doubling.value ** (-most / Z_90);
  return { ...usual, gsd: productGsd([usual.gsd ?? 1, (doubling.gsd ?? 1) ** most, lowered]) };
}
