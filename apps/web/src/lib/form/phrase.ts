import { timeFromText } from '@ml-emissions/calculator';
import type { Engine } from '../state/engine.ts';
import type { RunForm } from '../state/fields.ts';
import { type Reading, readHardware, readPlace } from './reading.ts';

/** What a text says beside hardware. */
export interface Phrase {
  readonly hardware: string;
  /** All that stands behind the hardware, as it was typed. */
  readonly tail: string;
  readonly fields: Partial<RunForm>;
  /** What nothing here is called. */
  readonly left: string;
}

const TIME =
  /(?:^|\s)(?:(?:for|over|during|pendant|durant)\s+)?(\d+(?:[.,]\d+)?\s*(?!for\b|over\b|during|pendant|durant)\p{L}{1,8})(?=$|[\s,;])/giu;
const PLACE = /\s(?:in|on|at|en|à|au|aux|dans|chez)\s+(.+)$/iu;
const MOST_WORDS = 12;
/**
 * Parts of `8 h100 for 120 hours in Ireland`: hardware, a time, a place, and what is left.
 *
 * @param text that is no hardware as a whole
 * @returns null where no part of it is hardware
 */
export function phraseOf(engine: Engine, text: string, edition: string): Phrase | null {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  let rest = text.trim();
  let fields: Partial<RunForm> = {};
  for (const [found, told = ''] of rest.matchAll(TIME)) {
    const time = timeFromText(told);
    if (!time || time.isOfChips || fields.hours !== undefined) continue;
    fields = { ...fields, hours: String(Number(time.hours.toPrecision(12))) };
    rest = rest.replace(found, '');
  }
  const [found = '', place = ''] = PLACE.exec(rest) ?? [];
  const where = place === '' ? null : readPlace(engine, place, edition);
  if (where && 'fields' in where) {
    fields = { ...fields, ...where.fields };
    rest = rest.slice(0, rest.length - found.length);
  }
  const own = rest.trim().split(/\s+/);
  for (let length = own.length; length > 0; length--) {
    const hardware = own.slice(0, length).join(' ');
    if (!isHardware(readHardware(engine, hardware, edition))) continue;
    const left = own.slice(length).join(' ');
    const tail = text.trim().slice(hardware.length).trim();
    return { hardware, tail, fields, left };
  }
  return null;
}

/** A name of several chips is hardware too: which one is asked. */
const isHardware = (reading: Reading): boolean =>
  'fields' in reading || reading.problem.code.startsWith('ambiguous');

/** Hardware with what stands beside it in the same text: its time, its place. */
export function readPhrase(engine: Engine, text: string, edition: string): Reading {
  const whole = readHardware(engine, text, edition);
  if (isHardware(whole)) return whole;
  const phrase = phraseOf(engine, text, edition);
  const hardware = phrase && readHardware(engine, phrase.hardware, edition);
  if (!hardware || 'problem' in hardware) return hardware ?? whole;
  return { fields: { ...hardware.fields, ...phrase.fields }, left: phrase.left };
}
