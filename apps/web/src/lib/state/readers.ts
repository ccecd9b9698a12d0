import { asAmount, asShare, asTyped, type RUN_FIELDS } from '@ml-emissions/calculator';

type Table = typeof RUN_FIELDS;
type Kind = Table[keyof Table]['kind'];

/** How the text of a field is read, and how a value is written back as text. */
export interface Reader {
  readonly read: (text: string) => unknown;
  readonly write: (value: unknown) => string | null;
}

let hasDecimalComma = false;

/** Whether `1,5` is one and a half, as in French; one language a visit. */
export function readDecimalComma(isOn: boolean): void {
  hasDecimalComma = isOn;
}

const COMMA = /(\d),(\d)/g;
/** Thousands apart, as the page itself writes them: `1,240` in English, `1 240` in both. No thousand begins with a zero. */
const IN_THOUSANDS = /^\s*[1-9]\d{0,2}(?:[,\s]\d{3})+(?:\.\d+)?\s*$/;
const SPACED = /^\s*[1-9]\d{0,2}(?:\s\d{3})+(?:[.,]\d+)?\s*$/;
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

const BY_KIND: Readonly<Partial<Record<Kind, Reader>>> = {
  amount: AMOUNT,
  duration: AMOUNT,
  share: SHARE,
  number: NUMBER,
  integer: NUMBER,
  fraction: PERCENT,
};

/** How a field of some kind is typed: as a number of sorts, or as text. */
export const readerOf = (kind: Kind): Reader => BY_KIND[kind] ?? TEXT;
