import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mutant, mutantsOf } from './mutation/mutants.ts';
import type { Answer, Asked } from './mutation/runner.ts';

/**
 * `npm run mutation -- packages/rates packages/model/src/plan`: changes the code in small ways, one at a time, and
 * tells which changes no test of the room notices. Not part of `npm test`: it takes about a second a change.
 *
 * `--only file:line` runs the changes of one line; `--list` names them and runs nothing.
 */

const RUNNER = fileURLToPath(new URL('./mutation/runner.ts', import.meta.url));
/** What takes longer than this runs for ever. */
const MOST_MS = 120_000;

const options = process.argv.slice(2);
const only = options.flatMap((one, at) => (options[at - 1] === '--only' ? [one] : []));
const isList = options.includes('--list');
const paths = options.filter((one) => !one.startsWith('--') && !only.includes(one));

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

  async run(asked: Asked): Promise<Answer> {
    this.child ??= fork(RUNNER, { execArgv: ['--import', 'tsx'] });
    const { child } = this;
    const answer = new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.end('SIGKILL');
        resolve({ isKilled: true, by: 'endless' });
      }, MOST_MS);
      child.once('message', (said) => resolve(said as Answer));
      child.once('exit', (code) => reject(new Error(`the tests ended with ${code}`)));
      child.once('message', () => clearTimeout(timer));
    });
    child.send(asked);
    return answer.finally(() => child.removeAllListeners());
  }

  end(signal: 'SIGKILL' | 'SIGTERM'): void {
    this.child?.kill(signal);
    this.child = null;
  }
}

const isAsked = ({ file, line }: Mutant) => only.length === 0 || only.includes(`${file}:${line}`);

const runner = new Runner();
const files = paths.flatMap(sourcesIn).map((file) => relative('.', resolve(file)));
const mutants = files
  .flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')))
  .filter(isAsked);
if (isList) {
  for (const { file, line, what } of mutants) console.log(`${file}:${line}  ${what}`);
  process.exit(0);
}

for (const file of files) {
  const { isKilled, by } = await runner.run({
    file: resolve(file),
    source: readFileSync(file, 'utf8'),
  });
  if (isKilled) throw new Error(`${file}: its tests fail as it stands: ${by}`);
}

const tally = new Map<string, { killed: number; all: number }>();
const survived: Mutant[] = [];
for (const mutant of mutants) {
  const { file, line, what, source } = mutant;
  const { isKilled, by } = await runner.run({ file: resolve(file), source });
  console.log(
    `${isKilled ? 'killed  ' : 'SURVIVED'} ${file}:${line}  ${what}${by ? `  (${by})` : ''}`,
  );
  const { killed, all } = tally.get(file) ?? { killed: 0, all: 0 };
  tally.set(file, { killed: killed + Number(isKilled), all: all + 1 });
  if (!isKilled) survived.push(mutant);
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
if (survived.length > 0) console.log('\nSurvived\n');
for (const { file, line, what } of survived) console.log(`${file}:${line}  ${what}`);
