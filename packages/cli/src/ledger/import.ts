import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Imported,
  importFile,
  type Ledger,
  LedgerFault,
  type Mapping,
  parseMapping,
  SOURCES,
  type Source,
} from '@ml-emissions/ledger';
import { type Command, Option } from 'commander';
import { calculator } from '../calculator.ts';
import { cleaned } from '../cleaned.ts';
import { type ExitCode, type Io, say } from '../io.ts';
import { readRunFile } from '../read-file.ts';
import { asideOf, guarded } from './guarded.ts';
import { addPlaceFlags, type PlaceFlags, placeOf } from './place-flags.ts';
import { counted, number } from './text.ts';
import { overwrite, overwritten, progressText, stoppable } from './watched.ts';

interface ImportFlags extends PlaceFlags {
  readonly ledger: string;
  readonly as?: Source;
  readonly mapping?: string;
  readonly json?: boolean;
}

/** What became of a file. */
type Done = Imported & { readonly file: string };

const MS_PER_S = 1000;

/** `ml-emissions ledger import`. */
export function importCommand(command: Command, io: Io, finish: (exit: ExitCode) => void): void {
  addPlaceFlags(command, 'where jobs ran whose log and mapping say nothing else')
    .argument('<files...>', 'exported logs; of MLflow a folder, too')
    .addOption(
      new Option('--as <kind>', 'what they are; told by how they begin where it can be').choices(
        SOURCES,
      ),
    )
    .option('--mapping <file>', 'YAML: which hardware, place and meters the names in the log are')
    .option('--json', 'print JSON')
    .action(async (files: readonly string[], flags: ImportFlags) => {
      const all: Done[] = [];
      const work = (ledger: Ledger) => importAll(io, files, flags, ledger, all);
      finish(await guarded(io, flags, {}, work, () => all.length === 0));
    });
}

async function importAll(
  io: Io,
  files: readonly string[],
  flags: ImportFlags,
  ledger: Ledger,
  all: Done[],
): Promise<ExitCode> {
  const mapping = await mappingFrom(flags);
  for (const file of files) {
    const started = performance.now();
    const expected = io.columns.stderr === null ? null : await aboutRows(file);
    let last = started;
    const onProgress = ({ rows }: Imported) => {
      const now = performance.now();
      if (now - last < MS_PER_S) return;
      last = now;
      const share = expected ? Math.min(1, rows / expected) : 0;
      const told = progressText(share, rows, (now - started) / MS_PER_S);
      overwrite(io, `${number(rows)} rows, ${expected ? told : told.replace(/^\S+ %, /, '')}`);
    };
    const done = await stoppable(io, LEFT, [asideOf(flags.ledger)], () =>
      importFile(ledger, calculator, file, {
        mapping,
        onProgress,
        ...(flags.as ? { as: flags.as } : {}),
      }),
    );
    if (last > started) overwritten(io);
    all.push({ ...done, file: basename(file) });
  }
  if (flags.json) io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  else for (const one of all) say(io, importedText(one));
  return all.some(({ rejected }) => rejected > 0) ? 2 : 0;
}

const LEFT = 'what was read so far is in the ledger; reading the file again makes it whole';
const HEAD_BYTES = 100_000;
/** A head with fewer lines tells nothing of how long lines are. */
const LEAST_LINES = 20;

/** About how many lines a file of text has, by its first ones; null where that cannot be told. */
async function aboutRows(path: string): Promise<number | null> {
  const file = await open(path).catch(() => null);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const lines = buffer.toString('latin1', 0, bytesRead).split('\n').length - 1;
    return lines < LEAST_LINES ? null : (size / bytesRead) * lines;
  } catch {
    // A folder has no lines.
    return null;
  } finally {
    await file.close();
  }
}

/** What became of a file, so that its rows add up. */
function importedText({
  file,
  source,
  rows,
  jobs,
  parts,
  leftOut,
  rejected,
  added,
  changed,
  same,
}: Done): string {
  const more = [
    ...(parts > 0 ? [`${counted(parts, 'part of jobs', 'parts of jobs')}`] : []),
    ...(leftOut > 0 ? [`${number(leftOut)} left out`] : []),
    ...(rejected > 0 ? [`${number(rejected)} rejected (ml-emissions ledger rejects)`] : []),
  ];
  const became = `${number(added)} new, ${number(changed)} changed, ${number(same)} as they were`;
  return `${cleaned(file)} (${source}): ${counted(rows, 'row')}: ${[counted(jobs), ...more].join(', ')}\n  ${became}\n`;
}

async function mappingFrom(flags: ImportFlags): Promise<Mapping> {
  const read = flags.mapping === undefined ? null : await readRunFile(flags.mapping);
  if (read && !read.ok) throw new LedgerFault(read.problem.message, 'a mapping as YAML or JSON');
  const written = (read?.value ?? {}) as Readonly<Record<string, unknown>>;
  const place = placeOf(flags);
  const { defaults } = written as { readonly defaults?: object };
  const parsed = parseMapping(place ? { ...written, defaults: { ...defaults, place } } : written);
  if (parsed.ok) return parsed.mapping;
  const told = parsed.faults.map(({ field, message }) => `${field}: ${message}`).join('; ');
  throw new LedgerFault(`the mapping cannot be used: ${told}`, 'docs/ledger.md says what it holds');
}
