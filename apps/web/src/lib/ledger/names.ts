import { datesIn } from '../text/dates.ts';
import { energy, language, mass } from '../text/format.ts';
import type { Keys, Measure } from './answers.ts';
import type { Key, Where } from './view.ts';
import type { LedgerWords } from './words.ts';

/** Names of what jobs have in common, in the language of the page. */
export interface Names {
  /** Of one value of a key. */
  readonly of: (key: Key, value: string | null | undefined) => string;
  /** Of several: `vision, NVIDIA H100 SXM5 80GB`. */
  readonly all: (keys: Keys) => string;
}

/** Monday, 1 January 2024: any week has the same names. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** How dates are told; making one of these takes a millisecond, and a year has 365 days. */
const KINDS = {
  long: { weekday: 'long' },
  short: { weekday: 'short' },
  day: { dateStyle: 'long' },
  month: { month: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;
const made = new Map<string, ReturnType<typeof datesIn>>();

function told(ms: number, kind: keyof typeof KINDS): string {
  const key = `${language()} ${kind}`;
  const say = made.get(key) ?? datesIn(language(), { ...KINDS[kind], timeZone: 'UTC' });
  made.set(key, say);
  return say(ms);
}

/** The name of a day of the week, Monday 0. */
export const weekdayName = (at: number, width: 'long' | 'short'): string =>
  told(MONDAY_MS + at * DAY_MS, width);

/** `9 March 2025`. */
export const dayName = (day: string): string => told(Date.parse(`${day}T00:00:00Z`), 'day');

/** `Mar`. */
export const monthName = (month: number): string => told(Date.UTC(2024, month, 1), 'month');

/** A figure of what is shown, with its unit. */
export const amountOf = (value: number, measure: Measure): string =>
  measure === 'kgCo2e' ? mass(value) : energy(value);

/**
 * @param words of the page
 * @param accelerators names by ids
 */
export function namesOf(words: LedgerWords, accelerators: Readonly<Record<string, string>>): Names {
  const of = (key: Key, value: string | null | undefined): string => {
    if (value === null || value === undefined || value === '') return words.notTold;
    switch (key) {
      case 'accelerator':
        return accelerators[value] ?? value;
      case 'state':
        return words.states[value] ?? value;
      case 'rung':
        return words.rungs[value] ?? value;
      case 'load':
        return words.loads[value] ?? value;
      case 'weekday':
        return weekdayName(Number(value) - 1, 'long');
      case 'hour':
        return `${value}:00`;
      case 'day':
        return dayName(value);
      default:
        return value;
    }
  };
  return {
    of,
    all: (keys) =>
      Object.entries(keys)
        .map(([key, value]) => of(key as Key, value))
        .join(', '),
  };
}

/** What jobs have in common as a filter: what is not told is empty there. */
export const asWhere = (keys: Keys): Where =>
  Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, value ?? '']));
