import type { Amount } from '@ml-emissions/model';
import * as v from 'valibot';
import { expectedOf, type NumberRow } from './fields/row.ts';
import { LIMITS } from './limits.ts';

// Codes below 32 and 127 steer terminals and hide in files; no id or name holds them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A short text such as an id; what it should be is told by `expected`. */
export const id = (expected: string) =>
  v.pipe(
    v.string(expected),
    v.nonEmpty(expected),
    v.maxLength(LIMITS.idLength, `at most ${LIMITS.idLength} characters`),
    v.check((written) => !CONTROL.test(written), 'text without control characters'),
  );

/** Free text. */
export const text = (expected: string) =>
  v.pipe(
    v.string(expected),
    v.maxLength(LIMITS.textLength, `at most ${LIMITS.textLength} characters`),
  );

/** The last day of the month whose day does not exist, as a date; null where the day exists. Engines read on into March. */
export function lastDayBefore(written: string): string | null {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})/.exec(written) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) > last ? `${year}-${month}-${last}${written.slice(10)}` : null;
}

/** Whether a text is a date, or a date and time, of ISO 8601. */
export const isInstant = (written: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(written) &&
  !Number.isNaN(Date.parse(written)) &&
  lastDayBefore(written) === null;

/** A date, or a date and time, of ISO 8601. */
export const instant = (expected: string) =>
  v.pipe(v.string(expected), v.check(isInstant, expected));

type Bounds = Pick<NumberRow, 'above' | 'from' | 'to'>;

const TOO_SMALL = `a number of at least ${LIMITS.least}, or 0 where nothing is meant`;

const between = (expected: string, { above, from, to }: Bounds, least: number = LIMITS.least) =>
  v.pipe(
    v.number(expected),
    v.finite(expected),
    above === undefined ? v.minValue(from ?? 0, expected) : v.gtValue(above, expected),
    v.maxValue(to, expected),
    v.rawCheck(({ dataset, addIssue }) => {
      if (dataset.typed && dataset.value > 0 && dataset.value < least)
        addIssue({ message: TOO_SMALL });
    }),
  );

/** A number within the bounds of its row. Nothing is divided by a fraction: it may be as small as it likes. */
export const plain = (row: NumberRow) =>
  between(expectedOf(row), row, row.kind === 'fraction' ? 0 : LIMITS.least);

/** The same, without a fraction. */
export const integer = (row: NumberRow) => v.pipe(plain(row), v.integer(expectedOf(row)));

const RANGE = '{ value, low, high } with 0 < low <= value <= high, the 90 % range';
/** As `toLocaleString` has it, whose first use costs whoever imports this 10 ms. */
const FOLD = String(LIMITS.fold).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
const TOO_WIDE = `a range whose ends are at most ${FOLD} times below and above its value`;

const isObject = (input: unknown) => typeof input === 'object' && input !== null;

/** A number with the 90 % range that its owner knows. */
function ranged(row: NumberRow) {
  const end = between(`a number; expected ${RANGE}`, { from: 0, to: Number.MAX_VALUE });
  return v.pipe(
    v.object({ value: plain(row), low: end, high: end }, RANGE),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { value, low, high } = dataset.value;
      const isOrdered = low <= value && value <= high;
      const isRange = isOrdered && (low > 0 || (value === 0 && high === 0));
      const isNarrow = value <= low * LIMITS.fold && high <= value * LIMITS.fold;
      if (isRange && isNarrow) return;
      addIssue({ message: isRange ? TOO_WIDE : RANGE, label: 'range' });
    }),
  );
}

/** A number, or a number with its range. */
export function amount(row: NumberRow) {
  const one = plain(row);
  const withRange = ranged(row);
  return v.lazy((input): v.GenericSchema<unknown, Amount> => (isObject(input) ? withRange : one));
}

/** A short text, or an object in its place. */
export function idOr(expected: string, described: v.GenericSchema) {
  const named = id(expected);
  return v.lazy((input): v.GenericSchema => (isObject(input) ? described : named));
}
