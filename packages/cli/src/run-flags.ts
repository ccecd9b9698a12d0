import { asAmount, asShare, RUN_FIELDS } from '@ml-emissions/calculator';
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

const also = (value: string, before: readonly string[] = []) => [...before, value];

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

/** `8xA100-SXM4-80GB` is count and name; `--count` goes with the `--accelerator` of the same place. */
function hardware(flags: TypedFlags, inFile: unknown): unknown[] {
  const named = Array.isArray(flags.accelerator);
  const rows: Record<string, unknown>[] =
    !named && Array.isArray(inFile) ? inFile.map((row) => ({ ...row })) : [];
  for (const one of OF_HARDWARE) {
    const name = one.field.slice(HARDWARE.length);
    for (const [index, text] of ((flags[keyOf(one)] as string[] | undefined) ?? []).entries()) {
      const [, times, rest] = name === 'accelerator' ? (COUNT_TIMES_NAME.exec(text) ?? []) : [];
      rows[index] =
        rest === undefined
          ? { ...rows[index], [name]: read(text, one.kind) }
          : { accelerator: rest, count: Number(times) };
    }
  }
  return rows;
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
