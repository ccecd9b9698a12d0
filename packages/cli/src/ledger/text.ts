import {
  displayMass,
  displayNumber,
  displayPercent,
  type Quantity,
} from '@ml-emissions/calculator';
import type {
  Idle,
  Questions,
  RejectedRow,
  Stretch,
  SummaryKey,
  SummaryRow,
  TopJob,
  TrendRow,
} from '@ml-emissions/ledger';
import { cleaned } from '../cleaned.ts';
import { table } from './table.ts';

const UNKNOWN = 'not told';
const NO_JOBS = 'no jobs\n';

export const number = (count: number): string => count.toLocaleString('en');
/** `1 job`, `2,059 jobs`, or of another thing. */
export const counted = (count: number, one = 'job', many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;
const shown = (value: number) => displayNumber(value, 'en');
const percent = (share: number) => displayPercent(share, 'en');
const mass = (kg: number) => {
  const { number: amount, unit } = displayMass(kg, 'en');
  return `${amount} ${unit}`;
};

interface Ranged {
  readonly value: number;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
}

/** A mass with its range. */
export const massRange = ({ value, low, high }: Ranged): string =>
  low == null || high == null ? mass(value) : `${mass(value)} [${mass(low)} to ${mass(high)}]`;

/** What jobs have in common, and how many there are. */
export const keyCells = (by: readonly SummaryKey[], { keys }: SummaryRow): string[] =>
  by.map((key) => cleaned(keys[key] ?? UNKNOWN));

const amountCells = ({ jobs, deviceHours, energyKwh, kgCo2e }: SummaryRow) => [
  number(jobs),
  shown(deviceHours),
  shown(energyKwh.value),
  massRange(kgCo2e),
];

/** A summary for people. */
export function summaryText(
  by: readonly SummaryKey[],
  rows: readonly SummaryRow[],
  columns: number | null,
): string {
  if (rows.length === 0) return NO_JOBS;
  const cells = rows.map((row) => [
    ...keyCells(by, row),
    ...amountCells(row),
    percent(row.measuredShare),
  ]);
  return table(
    [[...by, 'jobs', 'chip-hours', 'kWh', 'CO2e', 'measured'], ...cells],
    columns,
    by.length,
  );
}

const BAR_CELLS = 20;

/** How emissions went, for people; the longest bar is the largest row. */
export function trendText(
  every: Stretch,
  by: readonly SummaryKey[],
  rows: readonly TrendRow[],
  columns: number | null,
): string {
  if (rows.length === 0) return NO_JOBS;
  const keys = [every, ...by.filter((key) => key !== every)];
  const most = Math.max(...rows.map(({ kgCo2e }) => kgCo2e.value));
  const bar = ({ kgCo2e }: TrendRow) =>
    '#'.repeat(most > 0 ? Math.ceil((kgCo2e.value / most) * BAR_CELLS) : 0);
  const cells = rows.map((row) => [
    ...keyCells(keys, row),
    ...amountCells(row),
    row.kgCo2ePerDeviceHour === null ? '' : mass(row.kgCo2ePerDeviceHour),
    row.gCo2ePerKwh === null ? '' : shown(row.gCo2ePerKwh),
    percent(row.lostShare),
    bar(row),
  ]);
  return table(
    [[...keys, 'jobs', 'chip-hours', 'kWh', 'CO2e', 'a chip-hour', 'g/kWh', 'lost', ''], ...cells],
    columns,
    keys.length,
  );
}

/** Chips that did little, for people. */
export function idleText(
  by: readonly SummaryKey[],
  { rows, told, untold }: Idle,
  columns: number | null,
): string {
  const keys = [...by.filter((key) => key !== 'load'), 'load' as const];
  const known = `The log tells what chips did of ${shown(told.deviceHours)} of ${shown(told.deviceHours + untold.deviceHours)} chip-hours.\n`;
  if (told.jobs + untold.jobs === 0) return NO_JOBS;
  if (told.jobs === 0)
    return `${known}Logs of power do (nvidia-smi, dcgmi, W&B, MLflow, CodeCarbon), and tables with powerW or busyShare.\n`;
  return `${rows.length === 0 ? 'no chips at rest or with little to do\n' : summaryText(keys, rows, columns)}${known}`;
}

/** The largest jobs for people. */
export function topText(jobs: readonly TopJob[], columns: number | null): string {
  if (jobs.length === 0) return NO_JOBS;
  const cells = jobs.map(
    ({ jobId, user, state, accelerator, count, hours, kgCo2e, kgCo2eLow, kgCo2eHigh }) => [
      cleaned(jobId),
      cleaned(user ?? UNKNOWN),
      state,
      accelerator === null ? 'none' : `${count === null ? '' : `${shown(count)} x `}${accelerator}`,
      hours === null ? '' : shown(hours),
      massRange({ value: kgCo2e, low: kgCo2eLow, high: kgCo2eHigh }),
    ],
  );
  return table([['job', 'user', 'state', 'accelerator', 'hours', 'CO2e'], ...cells], columns, 1);
}

/** How far the upper end is from the lower one. */
const width = ({ low, high }: Quantity): string =>
  low === undefined || high === undefined || !(low > 0)
    ? 'without a known range'
    : `the upper end ${shown(high / low)} times the lower`;

/** What to ask, for people. */
export function questionsText({ jobs, kgCo2e, questions, mends }: Questions): string {
  if (jobs === 0) return NO_JOBS;
  const lines = [`${counted(jobs)}: ${massRange(kgCo2e)}, ${width(kgCo2e)}`];
  for (const [at, { what, how, jobs: some, kgCo2eThen }] of questions.entries())
    lines.push(
      `${at + 1}. ${what} (of ${counted(some)}): then ${massRange(kgCo2eThen)}, ${width(kgCo2eThen)}`,
      `   ${how}`,
    );
  if (mends.length > 0) lines.push('Read better:');
  for (const { about, how, jobs: some } of mends)
    lines.push(`- ${counted(some)}: ${about}`, `   ${how}`);
  return `${lines.join('\n')}\n`;
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
