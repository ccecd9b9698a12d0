import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seeded } from '../packages/model/src/testing.ts';
import { type Mutant, mutantsOf } from './mutation/mutants.ts';
import type { Answer, Asked } from './mutation/runner.ts';

/**
 * `npm run mutation -- packages/rates packages/model/src/plan`: changes the code in small ways, one at a time, and
 * tells which changes no test of the room notices. Not part of `npm test -- --all`: it takes minutes.
 *
 * First all changes are built in with a switch each, and every test runs once for each change that it reaches. What
 * none has noticed, and what cannot be switched on while the code runs, is then tried alone, on a fresh start.
 *
 * `--only file:line` tries the changes of one line; `--list` names all and runs nothing. `--sample 60` tries so many,
 * drawn by `--seed`, which is 1 by default: what it prints is an estimate, and says of how many. `--quick` tries nothing
 * alone: what cannot be switched on is left out, and what only a slow test notices counts as survived.
 */

const RUNNER = fileURLToPath(new URL('./mutation/runner.ts', import.meta.url));
/** What takes longer than this, and so many times as long as without the change, runs for ever. */
const MOST_MS = 120_000;
const TIMES = 10;
const ENDLESS = 'endless';
const RUN_MS = 2 * 60 * 60_000;

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
});
const { only } = values;

function sourcesIn(path: string): string[] {
  if (!existsSync(path)) throw new Error(`there is no ${path}`);
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        file.endsWith('.ts') && !/(\.test|\.d|testing|\.config)\.ts$|node_modules/.test(file),
    )
    .map((file) => join(path, file))
    .sort();
}

/** The tests run in a process of their own, which can be ended where a change makes a loop endless. */
class Runner {
  private child: ChildProcess | null = null;

  async run(asked: Asked, mostMs: number): Promise<Answer> {
    const { noticed, tried } = asked;
    this.child ??= fork(RUNNER, {
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        ...(noticed !== null && { MUTATION_NOTICED: noticed, MUTATION_TRIED: tried.join() }),
      },
    });
    const { child } = this;
    const answer = new Promise<Answer>((settle, reject) => {
      const timer = setTimeout(() => {
        this.end('SIGKILL');
        settle({ isKilled: true, by: ENDLESS });
      }, mostMs);
      child.once('message', (said) => {
        clearTimeout(timer);
        settle(said as Answer);
      });
      child.once('exit', (code) => reject(new Error(`the tests ended with ${code}`)));
    });
    child.send(asked);
    return answer.finally(() => child.removeAllListeners());
  }

  end(signal: 'SIGKILL' | 'SIGTERM'): void {
    this.child?.removeAllListeners();
    this.child?.kill(signal);
    this.child = null;
  }
}

const files = [...new Set(paths.flatMap(sourcesIn).map((file) => relative('.', resolve(file))))];
const mutants: Mutant[] = [];
const switched: Record<string, string> = {};
const switches: Record<string, readonly [first: number, last: number]> = {};
let nextId = 1;
for (const file of files) {
  const found = mutantsOf(file, readFileSync(file, 'utf8'), nextId);
  mutants.push(
    ...found.mutants.filter(({ line }) => only.length === 0 || only.includes(`${file}:${line}`)),
  );
  if (found.mutants.length > 0) {
    switched[resolve(file)] = found.switched;
    switches[resolve(file)] = [nextId, nextId + found.mutants.length - 1];
  }
  nextId += found.mutants.length;
}
if (values.quick) mutants.splice(0, mutants.length, ...mutants.filter(({ id }) => id !== null));
const total = mutants.length;
const sample = Number(values.sample ?? total);
if (!(sample > 0)) throw new Error('--sample: how many changes?');
if (sample < total) mutants.splice(0, total, ...drawn(mutants, sample, Number(values.seed)));
if (values.list) {
  writeSync(1, mutants.map(({ file, line, what }) => `${file}:${line}  ${what}\n`).join(''));
  process.exit(0);
}

/** So many of a list by a seed, in their order. */
function drawn<T>(list: readonly T[], many: number, seed: number): T[] {
  const random = seeded(seed);
  const places = list.map((_, place) => ({ place, by: random() }));
  const kept = places.sort((a, b) => a.by - b.by).slice(0, many);
  return kept
    .sort((a, b) => a.place - b.place)
    .flatMap(({ place }) => list.slice(place, place + 1));
}

/** The tests that notice a change that is switched on, by its number. */
async function switchedOn(): Promise<ReadonlyMap<number, string>> {
  const tried = mutants.flatMap(({ id }) => (id === null ? [] : [id]));
  if (tried.length === 0) return new Map();
  const noticed = join(mkdtempSync(join(tmpdir(), 'ml-emissions-mutation-')), 'noticed.json');
  const runner = new Runner();
  const asked = { sources: switched, noticed, switches, tried };
  const { isKilled, by } = await runner.run(asked, RUN_MS);
  runner.end('SIGTERM');
  if (isKilled) throw new Error(`the tests fail though no change is on: ${by}`);
  return new Map(JSON.parse(readFileSync(noticed, 'utf8')) as [number, string][]);
}

const noticed = await switchedOn();
const runner = new Runner();
/** The change on a fresh start: what another left behind, such as an index that it made, must not be there. */
async function alone({ file, source }: Mutant): Promise<Answer> {
  if (values.quick) return { isKilled: false, by: '' };
  const most = mostOf.get(file) ?? (await mostFor(file));
  mostOf.set(file, most);
  return afresh(file, source, most);
}

const mostOf = new Map<string, number>();

/** How long the tests of a file may take; they have to pass as it stands. */
async function mostFor(file: string): Promise<number> {
  const start = performance.now();
  const { isKilled, by } = await afresh(file, readFileSync(file, 'utf8'), RUN_MS);
  if (isKilled) throw new Error(`the tests of ${file} fail though nothing is changed: ${by}`);
  return Math.max(MOST_MS, TIMES * (performance.now() - start));
}

function afresh(file: string, source: string, mostMs: number): Promise<Answer> {
  runner.end('SIGTERM');
  const asked = { sources: { [resolve(file)]: source }, noticed: null, switches: {}, tried: [] };
  return runner.run(asked, mostMs);
}

const tally = new Map<string, { killed: number; all: number }>();
const survived: Mutant[] = [];
let endless = 0;
for (const mutant of mutants) {
  const { file, line, what, id } = mutant;
  const by = id === null ? undefined : noticed.get(id);
  const answer = by === undefined ? await alone(mutant) : { isKilled: true, by };
  console.log(
    `${answer.isKilled ? 'killed  ' : 'SURVIVED'} ${file}:${line}  ${what}${answer.by ? `  (${answer.by})` : ''}`,
  );
  const { killed, all } = tally.get(file) ?? { killed: 0, all: 0 };
  tally.set(file, { killed: killed + Number(answer.isKilled), all: all + 1 });
  if (!answer.isKilled) survived.push(mutant);
  if (answer.by === ENDLESS) endless += 1;
}
runner.end('SIGTERM');

const percent = (killed: number, all: number) =>
  `${((100 * killed) / all).toFixed(1).padStart(5)} %`;
const row = (killed: number, all: number, what: string) =>
  `${percent(killed, all)} ${String(killed).padStart(5)} of ${String(all).padEnd(5)} ${what}`;
console.log('\nKilled, by file\n');
for (const [file, { killed, all }] of tally) console.log(row(killed, all, file));
console.log('\nKilled, by what was asked for\n');
for (const path of paths) {
  const within = [...tally].filter(([file]) => `${file}/`.startsWith(`${relative('.', path)}/`));
  const sum = (of: 'killed' | 'all') => within.reduce((all, [, one]) => all + one[of], 0);
  if (within.length > 0) console.log(row(sum('killed'), sum('all'), path));
}
console.log(row(mutants.length - survived.length, mutants.length, 'together'));
if (endless > 0) console.log(`${endless} of them by going round for ever`);
if (sample < total)
  console.log(`a sample of ${mutants.length} of ${total} changes, by seed ${values.seed}`);
if (survived.length > 0) console.log('\nSurvived\n');
for (const { file, line, what } of survived) console.log(`${file}:${line}  ${what}`);
