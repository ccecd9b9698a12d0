import { type Factor, named, type ResolvedAccelerator } from '@ml-emissions/model';
import { amountFactor, deviationsOf, widened } from './amount.ts';
import { defaultGsd } from './default.ts';
import { idlePowerOf } from './idle-power.ts';
import type { MachineAccelerator } from './machine.ts';
import { powerOf } from './power.ts';
import type { Question } from './question.ts';

/** Each kind of accelerator of a run, with the factors that the method reads of it. */
export function resolvedAccelerators(question: Question): ResolvedAccelerator[] {
  const { accelerators } = question.machine;
  return accelerators.map((one, place) => {
    const at = accelerators.length > 1 ? `-${place + 1}` : '';
    const label = labelOf(one);
    const rated = ratedPower(question, one);
    const field = `/hardware/${one.index}/count`;
    const count = amountFactor(question, one.hardware.count ?? 1, field);
    return {
      id: one.row?.id ?? null,
      label,
      at,
      count: named('count', count.value === 1 ? 'chip' : 'chips', count, {
        field: `/hardware/${place}/count`,
        quantity: one.quantity,
      }),
      ...powerOf(question, one, { at, place, label, rated: withDoubt(question, rated) }),
      idlePower: idlePowerOf(question, one, { at, rated }),
      ratedPowerW: withDoubt(question, rated),
    };
  });
}

/** Mean power of one chip of the first kind as a product; null where there is none, or no power of it known. */
export function powerOfFirst(question: Question): readonly Factor[] | null {
  const [one] = question.machine.accelerators;
  if (!one) return null;
  const rated = withDoubt(question, ratedPower(question, one));
  const { power } = powerOf(question, one, { at: '', place: 0, label: labelOf(one), rated });
  return power?.map(({ factor }) => factor) ?? null;
}

/** What people call an accelerator. */
export function labelOf({ row, hardware: { accelerator } }: MachineAccelerator): string {
  return row?.name ?? (typeof accelerator === 'string' ? accelerator : accelerator.name);
}

/** The range in which a rating is used counts as its 90 % range: modes below the rating are one side of it. */
function ratedPower(
  question: Question,
  { hardware: { accelerator }, row, index }: MachineAccelerator,
): Factor | null {
  const { edition } = question;
  if (typeof accelerator !== 'string') {
    return amountFactor(question, accelerator.tdpW, `/hardware/${index}/accelerator/tdpW`, {
      said: { code: 'tdp-given' },
    });
  }
  if (!row || row.tdpW === null) return null;
  const { tdpW, tdpMinW, tdpMaxW, sourceId, year, confidence, id } = row;
  const sides = deviationsOf(edition, tdpW / (tdpMinW ?? tdpW), (tdpMaxW ?? tdpW) / tdpW);
  return {
    value: tdpW,
    kind: 'sourced',
    sourceId,
    year,
    confidence,
    said: { code: 'tdp' },
    ...sides,
    spreadOf: 'value',
    key: `tdp:${id}`,
  };
}

/** A rating that was not read at its vendor is less sure by the usual amount. */
function withDoubt({ edition }: Question, tdp: Factor | null): Factor | null {
  if (!tdp || tdp.confidence === null || tdp.confidence === 'stated') return tdp;
  return widened(tdp, { gsd: defaultGsd(edition, `tdp.${tdp.confidence}`) });
}
