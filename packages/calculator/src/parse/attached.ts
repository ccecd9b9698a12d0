import { type Edition, findInstances } from '@ml-emissions/data';
import type { Draft } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';
import { acceleratorsIn, readHardware } from './read-hardware/read-hardware.ts';
import { tidy } from './read-hardware/tidy.ts';

/** What stands between a machine and the chips in it: `n1-standard-8 + T4`, `n1-standard-4 (1x V100)`. */
const WITH = /\s*(?:\+|,|&|\bwith\b|\band\b|\bplus\b)\s*(?:an?\s+)?|\s*\((?=.*\)$)/i;
const ATTACHED = /\s*\b(?:attached|gpus?)\s*$/i;

/**
 * A machine that is named with the chips attached to it becomes both: `n1-standard-8 with a T4 attached`.
 *
 * @param draft as written
 * @returns the run with the machine and its hardware apart, where the text names both and nothing else
 */
export function withAttached(edition: Edition, draft: Draft, { readings }: Findings): Draft {
  const { instance: text, hardware } = draft;
  if (text === undefined || hardware.length > 0 || !edition.hasMachines) return draft;
  if (findInstances(edition, text).length > 0) return draft;
  const whole = tidy(text);
  const between = WITH.exec(whole);
  if (!between) return draft;
  const instance = whole.slice(0, between.index);
  const [machine, ...others] = findInstances(edition, instance);
  if (!machine || others.length > 0 || machine.acceleratorIds.length > 0) return draft;
  const accelerator = whole
    .slice(between.index + between[0].length)
    .replace(/\)$/, '')
    .replace(ATTACHED, '');
  const { kinds, unknown } = readHardware(edition, accelerator);
  if (unknown.length > 0 || kinds.length !== 1 || acceleratorsIn(kinds).length !== 1) return draft;
  readings.push({ field: '/instance', said: text, taken: machine.id });
  return { ...draft, instance, hardware: [{ accelerator }] };
}
