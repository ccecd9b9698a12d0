import { ABOUT } from './about.ts';
import { ungrouped } from './grouped.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { foreignUnits } from './unit-names.ts';

/** A length of time that a text says. */
export interface ReadTime {
  readonly hours: number;
  /** Whether these are hours of one chip each, added up over all chips: `528 GPU-hours`. */
  readonly isOfChips: boolean;
  /** Whether the text leaves room for doubt: `about 400 hours`, a month, `1:30` without seconds. */
  readonly isDoubtful: boolean;
}

const HOURS_PER_DAY = 24;
const HOURS_PER_YEAR = 8760;
const MINUTES_PER_HOUR = 60;
const SECONDS_PER_HOUR = 3600;
const LONGEST = 60;

/** A unit of time: how large, so that texts go from large to small, and whether its length varies. */
interface Unit {
  readonly names: readonly string[];
  readonly hours: number;
  readonly varies?: true;
}

/** English, French, and the short forms of both; `j` is the French d. */
const UNITS: readonly Unit[] = [
  {
    names: ['year', 'years', 'yr', 'yrs', 'y', 'an', 'ans', 'année', 'années'],
    hours: HOURS_PER_YEAR,
    varies: true,
  },
  { names: ['month', 'months', 'mo', 'mos', 'mois'], hours: HOURS_PER_YEAR / 12, varies: true },
  {
    names: ['week', 'weeks', 'wk', 'wks', 'w', 'semaine', 'semaines', 'sem'],
    hours: 7 * HOURS_PER_DAY,
  },
  {
    names: ['day', 'days', 'd', 'jour', 'jours', 'j', 'journée', 'journées'],
    hours: HOURS_PER_DAY,
  },
  { names: ['hour', 'hours', 'hr', 'hrs', 'h', 'heure', 'heures'], hours: 1 },
  { names: ['minute', 'minutes', 'min', 'mins', 'm'], hours: 1 / MINUTES_PER_HOUR },
  {
    names: ['second', 'seconds', 'sec', 'secs', 's', 'seconde', 'secondes'],
    hours: 1 / SECONDS_PER_HOUR,
  },
];
const BY_NAME = new Map(UNITS.flatMap((unit) => unit.names.map((name) => [name, unit])));
const HOUR = BY_NAME.get('h');

/** A unit by its name in English, French, or another language. */
const unitNamed = (name: string): Unit | undefined =>
  BY_NAME.get(name) ?? BY_NAME.get(foreignUnits().get(name) ?? '');

const CLOCK =
  /^(?:(\d+)(?:-|\s*(?:days?|jours?|d|j)\s*,?\s+))?(\d+):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/;
const ISO =
  /^p(?:(\d+(?:\.\d+)?)y)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)w)?(?:(\d+(?:\.\d+)?)d)?(?:t(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?)?$/;
const PART =
  /^(\d+(?:\.\d+)?|\.\d+)\s*([\p{L}\p{M}]+)\.?\s*(?:(?:,|and\b|et\b|und\b|y\b|e\b)\s*(?=\d))?/u;
/** `10h30`: minutes that follow their hours need no unit. */
const BARE_MINUTES = /^([0-5]?\d)$/;
const WORD = new RegExp(`^(${[...NUMBER_WORDS.keys()].join('|')})\\s+(?=\\p{L})`, 'u');
const HALF = /^(?:half\s+an?|une?\s+demi-?e?)[\s-]+(?=[a-zé])/;

const CHIP = '(?:gpus?|tpus?|npus?|chips?|puces?|devices?|accelerators?|cards?)';
/** A chip by its name: `h100`, `tpuv4`, `a100-80gb`. */
const MODEL = '[a-z]+-?\\d[\\w-]*?';
const THEN_TIME = new RegExp(
  `^(\\d+(?:\\.\\d+)?)\\s*(?:(?<model>${MODEL})[\\s-]+)?${CHIP}[\\s·-]*(?<unit>[a-z]+)$`,
);
const OF_MODEL = new RegExp(
  `^(\\d+(?:\\.\\d+)?)\\s+(?<model>${MODEL})[\\s·-]+(?<unit>hours?|hrs?|h|days?|weeks?)$`,
);
const TIME_FIRST = new RegExp(`^(\\d+(?:\\.\\d+)?)\\s*(?<unit>h|heures?|jours?)[\\s·-]*${CHIP}$`);
const MILLIONS = /^[\d.,]+\s*M$/;
/** Only a large M is a million. */
const LARGE_M = /(?<=\d)\s*M(?=\s+\p{L})/u;
const MULTIPLE = /(\d+(?:\.\d+)?)\s*(k|thousand|million)(?=[\s-]*\p{L})(?!\p{L})/u;
const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, million: 1e6 };
/** `100+ hours` */
const AND_MORE = /^([\d.]+)\+(?=\s*\p{L})/u;

/**
 * A length of time as people and schedulers write it.
 *
 * @param text `2d4h`, `90m`, `36 h`, `12 days`, `1 day and 6 hours`, `10h30`, `2 months`, `a year`, `about 400 hours`;
 *   `1:30:00` or `1:30` (hours first), `2-04:00:00` (days first, as Slurm), `1 days 02:03:04`; `PT1H30M` (ISO 8601);
 *   `528 GPU-hours`, `25 A100-days`; `two weeks`, `5k hours`, `2,048 GPU hours`, `12 Stunden`. A month is a twelfth of a year of 365 days.
 * @returns null where the text says no length of time; a bare number says none
 * Errors: none.
 */
export function timeFromText(text: string): ReadTime | null {
  const whole = text.trim();
  if (whole === '' || whole.length > LONGEST) return null;
  // `1.3M` hours are a million and more; only a small m is minutes.
  if (MILLIONS.test(whole)) return null;
  const joined = ungrouped(whole.replace(LARGE_M, ' million').toLowerCase());
  const told = joined.text.replace(ABOUT, '').replace(AND_MORE, '$1');
  const isAbout = told !== joined.text || joined.isDoubtful;
  const plain = told.replace(MULTIPLE, (_, digits: string, by: string) =>
    String(Number((Number(digits) * (MULTIPLES[by] ?? 1)).toPrecision(15))),
  );
  const ofChips = chipTime(plain);
  if (ofChips) return { ...ofChips, isOfChips: true, isDoubtful: ofChips.isDoubtful || isAbout };
  const clock = clockTime(plain);
  if (clock) return { ...clock, isOfChips: false, isDoubtful: clock.isDoubtful || isAbout };
  const parts = isoTime(plain) ?? unitTime(plain);
  return parts && { ...parts, isOfChips: false, isDoubtful: parts.isDoubtful || isAbout };
}

/**
 * The same in hours of wall-clock time alone.
 *
 * @returns hours, or null where the text says no length of time
 */
export function hoursFromText(text: string): number | null {
  const read = timeFromText(text);
  return read && !read.isOfChips ? read.hours : null;
}

type Read = Omit<ReadTime, 'isOfChips'>;

/** The name of a chip belongs to the hardware: that it was passed over is told. */
function chipTime(text: string): Read | null {
  const found = THEN_TIME.exec(text) ?? TIME_FIRST.exec(text) ?? OF_MODEL.exec(text);
  const { unit: name = '', model } = found?.groups ?? {};
  const unit = BY_NAME.get(name);
  // `8 GPUs` are no seconds.
  if (!found || !unit || (name.length < 2 && name !== 'h' && name !== 'd')) return null;
  return { hours: Number(found[1]) * unit.hours, isDoubtful: model !== undefined };
}

/** Two numbers alone are hours and minutes here, and minutes and seconds elsewhere. */
function clockTime(text: string): Read | null {
  const [, days, hours, minutes, seconds] = CLOCK.exec(text) ?? [];
  if (hours === undefined) return null;
  return {
    hours:
      Number(days ?? 0) * HOURS_PER_DAY +
      Number(hours) +
      Number(minutes) / MINUTES_PER_HOUR +
      Number(seconds ?? 0) / SECONDS_PER_HOUR,
    isDoubtful: days === undefined && seconds === undefined,
  };
}

function isoTime(text: string): Read | null {
  const parts = ISO.exec(text)?.slice(1);
  if (!parts || parts.every((part) => part === undefined)) return null;
  let hours = 0;
  let isDoubtful = false;
  for (const [index, part] of parts.entries()) {
    const unit = UNITS[index];
    if (part === undefined || !unit) continue;
    hours += Number(part) * unit.hours;
    isDoubtful ||= unit.varies ?? false;
  }
  return { hours, isDoubtful };
}

/** `an hour and a half`, `deux jours et demi`. */
const AND_HALF = /^(\d+|[\p{L}]+)\s+(\p{L}+)\s+(?:and\s+a\s+half|et\s+demie?)$/u;

/** Numbers with their units, from large to small. */
function unitTime(text: string): Read | null {
  const [, many = '', unit = ''] = AND_HALF.exec(text) ?? [];
  const whole = unit === '' ? null : unitTime(`${many} ${unit}`);
  if (whole) return { ...whole, hours: whole.hours + (unitTime(`1 ${unit}`)?.hours ?? 0) / 2 };
  let left = text
    .replace(HALF, '0.5 ')
    .replace(WORD, (_, word: string) => `${NUMBER_WORDS.get(word)} `);
  let before: Unit | null = null;
  let hours = 0;
  let isDoubtful = false;
  while (left !== '') {
    const [part, digits, name] = PART.exec(left) ?? [];
    // A bare number, as most hours are, names none: the names in all languages take a tenth of a second to make.
    const unit = name === undefined ? undefined : unitNamed(name);
    if (part === undefined || !unit || (before && unit.hours >= before.hours)) {
      const [, minutes] = before === HOUR ? (BARE_MINUTES.exec(left) ?? []) : [];
      return minutes === undefined
        ? null
        : { hours: hours + Number(minutes) / MINUTES_PER_HOUR, isDoubtful };
    }
    hours += Number(digits) * unit.hours;
    isDoubtful ||= unit.varies ?? false;
    before = unit;
    left = left.slice(part.length).trimStart();
  }
  return { hours, isDoubtful };
}
