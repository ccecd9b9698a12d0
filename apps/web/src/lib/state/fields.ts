import { asAmount, asShare, asTyped } from '@ml-emissions/calculator';

/** The provider that stands for machines whose electricity is known. */
export const OWN = 'own';
/** The provider that stands for machines somewhere on a known grid. */
export const GRID = 'grid';

/** What the run's hardware is told by. */
export const CHIPS = ['listed', 'own', 'instance', 'slice', 'none'] as const;
export type ChipKind = (typeof CHIPS)[number];

/** One run as typed: every field is text, so that nothing typed is lost. */
export interface RunForm {
  chip: string;
  accelerator: string;
  chipName: string;
  chipTdpW: string;
  chipMemoryGb: string;
  chipEmbodied: string;
  count: string;
  powerW: string;
  utilisation: string;
  instance: string;
  instanceCount: string;
  slice: string;
  hours: string;
  energyKwh: string;
  energyScope: string;
  nodes: string;
  hostPowerW: string;
  cpu: string;
  cpuCount: string;
  hostUtilisation: string;
  hostMemoryGb: string;
  overheadFactor: string;
  site: string;
  pue: string;
  wue: string;
  repeats: string;
  idleHours: string;
  idlePowerW: string;
  serviceLifeYears: string;
  averageUse: string;
  kgCo2ePerChip: string;
  provider: string;
  region: string;
  zone: string;
  intensity: string;
  marketIntensity: string;
  offset: string;
  year: string;
  start: string;
  end: string;
  name: string;
  phase: string;
  work: string;
  unitName: string;
  unitCount: string;
  method: string;
  edition: string;
  /** What a file or a link says beyond the fields above, as JSON. */
  rest: string;
}
export type FieldName = Exclude<keyof RunForm, 'chip' | 'provider' | 'rest'>;

/** How the text of a field is read, and how a value is written back as text. */
interface Reader {
  readonly read: (text: string) => unknown;
  readonly write: (value: unknown) => string | null;
}

let hasDecimalComma = false;

/** Whether `1,5` is one and a half, as in French; one language a visit. */
export function readDecimalComma(isOn: boolean): void {
  hasDecimalComma = isOn;
}

const COMMA = /(\d),(\d)/g;
/** Thousands apart, as the page itself writes them: `1,240` in English, `1 240` in both. */
const IN_THOUSANDS = /^\s*\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?\s*$/;
const SPACED = /^\s*\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?\s*$/;
const SPACE = /\s/g;

function plain(text: string): string {
  if (hasDecimalComma) {
    const whole = SPACED.test(text) ? text.replace(SPACE, '') : text;
    return whole.replace(COMMA, '$1.$2');
  }
  return IN_THOUSANDS.test(text) ? text.replaceAll(/[,\s]/g, '') : text;
}

const amountText = (value: unknown): string | null => {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (typeof value !== 'object' || value === null) return null;
  const { value: middle, low, high } = value as Record<string, unknown>;
  return [low, middle, high].every((one) => typeof one === 'number')
    ? `${low}..${middle}..${high}`
    : null;
};
const TEXT: Reader = {
  read: (text) => text.trim(),
  write: (value) => (typeof value === 'string' ? value : null),
};
const AMOUNT: Reader = { read: (text) => asAmount(plain(text)), write: amountText };
const SHARE: Reader = { read: (text) => asAmount(plain(text), asShare), write: amountText };
const NUMBER: Reader = { read: (text) => asTyped(plain(text)), write: amountText };
/** In percent: `50` and `50%` are a half. */
const PERCENT: Reader = {
  read: (text) => {
    const typed = plain(text.trim());
    return asShare(typed.endsWith('%') ? typed : `${typed}%`);
  },
  write: (value) =>
    typeof value === 'number' ? String(Number((value * 100).toPrecision(12))) : null,
};

/** A field of the form and where it stands in a run as written. */
export interface Field {
  /** The path in the run; numbers are places in a list. */
  readonly path: readonly (string | number)[];
  readonly reader: Reader;
  /** Whether the field counts for what is chosen; what was typed stays either way. */
  readonly when?: (form: Readonly<RunForm>) => boolean;
}

const chipIs =
  (...kinds: readonly ChipKind[]) =>
  ({ chip }: Readonly<RunForm>) =>
    kinds.some((kind) => kind === chip);
const hasChips = chipIs('listed', 'own');
const placeIs =
  (...kinds: readonly string[]) =>
  ({ provider }: Readonly<RunForm>) =>
    kinds.includes(provider);
const isCloud = ({ provider }: Readonly<RunForm>) => provider !== OWN && provider !== GRID;
const chip = (name: string) => ['hardware', 0, 'accelerator', name];

/** Every field of the form; a run as written is these and what stands in `rest`. */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  name: { path: ['name'], reader: TEXT },
  phase: { path: ['phase'], reader: TEXT },
  work: { path: ['work'], reader: TEXT },
  accelerator: {
    path: ['hardware', 0, 'accelerator'],
    reader: TEXT,
    when: chipIs('listed'),
  },
  chipName: { path: chip('name'), reader: TEXT, when: chipIs('own') },
  chipTdpW: { path: chip('tdpW'), reader: AMOUNT, when: chipIs('own') },
  chipMemoryGb: { path: chip('memoryGb'), reader: NUMBER, when: chipIs('own') },
  chipEmbodied: { path: chip('embodiedKgCo2e'), reader: AMOUNT, when: chipIs('own') },
  count: { path: ['hardware', 0, 'count'], reader: AMOUNT, when: hasChips },
  powerW: { path: ['hardware', 0, 'powerW'], reader: AMOUNT, when: hasChips },
  utilisation: { path: ['hardware', 0, 'utilisation'], reader: SHARE, when: hasChips },
  instance: { path: ['instance'], reader: TEXT, when: chipIs('instance') },
  instanceCount: { path: ['instanceCount'], reader: NUMBER, when: chipIs('instance') },
  slice: { path: ['slice'], reader: TEXT, when: chipIs('slice') },
  hours: { path: ['hours'], reader: AMOUNT },
  energyKwh: { path: ['energyKwh'], reader: AMOUNT },
  energyScope: { path: ['energyScope'], reader: TEXT, when: ({ energyKwh }) => energyKwh !== '' },
  nodes: { path: ['nodes'], reader: NUMBER },
  hostPowerW: { path: ['host', 'powerW'], reader: AMOUNT },
  cpu: { path: ['host', 'cpu'], reader: TEXT },
  cpuCount: { path: ['host', 'cpuCount'], reader: NUMBER },
  hostUtilisation: { path: ['host', 'utilisation'], reader: SHARE },
  hostMemoryGb: { path: ['host', 'memoryGb'], reader: AMOUNT },
  overheadFactor: { path: ['overheadFactor'], reader: AMOUNT },
  site: { path: ['site'], reader: TEXT },
  pue: { path: ['pue'], reader: AMOUNT },
  wue: { path: ['wueLPerKwh'], reader: AMOUNT },
  repeats: { path: ['repeats'], reader: AMOUNT },
  idleHours: { path: ['idle', 'hours'], reader: AMOUNT },
  idlePowerW: { path: ['idle', 'powerW'], reader: AMOUNT },
  serviceLifeYears: { path: ['embodied', 'serviceLifeYears'], reader: AMOUNT },
  averageUse: { path: ['embodied', 'averageUse'], reader: SHARE },
  kgCo2ePerChip: { path: ['embodied', 'kgCo2ePerChip'], reader: AMOUNT },
  region: { path: ['place', 'region'], reader: TEXT, when: isCloud },
  zone: { path: ['place', 'zone'], reader: TEXT, when: placeIs(GRID) },
  intensity: { path: ['carbonIntensityGPerKwh'], reader: AMOUNT },
  marketIntensity: { path: ['marketBasedIntensityGPerKwh'], reader: AMOUNT },
  offset: { path: ['offsetFraction'], reader: PERCENT, when: placeIs(OWN, GRID) },
  year: { path: ['year'], reader: NUMBER },
  start: { path: ['start'], reader: TEXT },
  end: { path: ['end'], reader: TEXT },
  unitName: { path: ['functionalUnit', 'name'], reader: TEXT },
  unitCount: { path: ['functionalUnit', 'count'], reader: NUMBER },
  method: { path: ['method'], reader: TEXT },
  edition: { path: ['edition'], reader: TEXT },
};

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
