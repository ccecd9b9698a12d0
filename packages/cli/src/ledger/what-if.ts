import { displayPercent, type Quantity } from '@ml-emissions/calculator';
import {
  type Change,
  type Engine,
  LedgerFault,
  mending,
  type StartHour,
  type SummaryKey,
  type WhatIf,
  type WhatIfRow,
  whatIf,
} from '@ml-emissions/ledger';
import { type Command, InvalidArgumentError } from 'commander';
import { calculator } from '../calculator.ts';
import { cleaned } from '../cleaned.ts';
import { type Io, tell } from '../io.ts';
import { answered } from './answered.ts';
import type { Asked } from './arguments.ts';
import type { Flags } from './guarded.ts';
import { addPlaceFlags, type PlaceFlags, placeOf } from './place-flags.ts';
import { csvRow } from './rows.ts';
import { table } from './table.ts';
import { counted, keyCells, massRange, number } from './text.ts';

interface ChangeFlags extends Flags, Asked, PlaceFlags {
  readonly accelerator?: string;
  readonly powerLimitW?: number;
  readonly pue?: number;
  readonly startHour?: StartHour['hour'];
  readonly timeZone?: string;
}

/** The flags of `ledger what-if`. */
export const whatIfFlags = (command: Command): Command =>
  addPlaceFlags(command, 'where they would run')
    .option(
      '--accelerator <name>',
      'on which chips, as many of them; the time follows the ratio of peak FLOP/s',
    )
    .option(
      '--power-limit-w <watts>',
      'under which limit on each chip; the work takes longer',
      asNumber,
    )
    .option('--pue <ratio>', 'in a building of which PUE', asNumber)
    .option(
      '--start-hour <time>',
      'begun at which hour of their day, as 22 or 22:30; best: the one that is least for each job',
      asHour,
    )
    .option(
      '--time-zone <name>',
      'whose clock that is, as Europe/Berlin; UTC by default',
      asTimeZone,
    );

/** Answers `ledger what-if`. */
export async function answerWhatIf(io: Io, engine: Engine, flags: ChangeFlags): Promise<void> {
  const { by, where } = flags;
  const found = await whatIf(engine, calculator, changeOf(flags), by, where);
  await answered(io, flags, {
    json: {
      all: jsonOf(found.all),
      rows: found.rows.map((row) => ({ ...row.here.keys, ...jsonOf(row) })),
      unchanged: found.unchanged,
      notes: found.notes,
    },
    csv: (found.rows.length > 0 ? found.rows : [found.all]).map((row) => csvOf(by, row)),
    text: (columns) => whatIfText(by, found, columns),
  });
  for (const { reason, jobs } of found.unchanged)
    tell(io, `${counted(jobs)} not, or not in all: ${cleaned(reason)}\n`);
  for (const { about, jobs } of found.notes) tell(io, `${counted(jobs)}: ${cleaned(about)}\n`);
}

function asNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError('it is a number, as 250.');
  return value;
}

function asHour(text: string): StartHour['hour'] {
  if (text === 'best') return text;
  const [, hour, minute = '0'] = /^(\d\d?)(?::(\d\d))?$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
    throw new InvalidArgumentError('it is an hour of the day, as 22 or 22:30, or best.');
  return Number(hour) + Number(minute) / 60;
}

function asTimeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('it is the name of a time zone, as Europe/Berlin.');
  }
}

/** The change that flags ask for; a run says whether it can be. */
function changeOf(flags: ChangeFlags): Change {
  const place = placeOf(flags);
  const { accelerator, powerLimitW, pue, startHour, timeZone = 'UTC' } = flags;
  const asked = [place, accelerator, powerLimitW, pue, startHour].some(
    (one) => one !== undefined && one !== null,
  );
  if (!asked)
    throw new LedgerFault(
      'nothing is asked to be otherwise',
      '--country, --zone, --provider with --region, --named-site, --accelerator, --power-limit-w, --pue or --start-hour',
    );
  const parsed = calculator.parseRun({
    hours: 1,
    hardware: [
      { accelerator: accelerator ?? 'T4', ...(powerLimitW === undefined ? {} : { powerLimitW }) },
    ],
    place: place ?? { country: 'FR' },
    ...(pue === undefined ? {} : { pue }),
  } as never);
  if (!parsed.ok) {
    const { wrong, remedy } = mending(parsed.problems[0]);
    throw new LedgerFault(wrong, remedy);
  }
  return {
    place: place ? parsed.run.place : undefined,
    accelerator,
    powerLimitW,
    pue,
    ...(startHour === undefined ? {} : { start: { hour: startHour, timeZone } }),
  };
}

const jsonOf = ({
  here: { keys: _, ...here },
  kgCo2eAtItsHours,
  there: { keys: __, ...there },
  ratio,
  totalRatio,
}: WhatIfRow) => ({
  here,
  ...(kgCo2eAtItsHours ? { kgCo2eAtItsHours } : {}),
  there,
  ratio,
  totalRatio,
});

function csvOf(
  by: readonly SummaryKey[],
  { here, kgCo2eAtItsHours, there, ratio, totalRatio }: WhatIfRow,
) {
  const { jobs: _, deviceHours: __, ...would } = csvRow([], there);
  return {
    ...csvRow(by, here),
    ...(kgCo2eAtItsHours ? rangeCells('kgCo2eAtItsHours', kgCo2eAtItsHours) : {}),
    ...Object.fromEntries(Object.entries(would).map(([name, value]) => [`${name}There`, value])),
    ...rangeCells('ratio', ratio),
    ...rangeCells('totalRatio', totalRatio),
  };
}

const rangeCells = (name: string, of: Quantity | null) => ({
  [name]: of?.value,
  [`${name}Low`]: of?.low,
  [`${name}High`]: of?.high,
});

const HUNDREDTH = 0.005;

/** `45 % less`, with the range of the change. */
function changeText(ratio: Quantity | null): string {
  if (!ratio) return 'not known';
  const one = (value: number) =>
    Math.abs(value - 1) < HUNDREDTH
      ? 'the same'
      : `${displayPercent(Math.abs(value - 1), 'en')} ${value < 1 ? 'less' : 'more'}`;
  const { value, low, high } = ratio;
  if (low === undefined || high === undefined) return one(value);
  const ends = [one(low), one(high)];
  return ends[0] === ends[1] ? one(value) : `${one(value)} [${ends.join(' to ')}]`;
}

function whatIfText(
  by: readonly SummaryKey[],
  { all, rows }: WhatIf,
  columns: number | null,
): string {
  if (all.here.jobs === 0) return 'no jobs\n';
  const line = (row: WhatIfRow, keys: readonly string[]) => [
    ...keys,
    number(row.here.jobs),
    massRange(row.here.kgCo2e),
    ...(row.kgCo2eAtItsHours ? [massRange(row.kgCo2eAtItsHours)] : []),
    massRange(row.there.kgCo2e),
    changeText(row.ratio),
    changeText(row.totalRatio),
  ];
  const total = by.map((_, at) => (at === 0 ? 'all' : ''));
  const names = [
    ...by,
    'jobs',
    'CO2e',
    ...(all.kgCo2eAtItsHours ? ['at its hours'] : []),
    'would be',
    'change',
    'with manufacture',
  ];
  const cells = rows.map((row) => line(row, keyCells(by, row.here)));
  return table([names, ...cells, line(all, total)], columns, by.length);
}
