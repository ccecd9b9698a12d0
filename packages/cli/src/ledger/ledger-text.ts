import {
  displayMass,
  displayNumber,
  displayPercent,
  type Quantity,
} from '@ml-emissions/calculator';
import type { RejectedRow, SummaryKey, SummaryRow, TopJob } from '@ml-emissions/ledger';
import { stringify } from 'csv-stringify/sync';
import stringWidth from 'fast-string-width';
import { cleaned } from '../cleaned.ts';
import { padded } from '../text/fit.ts';

const GAP = '  ';
const UNKNOWN = 'not told';

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => stringWidth(row[at] ?? ''))),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => padded(cell, widths[at] ?? 0))
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('');
}

const shown = (value: number) => displayNumber(value, 'en');
const mass = (kg: number) => {
  const { number, unit } = displayMass(kg, 'en');
  return `${number} ${unit}`;
};
const massRange = ({
  value,
  low,
  high,
}: {
  value: number;
  low?: number | null | undefined;
  high?: number | null | undefined;
}) =>
  low == null || high == null ? mass(value) : `${mass(value)} [${mass(low)} to ${mass(high)}]`;

/** A summary for people. */
export function summaryText(by: readonly SummaryKey[], rows: readonly SummaryRow[]): string {
  if (rows.length === 0) return 'no jobs\n';
  const head = [...by, 'jobs', 'chip-hours', 'kWh', 'CO2e', 'measured'];
  return table([
    head,
    ...rows.map(({ keys, jobs, deviceHours, energyKwh, kgCo2e, measuredShare }) => [
      ...by.map((key) => cleaned(keys[key] ?? UNKNOWN)),
      jobs.toLocaleString('en'),
      shown(deviceHours),
      shown(energyKwh.value),
      massRange(kgCo2e),
      displayPercent(measuredShare, 'en'),
    ]),
  ]);
}

/** The largest jobs for people. */
export function topText(jobs: readonly TopJob[]): string {
  if (jobs.length === 0) return 'no jobs\n';
  return table([
    ['job', 'user', 'state', 'accelerator', 'hours', 'CO2e'],
    ...jobs.map(
      ({ jobId, user, state, accelerator, count, hours, kgCo2e, kgCo2eLow, kgCo2eHigh }) => [
        cleaned(jobId),
        cleaned(user ?? UNKNOWN),
        state,
        accelerator === null
          ? 'none'
          : `${count === null ? '' : `${shown(count)} x `}${accelerator}`,
        hours === null ? '' : shown(hours),
        massRange({ value: kgCo2e, low: kgCo2eLow, high: kgCo2eHigh }),
      ],
    ),
  ]);
}

/** Rejected rows for people. */
export function rejectsText(rows: readonly RejectedRow[]): string {
  if (rows.length === 0) return 'no row was rejected\n';
  return rows
    .map(({ file, line, field, value, reason, remedy }) => {
      const where = `${file}:${line}${field === '' ? '' : ` ${field}`}${value === '' ? '' : ` '${value}'`}`;
      return `${cleaned(where)}: ${cleaned(reason)}\n  ${cleaned(remedy)}\n`;
    })
    .join('');
}

const ranged = (name: string, of: Quantity | null) => ({
  [name]: of?.value,
  [`${name}Low`]: of?.low,
  [`${name}High`]: of?.high,
});

/** Groups, or other rows, as CSV. */
export function csvOf(
  by: readonly SummaryKey[],
  rows: readonly SummaryRow[],
  others: readonly object[] = [],
): string {
  const flat = rows.map(
    ({ keys, jobs, deviceHours, energyKwh, kgCo2e, embodiedKgCo2e, measuredShare }) => ({
      ...Object.fromEntries(by.map((key) => [key, keys[key] ?? ''])),
      jobs,
      deviceHours,
      ...ranged('energyKwh', energyKwh),
      ...ranged('kgCo2e', kgCo2e),
      ...ranged('embodiedKgCo2e', embodiedKgCo2e),
      measuredShare,
    }),
  );
  return stringify([...flat, ...others], { header: true, escape_formulas: true });
}
