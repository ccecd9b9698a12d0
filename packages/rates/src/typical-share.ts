import {
  type Factor,
  INFERENCE_WORK,
  log2,
  pow,
  productGsd,
  type Run,
  Z_90,
} from '@ml-emissions/model';
import { widened } from './amount.ts';
import { coefficient } from './coefficient.ts';
import { defaultFactor, derived } from './default.ts';
import { byRequests } from './few-requests.ts';
import { type MachineAccelerator, ownMachine } from './machine.ts';
import { MOST_CHIPS } from './place.ts';
import type { Question } from './question.ts';
import { bySize } from './share-by-size.ts';

/** Generations of TPU, whose rated power says little about their mean. */
const TPU_SHARES: readonly (readonly [id: RegExp, share: string])[] = [
  [/^tpu-v[23]$/, 'utilisation.tpu-v2-v3'],
  [/^tpu-v4$/, 'utilisation.tpu-v4'],
  [/^tpu-v/, 'utilisation.tpu-v5-and-later'],
];

/** Scenarios that keep no batch on the chips. */
const NO_BATCH: ReadonlySet<Run['scenario']> = new Set(['single-stream', 'multi-stream']);

/** Forms of accelerators that servers are built around; recommenders keep them busier than single cards. */
const MODULES: ReadonlySet<string> = new Set(['sxm', 'oam', 'superchip']);

/** The default's id for the kind of work, how its requests come, the accelerator and the site. */
function shareId({ edition, run, machine }: Question, { row }: MachineAccelerator): string {
  const { work, scenario } = run;
  const isAnswering = scenario !== undefined || INFERENCE_WORK.has(work);
  const ofScenario = `utilisation.${scenario ?? 'any-scenario'}`;
  const hasScenarios = isAnswering && edition.defaultById.has('utilisation.any-scenario');
  // At home one person asks at a time; a server's batches keep it busier.
  const ofOne = `utilisation.${work ?? 'inference'}-own-machine`;
  const isOfOne = isAnswering && ownMachine(machine) && edition.defaultById.has(ofOne);
  // Whole boards of a few tens of watts are busy with one request already.
  const onEdge = `${ofScenario}-edge`;
  const isEdge = row?.segment === 'edge' && edition.defaultById.has(onEdge);
  if (hasScenarios && isEdge) return onEdge;
  if (hasScenarios && NO_BATCH.has(scenario)) return isOfOne ? ofOne : ofScenario;
  const tpu = row && TPU_SHARES.find(([id]) => id.test(row.id));
  if (tpu) return tpu[1];
  const isBatched = scenario !== undefined && !NO_BATCH.has(scenario);
  if (hasScenarios && isBatched) return `utilisation.${work ?? 'inference'}`;
  if (hasScenarios && !ownMachine(machine)) return ofScenario;
  const kind = `utilisation.${work ?? 'other'}`;
  const onCard = `${kind}-card`;
  if (edition.defaultById.has(onCard) && !MODULES.has(row?.formFactor ?? '')) return onCard;
  return isOfOne ? ofOne : kind;
}

/**
 * The usual mean power / TDP; each doubling of the nodes lowers it and makes it less sure:
 *
 *     share = usual x per-doubling ^ log2(nodes)
 *
 * Source: Fernandez et al. 2025; `data/defaults.csv`, `utilisation.*`.
 *
 * @param question the run and its edition
 * @param one the accelerator
 * @returns null where the edition has no default for it
 * Errors: none.
 */
export function typicalShare(question: Question, one: MachineAccelerator): Factor | null {
  const { edition, run } = question;
  const usual = usualShare(question, one);
  const ofWork = run.work === 'llm-training' ? '-llm-training' : '';
  const doubling = edition.defaultById.get(`utilisation.per-doubling-of-nodes${ofWork}`);
  const { nodes } = run;
  if (!usual || usual.gsd === null || !doubling) return usual;
  if (question.isPerChip) return onUnknownNodes(question, usual, doubling);
  if (nodes === undefined || nodes <= 1) return usual;
  const doublings = log2(nodes);
  const lower = derived(usual.value * pow(doubling.value, doublings), usual, {
    code: 'less-on-nodes',
    usual: usual.said,
    share: usual.value,
    nodes,
    doubling: doubling.value,
  });
  return widened(lower, { gsd: pow(doubling.gsd ?? 1, doublings) });
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
  const most = log2(MOST_CHIPS / coefficient(edition, 'server.modules-per-server'));
  const lowered = pow(doubling.value, -most / Z_90);
  return widened(usual, { gsd: productGsd([pow(doubling.gsd ?? 1, most), lowered]) });
}

/** The usual share on one node: between two scenarios where a few requests at a time are told. */
const usualShare = (question: Question, one: MachineAccelerator): Factor | null =>
  byRequests(question.run, (run) => shareOfWork({ ...question, run }, one));

/** By the size of the model where that says more than the kind of work. */
function shareOfWork(question: Question, one: MachineAccelerator): Factor | null {
  const { edition, run } = question;
  const { scenario, work } = run;
  const id = shareId(question, one);
  const isOfScenario = scenario !== undefined || id === 'utilisation.any-scenario';
  const usual = defaultFactor(edition, id, {
    code: 'usual-for-work',
    work: work ?? null,
    ...(isOfScenario ? { scenario: scenario ?? null } : {}),
  });
  if (!usual) return null;
  if (id === `utilisation.${work}`) return bySize(question, usual);
  // A TPU has a share of its own, whatever runs on it; in inference it may answer one request at a time.
  const isOfTpu = TPU_SHARES.some(([, share]) => share === id);
  return isOfTpu && scenario === undefined && INFERENCE_WORK.has(work)
    ? toOneRequest(question, usual)
    : usual;
}

/** A share whose lower end reaches the usual one of one request at a time. */
function toOneRequest({ edition }: Question, usual: Factor): Factor {
  const least = defaultFactor(edition, 'utilisation.single-stream');
  const { value, gsd, gsdUp = gsd } = usual;
  if (!least || gsd === null || gsdUp === null) return usual;
  const down = pow(value / least.value, 1 / Z_90);
  return down > gsd ? { ...usual, gsd: down, gsdUp } : usual;
}
