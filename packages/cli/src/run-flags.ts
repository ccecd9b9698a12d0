import {
  asAmount,
  asShare,
  meantField,
  type Problem,
  problem,
  RUN_FIELDS,
} from '@ml-emissions/calculator';
import type { Command } from 'commander';

type Row = (typeof RUN_FIELDS)[keyof typeof RUN_FIELDS];

/** A flag that sets one field of a run. */
interface RunFlag {
  /** The flag and what stands for its value, such as `--power-w <watts>`. */
  readonly flag: string;
  /** The field's path in the table of fields. */
  readonly field: string;
  readonly kind: Row['kind'];
  readonly help: string;
}

function helpOf(row: Row): string {
  const about = 'help' in row ? row.help : row.about;
  if (row.kind !== 'choice') return about;
  const usual = 'default' in row ? ` (default: ${row.default})` : '';
  return `${about}: ${row.choices.join(', ')}${usual}`;
}

const ALL: readonly RunFlag[] = Object.entries(RUN_FIELDS).flatMap(([field, row]) =>
  'flag' in row ? [{ flag: row.flag, field, kind: row.kind, help: helpOf(row) }] : [],
);

const HARDWARE = '/hardware/*/';
const PLACE = '/place/';

/** Flags of the accelerators: each may be repeated, the first of each is of the first kind of chip. */
const OF_HARDWARE = ALL.filter(({ field }) => field.startsWith(HARDWARE));
/** Flags of the place: one replaces what a file says of it. */
const OF_PLACE = ALL.filter(({ field }) => field.startsWith(PLACE));
const OF_RUN = ALL.filter((one) => !OF_HARDWARE.includes(one) && !OF_PLACE.includes(one));

/** What a user typed, by the name that commander gives each flag. */
export type TypedFlags = Readonly<Record<string, unknown>>;

/** A flag that may be given several times. */
export const also = (value: string, before: readonly string[] = []) => [...before, value];

/** Adds every flag of a run to a command. */
export function addRunFlags(command: Command): Command {
  for (const { flag, help } of OF_HARDWARE) command.option(flag, help, also);
  for (const { flag, help } of [...OF_PLACE, ...OF_RUN]) command.option(flag, help);
  return command;
}

/** `--power-w <watts>` -> `powerW`, as commander names it. */
function keyOf({ flag }: RunFlag): string {
  const [long = ''] = flag.split(' ');
  return long.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const TEXTS: readonly Row['kind'][] = ['text', 'id', 'id-or-object', 'choice', 'instant'];
const SHARES: readonly Row['kind'][] = ['share', 'fraction'];

function read(text: string, kind: Row['kind']): unknown {
  if (TEXTS.includes(kind)) return text;
  return asAmount(text, SHARES.includes(kind) ? asShare : undefined);
}

const COUNT_TIMES_NAME = /^\s*(\d+(?:\.\d+)?)\s*[x×]\s*(?=\D)(.+)$/i;

type Written = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typed = (flags: TypedFlags, key: string): readonly string[] =>
  (flags[key] as readonly string[] | undefined) ?? [];

/**
 * `--count` goes with the `--accelerator` of the same place. Where a file has as many kinds of chip, each keeps its
 * count under another name; what was measured was measured on the file's own chip.
 */
function hardware(flags: TypedFlags, inFile: unknown): unknown[] {
  const names = typed(flags, 'accelerator');
  const before = (Array.isArray(inFile) ? inFile : []).filter(isRecord);
  const isSameMany = before.length === names.length;
  const rows: Record<string, unknown>[] =
    names.length === 0
      ? before.map((row) => ({ ...row }))
      : before.flatMap(({ count }) => (isSameMany && count !== undefined ? [{ count }] : [{}]));
  if (names.length > 0) rows.length = Math.min(rows.length, names.length);
  for (const one of OF_HARDWARE) {
    const name = one.field.slice(HARDWARE.length);
    for (const [index, text] of typed(flags, keyOf(one)).entries()) {
      // A count with the name is for the reader of names; the file's own count is of what the file named.
      const isCounted = name === 'accelerator' && COUNT_TIMES_NAME.test(text);
      rows[index] = isCounted
        ? { accelerator: text }
        : { ...rows[index], [name]: read(text, one.kind) };
    }
  }
  return rows;
}

const flagProblem = (
  code: 'conflict' | 'missing',
  field: string,
  value: unknown,
  message: string,
  expected: string,
): Problem => problem(code, field, value, { message, expected });

/**
 * What flags say twice, and what a file says that flags would silently drop.
 *
 * @param flags as typed
 * @param file what the file held
 */
export function flagProblems(flags: TypedFlags, file: unknown): Problem[] {
  const names = typed(flags, 'accelerator');
  if (names.length === 0) return [];
  const counts = typed(flags, 'count');
  const twice = names.flatMap((name, index) => {
    const [, times] = COUNT_TIMES_NAME.exec(name) ?? [];
    const count = counts[index];
    if (times === undefined || count === undefined || Number(times) === Number(count)) return [];
    const message = `count is told twice: '${name}' and --count ${count}`;
    return [flagProblem('conflict', `/hardware/${index}/count`, count, message, 'one of the two')];
  });
  return [...twice, ...droppedByFlags(flags, names, counts, file)];
}

function droppedByFlags(
  flags: TypedFlags,
  names: readonly string[],
  counts: readonly string[],
  file: unknown,
): Problem[] {
  const inFile =
    isRecord(file) && !('runs' in file) && Array.isArray(file.hardware) ? file.hardware : [];
  const before = inFile.filter(isRecord);
  const isCounted = names.every(
    (name, index) => counts[index] !== undefined || COUNT_TIMES_NAME.test(name),
  );
  if (
    before.length !== names.length &&
    !isCounted &&
    before.some(({ count }) => count !== undefined)
  ) {
    const message = `the file has ${before.length} ${before.length === 1 ? 'kind' : 'kinds'} of chip, --accelerator names ${names.length}; say the count of each`;
    return [
      flagProblem(
        'missing',
        '/hardware/0/count',
        null,
        message,
        'a --count for each --accelerator',
      ),
    ];
  }
  return before.flatMap((row, index) => {
    const measured = (['powerW', 'utilisation'] as const).find((one) => row[one] !== undefined);
    const isTold = [flags.powerW, flags.utilisation].some(
      (list) => Array.isArray(list) && list[index] !== undefined,
    );
    if (measured === undefined || isTold || row.accelerator === names[index]) return [];
    const message = `the file's ${measured} was measured on its own chip, and --accelerator names another`;
    return [
      flagProblem(
        'conflict',
        `/hardware/${index}/${measured}`,
        row[measured],
        message,
        'what the other chip drew, or a file without it',
      ),
    ];
  });
}

/**
 * Flags over what a file says -> a run as written; nothing is checked here.
 *
 * @param flags as typed
 * @param file what the file held, or {}
 */
export function runFromFlags(
  flags: TypedFlags,
  file: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const run: Record<string, unknown> = { ...file };
  if (OF_HARDWARE.some((one) => flags[keyOf(one)] !== undefined)) {
    run.hardware = hardware(flags, file.hardware);
  }
  const place = OF_PLACE.filter((one) => flags[keyOf(one)] !== undefined);
  if (place.length > 0) {
    const onlyRegion = place.every(({ field }) => field === '/place/region');
    run.place = onlyRegion ? { ...(file.place as object) } : {};
  }
  for (const one of [...OF_PLACE, ...OF_RUN]) {
    const text = flags[keyOf(one)];
    if (typeof text === 'string') set(run, one.field, read(text, one.kind));
  }
  return run;
}

/** Whether any flag of a run was typed. */
export function hasRunFlags(flags: TypedFlags): boolean {
  return ALL.some((one) => flags[keyOf(one)] !== undefined);
}

/** Sets a field that may be one level down. */
function set(run: Record<string, unknown>, field: string, value: unknown): void {
  const [, first = '', second] = field.split('/');
  if (second === undefined) run[first] = value;
  else run[first] = { ...(run[first] as object | undefined), [second]: value };
}

/** The flag that sets a field, or the field itself. */
export function flagOf(field: string): string {
  if (field === '/place') return '--provider and --region';
  if (/^\/hardware(\/\d+)?$/.test(field)) return '--accelerator';
  const path = field.replace(/\/\d+/g, '/*');
  const found = ALL.find((one) => one.field === path);
  return found?.flag.split(' ')[0] ?? field;
}

/** Flags that may be given several times. */
export const REPEATED: readonly string[] = [
  ...OF_HARDWARE.map(({ flag }) => flag.split(' ')[0] ?? ''),
  '--base',
];

/** The flag that a word means: `gpu-hours` is `--device-hours`; null where it means none. */
export function flagMeantBy(word: string): string | null {
  const path = meantField(word);
  if (path === null) return null;
  if (path === '/place') return '--country';
  const flag = flagOf(path === '/hardware' ? '/hardware/*/accelerator' : path);
  return flag.startsWith('--') ? flag : null;
}
