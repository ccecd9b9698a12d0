import { ABOUT } from './about.ts';
import { timeFromText } from './duration.ts';
import type { NumberRow } from './fields/row.ts';
import { asTyped } from './number-text.ts';

/** A number that a text says, in the unit of its field. */
export interface ReadNumber {
  readonly value: number;
  /** Whether a person should be told what the text was taken for: it was converted, or leaves room for doubt. */
  readonly isToTell: boolean;
}

const LONGEST = 60;
const NUMBER_AND_REST = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i;

/** What a unit is of, in words for a message. */
type Kind = 'energy' | 'power' | 'intensity' | 'size' | 'mass' | 'share' | 'water' | 'many';

const J_PER_KWH = 3.6e6;
const G_PER_LB = 453.59237;

// Exact letters first: m is a thousandth and M a million, so that only units without either may be in any case.
const ENERGY: Readonly<Record<string, number>> = {
  J: 1 / J_PER_KWH,
  kJ: 1e3 / J_PER_KWH,
  MJ: 1e6 / J_PER_KWH,
  GJ: 1e9 / J_PER_KWH,
  TJ: 1e12 / J_PER_KWH,
  mWh: 1e-6,
  Wh: 1e-3,
  kWh: 1,
  MWh: 1e3,
  GWh: 1e6,
  TWh: 1e9,
};
const POWER: Readonly<Record<string, number>> = { mW: 1e-3, W: 1, kW: 1e3, MW: 1e6, GW: 1e9 };
const GIB = 1.073741824;
const SIZE: Readonly<Record<string, number>> = {
  MB: 1e-3,
  GB: 1,
  TB: 1e3,
  PB: 1e6,
  MiB: GIB / 1024,
  GiB: GIB,
  TiB: GIB * 1024,
  Mo: 1e-3,
  Go: 1,
  To: 1e3,
};
const GRAMS: Readonly<Record<string, number>> = {
  ng: 1e-9,
  µg: 1e-6,
  mg: 1e-3,
  g: 1,
  kg: 1e3,
  // A tonne; written so where SI prefixes are kept.
  Mg: 1e6,
  t: 1e6,
  Gg: 1e9,
  kt: 1e9,
  Mt: 1e12,
  lb: G_PER_LB,
  lbs: G_PER_LB,
};
const PER: Readonly<Record<string, number>> = {
  '/kWh': 1,
  '/MWh': 1e-3,
  '/Wh': 1e3,
  '/GWh': 1e-6,
  '/MJ': 3.6,
  '/GJ': 3.6e-3,
};
/** Multiples of a count: no thousandth of one is meant by m. A billion is 1e9, as it is of models in every language. */
const MANY: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|thousand|mille)$/i, 1e3],
  [/^(?:m|mn|millions?)$/i, 1e6],
  [/^(?:b|bn|g|billions?|milliards?)$/i, 1e9],
  [/^(?:t|tn|trillions?)$/i, 1e12],
];
const COUNTED = /(?:^|\s+(?:of\s+|de\s+)?)(?:param(?:eter|ètre)?s?|tokens?|FLOPs?)$/i;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/kilo-?watt[\s-]*hours?/i, 'kWh'],
  [/mega-?watt[\s-]*hours?/i, 'MWh'],
  [/giga-?watt[\s-]*hours?/i, 'GWh'],
  [/watt[\s-]*hours?/i, 'Wh'],
  [/kilo-?watts?/i, 'kW'],
  [/mega-?watts?/i, 'MW'],
  [/watts?/i, 'W'],
  [/kilo-?joules?/i, 'kJ'],
  [/mega-?joules?/i, 'MJ'],
  [/giga-?joules?/i, 'GJ'],
  [/joules?/i, 'J'],
];
const MASS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:metric\s+tons?|metric\s+tonnes?|tonnes?|tonnes?\s+métriques?)$/i, 't'],
  [/^kilo-?grams?$|^kilogrammes?$|^kilos?$/i, 'kg'],
  [/^milli-?gram(?:me)?s?$/i, 'mg'],
  [/^gram(?:me)?s?$/i, 'g'],
  [/^kilo-?tonnes?$/i, 'kt'],
  [/^mega-?tonnes?$/i, 'Mt'],
  [/^pounds?$/i, 'lb'],
];

/** `kg CO2e`, `tonnes of CO2` -> kilograms of one; null where it is no mass. A `ton` may be short, long or metric. */
function kilogramsOf(rest: string): number | null {
  let unit = rest
    .replace(CO2, '')
    .replace(/\s+(?:of|de)$/i, '')
    .trim()
    .replace('\u03bc', 'µ');
  for (const [words, short] of MASS_WORDS) unit = unit.replace(words, short);
  const grams = factorIn(GRAMS, unit);
  return grams === null ? null : grams / 1e3;
}

/** Milligrams and their billionfold, megatonnes and what some call metric tons: their letters alone say which. */
const ONLY_AS_WRITTEN = /^m[gt]$/i;

/** The factor of a unit by its letters; in any case only where no other unit differs by it alone. */
function factorIn(units: Readonly<Record<string, number>>, unit: string): number | null {
  const exact = units[unit];
  if (Object.hasOwn(units, unit) && exact !== undefined) return exact;
  if (units === GRAMS && ONLY_AS_WRITTEN.test(unit)) return null;
  const lower = unit.toLowerCase();
  const alike = Object.entries(units).filter(([name]) => name.toLowerCase() === lower);
  return alike.length === 1 && alike[0] ? alike[0][1] : null;
}

/** `kilowatt hours` -> `kWh`, `kW h` -> `kWh`, `kW·h` -> `kWh`. */
function unitOf(rest: string): string {
  let unit = rest;
  for (const [words, short] of WORDS) unit = unit.replace(words, short);
  return unit.replace(/(?<=W)[\s·.-]+h$/, 'h');
}

const CO2 = /\s*co[2₂](?:[\s-]*(?:e|eq|eqv?|equiv\.?|equivalents?))?\.?(?=$|[\s/p])/i;

/** `kg CO2e / kWh` -> its factor to g/kWh; what it is per may be left out where it is plain. */
function intensityIn(rest: string): { readonly factor: number; readonly isWhole: boolean } | null {
  const bare = rest
    .replace(CO2, '')
    .replace(/\s*(?:\/|\bper\b|\bpar\b)\s*/i, '/')
    .trim();
  const [mass = '', per] = bare.split('/', 2);
  const grams = factorIn(GRAMS, mass.trim());
  if (grams === null) return null;
  // Tonnes and pounds are told per MWh as often: without it they say nothing.
  if (per === undefined)
    return grams === 1 || grams === 1e3 ? { factor: grams, isWhole: false } : null;
  const by = factorIn(PER, `/${unitOf(per.trim())}`);
  return by === null ? null : { factor: grams * by, isWhole: true };
}

/** `M`, `billion parameters`, `tokens` -> how many one of it is. */
function manyIn(rest: string): number | null {
  const multiple = rest.replace(COUNTED, '').trim();
  if (multiple === '') return 1;
  return MANY.find(([words]) => words.test(multiple))?.[1] ?? null;
}

interface Converted {
  readonly factor: number;
  readonly isWhole: boolean;
}

const plain = (factor: number | null): Converted | null =>
  factor === null ? null : { factor, isWhole: true };

const UNITS: Readonly<Record<Kind, (rest: string) => Converted | null>> = {
  energy: (rest) => plain(factorIn(ENERGY, unitOf(rest))),
  power: (rest) => plain(factorIn(POWER, unitOf(rest))),
  intensity: intensityIn,
  size: (rest) => plain(factorIn(SIZE, rest)),
  mass: (rest) => plain(kilogramsOf(rest)),
  share: (rest) => plain(/^(?:%|percent|per cent|pour ?cent)$/i.test(rest) ? 1 / 100 : null),
  water: (rest) => plain(/^l(?:it(?:er|re)s?)?\s*(?:\/|per|par)\s*kwh$/i.test(rest) ? 1 : null),
  many: (rest) => plain(manyIn(rest)),
};

const KIND_OF_UNIT: Readonly<Record<string, Kind>> = {
  kWh: 'energy',
  W: 'power',
  'g CO2e/kWh': 'intensity',
  GB: 'size',
  'kg CO2e': 'mass',
  'L/kWh': 'water',
};

function kindOf({ kind, unit, isMany }: NumberRow): Kind | undefined {
  if (isMany) return 'many';
  return kind === 'share' || kind === 'fraction' ? 'share' : KIND_OF_UNIT[unit ?? ''];
}

const HOURS_PER_YEAR = 8760;

/** How long, in the unit of a field of time. */
function timeIn(text: string, { kind, unit }: NumberRow): ReadNumber | null {
  if (kind !== 'duration' && unit !== 'chip-hours' && unit !== 'years') return null;
  const time = timeFromText(text);
  // Chip-hours are no wall-clock time; hours of all chips may be called just hours.
  if (!time || (time.isOfChips && unit !== 'chip-hours')) return null;
  if (unit === 'years')
    return { value: time.hours / HOURS_PER_YEAR, isToTell: time.hours % HOURS_PER_YEAR !== 0 };
  return { value: time.hours, isToTell: time.isDoubtful };
}

/** What Slurm prints of a job's energy, in joules, where the text names the column. */
const CONSUMED = /^ConsumedEnergy(?:Raw)?\s*[=:]\s*([\d.]+)\s*([KMGT]?)$/i;

/**
 * One number as people write it, with its unit or without.
 *
 * @param text `8`, `7B`, `300W`, `0.3 kW`, `4.58 MJ`, `400 gCO2eq/kWh`, `64 GiB`, `50%`, `about 400`, and times as in `timeFromText`
 * @param row of the field that it is for: its kind and unit say what the text may be
 * @returns the number in the field's unit; null where the text says none
 * Errors: none.
 */
export function numberFromText(text: string, row: NumberRow): ReadNumber | null {
  if (text.length > LONGEST) return null;
  const time = timeIn(text, row);
  if (time) return time;
  const kind = kindOf(row);
  const trimmed = text.trim();
  const [, consumed, multiple] = kind === 'energy' ? (CONSUMED.exec(trimmed) ?? []) : [];
  const told = (
    consumed === undefined ? trimmed : `${consumed} ${multiple === 'K' ? 'k' : multiple}J`
  ).replace(ABOUT, '');
  const isAbout = consumed === undefined && told !== trimmed;
  const bare = asTyped(told);
  if (typeof bare === 'number') {
    return { value: bare, isToTell: isAbout || /^[1-9]\d{0,2}\.000$/.test(told.trim()) };
  }
  const [, digits, rest = ''] = NUMBER_AND_REST.exec(told) ?? [];
  const unit = kind === undefined || digits === undefined || rest === '' ? null : UNITS[kind](rest);
  if (!unit) return null;
  const { factor, isWhole } = unit;
  // Dividing by what is exact keeps digits: 50 % is 0.5 and not 0.5000000000000001.
  const value = factor < 1 ? Number(digits) / (1 / factor) : Number(digits) * factor;
  return {
    value: Number(value.toPrecision(15)),
    isToTell: isAbout || !isWhole || (factor !== 1 && kind !== 'share'),
  };
}

const SAID: Readonly<Record<Exclude<Kind, 'many'>, string>> = {
  energy: 'an energy',
  power: 'a power',
  intensity: 'an intensity',
  size: 'a size of memory',
  mass: 'a mass',
  share: 'a share',
  water: 'an amount of water',
};

/**
 * The unit of a mass as people write it.
 *
 * @param text `kg`, `t CO2e`, `Mg CO2-eq`, `tonnes`
 * @returns kilograms of one; null where it is none, or may be several: `MT`, `tons`
 * Errors: none.
 */
export const massUnit = kilogramsOf;

/** Millions and thousands without a unit: Slurm's energy, or a number cut short. */
const MULTIPLE = /^([\d.]+)\s*([kKMG])$/;

/** Hours of something that has no field of its own. */
const HOURS_OF = /[\s\d](node|server|core|cpu|v?cpu)s?[\s·-]*(?:h|hours?|days?)$/i;
const OF_NODES =
  'those are hours of whole nodes; give hours of the clock with nodes and the chips of all of them, or deviceHours';
const OF_CORES =
  'those are hours of single cores; give hours of the clock with host: { cpu, cores }';
const HINT_OF: Readonly<Record<string, string>> = {
  node: OF_NODES,
  server: OF_NODES,
  core: OF_CORES,
  cpu: OF_CORES,
  vcpu: OF_CORES,
};

/** What a text that cannot be read may have meant, as texts that can; and what its unit is of instead. */
export function meantBy(
  text: string,
  row: NumberRow,
): { readonly suggestions: readonly string[]; readonly hint: string } {
  if (text.length > LONGEST) return { suggestions: [], hint: '' };
  const trimmed = text.trim();
  const isRead = (one: string) => numberFromText(one, row) !== null;
  const commas = [
    ...(/^\D*\d{1,3}(?:,\d{3})+(?!\d|,)/.test(trimmed) ? [trimmed.replaceAll(',', '')] : []),
    ...(/^\D*\d+,\d+(?![\d,])/.test(trimmed) ? [trimmed.replace(',', '.')] : []),
  ].filter(isRead);
  if (commas.length > 0) return { suggestions: commas, hint: '' };
  const [, digits, multiple = ''] = MULTIPLE.exec(trimmed) ?? [];
  if (digits !== undefined && row.unit === 'kWh') {
    const suggestions = [
      `${digits}${multiple.replace('K', 'k')}J`,
      `${digits}${multiple.replace('K', 'k')}Wh`,
    ];
    return { suggestions, hint: 'it names no unit; energy in Slurm’s tables is in joules' };
  }
  if (timeFromText(trimmed)?.isOfChips) {
    return {
      suggestions: [],
      hint: 'those are hours of all chips together; they belong in deviceHours',
    };
  }
  const rest = NUMBER_AND_REST.exec(trimmed)?.[2] ?? '';
  if (rest === '') return { suggestions: [], hint: '' };
  const [, of = ''] = HOURS_OF.exec(trimmed) ?? [];
  if (of !== '') return { suggestions: [], hint: HINT_OF[of.toLowerCase()] ?? '' };
  const alike = mixedCase(trimmed, rest).filter(isRead);
  if (alike.length > 0) return { suggestions: alike, hint: '' };
  const other = (Object.keys(SAID) as (keyof typeof SAID)[]).find(
    (kind) => UNITS[kind](rest) !== null,
  );
  if (other) return { suggestions: [], hint: `that is ${SAID[other]}` };
  return { suggestions: [], hint: timeFromText(trimmed) ? 'that is a time' : '' };
}

/** `mwh` may be two units, which differ by a thousand million. */
function mixedCase(text: string, rest: string): string[] {
  const lower = rest.toLowerCase();
  return [ENERGY, POWER, GRAMS].flatMap((units) =>
    Object.keys(units)
      .filter((name) => name.toLowerCase() === lower && name !== rest)
      .map((name) => text.slice(0, text.length - rest.length) + name),
  );
}
