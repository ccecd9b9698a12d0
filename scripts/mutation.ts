import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mutant, mutantsOf } from './mutation/mutants.ts';
import type { Answer, Asked } from './mutation/runner.ts';

/**
 * `npm run mutation -- packages/rates packages/model/src/plan`: changes the code in small ways, one at a time, and
 * tells which changes no test of the room notices. Not part of `npm test`: it takes minutes.
 *
 * First all changes are built in with a switch each, and every test runs once for each change that it reaches. What
 * none has noticed, and what cannot be switched on while the code runs, is then tried alone, on a fresh start.
 *
 * `--only file:line` tries the changes of one line; `--list` names all and runs nothing. `--sample 60` tries so many,
 * evenly over all, each alone: what it prints is an estimate, and says of how many.
 */

const RUNNER = fileURLToPath(new URL('./mutation/runner.ts', import.meta.url));
/** What takes longer than this runs for ever. */
const MOST_MS = 120_000;

const options = process.argv.slice(2);
const only = options.flatMap((one, at) => (options[at - 1] === '--only' ? [one] : []));
const sample = Number(options[options.indexOf('--sample') + 1] ?? 0);
const isSample = options.includes('--sample') && sample > 0;
const paths = options.filter(
  (one, at) => !one.startsWith('--') && !only.includes(one) && options[at - 1] !== '--sample',
);

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

  async run(asked: Asked, mostMs = MOST_MS): Promise<Answer> {
    const { noticed } = asked;
    this.child ??= fork(RUNNER, {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...(noticed !== null && { MUTATION_NOTICED: noticed }) },
    });
    const { child } = this;
    const answer = new Promise<Answer>((settle, reject) => {
      const timer = setTimeout(() => {
        this.end('SIGKILL');
        settle({ isKilled: true, by: 'endless' });
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
const total = mutants.length;
if (isSample && sample < total) {
  const each = total / sample;
  const kept = Array.from({ length: sample }, (_, at) => mutants[Math.floor((at + 0.5) * each)]);
  mutants.splice(0, total, ...kept.filter((one) => one !== undefined));
}
if (options.includes('--list')) {
  for (const { file, line, what } of mutants) console.log(`${file}:${line}  ${what}`);
  process.exit(0);
}

/** The tests that notice a change that is switched on, by its number. */
async function switchedOn(): Promise<ReadonlyMap<number, string>> {
  if (only.length > 0 || isSample) return new Map();
  const noticed = join(mkdtempSync(join(tmpdir(), 'ml-emissions-mutation-')), 'noticed.json');
  const runner = new Runner();
  const { isKilled, by } = await runner.run({ sources: switched, noticed, switches }, 60 * MOST_MS);
  runner.end('SIGTERM');
  if (isKilled) throw new Error(`the tests fail though no change is on: ${by}`);
  return new Map(JSON.parse(readFileSync(noticed, 'utf8')) as [number, string][]);
}

const noticed = await switchedOn();
const runner = new Runner();
const tally = new Map<string, { killed: number; all: number }>();
const survived: Mutant[] = [];
for (const mutant of mutants) {
  const { file, line, what, source, id } = mutant;
  const by = id === null ? undefined : noticed.get(id);
  // What one change left behind, such as an index that it made, must not be there for the next.
  if (by === undefined) runner.end('SIGTERM');
  const answer =
    by === undefined
      ? await runner.run({ sources: { [resolve(file)]: source }, noticed: null, switches: {} })
      : { isKilled: true, by };
  console.log(
    `${answer.isKilled ? 'killed  ' : 'SURVIVED'} ${file}:${line}  ${what}${answer.by ? `  (${answer.by})` : ''}`,
  );
  const { killed, all } = tally.get(file) ?? { killed: 0, all: 0 };
  tally.set(file, { killed: killed + Number(answer.isKilled), all: all + 1 });
  if (!answer.isKilled) survived.push(mutant);
}
runner.end('SIGTERM');

const percent = (killed: number, all: number) =>
  `${((100 * killed) / all).toFixed(1).padStart(5)} %`;
console.log('\nKilled, by file\n');
for (const [file, { killed, all }] of tally) {
  console.log(
    `${percent(killed, all)} ${String(killed).padStart(5)} of ${String(all).padEnd(5)} ${file}`,
  );
}
const killed = mutants.length - survived.length;
console.log(
  `${percent(killed, mutants.length)} ${String(killed).padStart(5)} of ${mutants.length}   together`,
);
if (isSample) console.log(`a sample of ${mutants.length} of ${total} changes`);
if (survived.length > 0) console.log('\nSurvived\n');
for (const { file, line, what } of survived) console.log(`${file}:${line}  ${what}`);
