import type { Accelerator, Edition } from '@ml-emissions/data';
import { type Factor, given, listed, type NamedFactor } from '@ml-emissions/model';
import { amountFactor } from './amount.ts';
import { defaultFactor, derived } from './default.ts';
import type { MachineAccelerator } from './machine.ts';
import type { Question } from './question.ts';

/**
 * Power of one accelerator that is allocated and does nothing, W: given > the model's own > the usual share of TDP.
 *
 * Source: `data/defaults.csv`, `idle.bare`; `idle_w` of `data/accelerators.csv`.
 */
export function idlePowerOf(
  question: Question,
  one: MachineAccelerator,
  { at, rated }: { readonly at: string; readonly rated: Factor | null },
): NamedFactor | null {
  const factor = idleFactor(question, one, rated);
  if (!factor) return null;
  const isGiven = question.run.idle?.powerW !== undefined;
  const quantity = isGiven ? { of: '/idle/powerW', per: 1 } : null;
  return listed(`idle-power${at}`, 'W', factor, { field: '/idle/powerW', quantity });
}

/**
 * What a chip draws with nothing to do, beside its rating: the model's own, else the usual share of it.
 *
 * @param row its row in the tables; null where it has none
 * @param ratedW its rated power, W
 * @returns W and how far one chip of a model is from another, or null where the edition does not know either
 * Source: `data/defaults.csv`, `idle.bare`; `idle_w` of `data/accelerators.csv`.
 */
export function restOf(
  edition: Edition,
  row: Pick<Accelerator, 'idleW'> | null,
  ratedW: number,
): { readonly powerW: number; readonly gsd: number } | null {
  const usual = edition.defaultById.get('idle.bare');
  if (!usual) return null;
  return { powerW: row?.idleW || usual.value * ratedW, gsd: usual.gsd ?? 1 };
}

function idleFactor(
  question: Question,
  { row }: MachineAccelerator,
  rated: Factor | null,
): Factor | null {
  const { edition, run } = question;
  if (!run.idle) return null;
  const { powerW } = run.idle;
  if (powerW !== undefined)
    return amountFactor(question, powerW, '/idle/powerW', {
      said: { code: 'as-given' },
    });
  const share = defaultFactor(edition, 'idle.bare');
  if (row?.idleW) {
    const known = {
      ...given(row.idleW, `idle:${row.id}`, { code: 'idle-of-model' }),
      kind: 'sourced',
    } as const;
    return { ...known, sourceId: row.idleSourceId ?? null, gsd: share?.gsd ?? null };
  }
  if (!share || !rated) return null;
  return derived(share.value * rated.value, share, {
    code: 'share-of-tdp',
    share: share.value,
    tdpW: rated.value,
  });
}
