import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { buildIfStale } from './built.ts';

/**
 * `npm run strings -- FILE`: how many descriptions of hardware and places, as people wrote them, are read as they should
 * be. FILE is a CSV with the columns string, kind and expected: `8 x nvidia-t4`, `TDP 45 W`, `FR|DE`, `ambiguous: …`,
 * `none`. A text that is asked back is right where the file says that it is ambiguous or nothing. Each text comes in by
 * the library, by flags and as a line of a file: an answer that differs from way to way is told, and so is the first
 * suggestion for a text that was asked back.
 */

const [, , file] = process.argv;
if (file === undefined) {
  console.error('which file? npm run strings -- FILE.csv');
  process.exit(2);
}
const built = await buildIfStale();
if (built !== 0) process.exit(built);
const { estimate, list, parseRun }: typeof import('../packages/cli/src/index.ts') = await import(
  new URL('../packages/cli/dist/index.js', import.meta.url).href
);

interface Row {
  readonly string: string;
  readonly kind: string;
  readonly expected: string;
}
type Verdict = 'right' | 'asked back' | 'not read' | 'wrong';

const PLACES = /provider|location|region|country|zone/i;
const NOTHING = /^(?:ambiguous|none|nothing)/;
const STAND_IN = { hardware: [{ accelerator: 'nvidia-t4' }], hours: 1 };

function inputOf({ string, kind }: Row): object {
  if (kind.startsWith('provider')) {
    const [provider, region] = string.split(' | ');
    return { ...STAND_IN, place: { provider, region } };
  }
  if (PLACES.test(kind)) return { ...STAND_IN, place: { country: string } };
  const rest = { hours: 1, carbonIntensityGPerKwh: 100 };
  if (kind === 'instance') return { ...rest, instance: string };
  if (kind === 'cpu_model') return { ...rest, host: { cpu: string } };
  return { ...rest, hardware: [{ accelerator: string }] };
}

function verdictOf(row: Row): Verdict {
  const parsed = parseRun(inputOf(row) as Parameters<typeof parseRun>[0]);
  const isNothing = NOTHING.test(row.expected);
  if (!parsed.ok) {
    const { code } = parsed.problems[0];
    if (isNothing) return 'asked back';
    return code.startsWith('ambiguous') || code === 'no-tdp' ? 'asked back' : 'not read';
  }
  const found = answers(parsed.run);
  // A whole chip that a file calls a processor is the accelerator of its name.
  if (/an accelerator row here/.test(row.expected)) {
    const ids = parsed.run.hardware.map(({ accelerator }) => plain(String(accelerator)));
    return ids.length === 1 && ids[0] === plain(row.string) ? 'right' : 'wrong';
  }
  const isRight = row.expected.split('|').some((one) => found.some((text) => fits(text, one)));
  return isRight ? 'right' : isNothing && isHarmless(parsed.run, row) ? 'right' : 'wrong';
}

/** An ambiguity between rows of one power is none for an estimate. */
const isHarmless = (
  { readings = [] }: { readonly readings?: readonly object[] },
  { expected }: Row,
) => expected.startsWith('ambiguous') && readings.some((one) => 'others' in one);

function answers(run: Parameters<typeof estimate>[0]): string[] {
  const { machine, location } = estimate(run, { receipt: false, alternatives: false });
  const chips = machine.accelerators.map(({ id, count }) => `${count} x ${id ?? ''}`);
  const { cpu } = machine;
  const row = cpu && list('cpus', cpu.name).find(({ name }) => name === cpu.name);
  return [
    ...chips,
    ...(cpu ? [`processor ${cpu.name}`, `TDP ${row?.tdpW ?? ''} W`] : []),
    ...(location.zone ? [location.zone] : []),
    ...(location.country ? [location.country] : []),
  ];
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/\b(?:nvidia|amd|intel|geforce|tesla|half)\b/g, '')
    .replace(/[^a-z0-9.]+/g, '');

/** Counts agree, and every word of the name that the file gives stands in the id that was found. */
function fits(found: string, expected: string): boolean {
  const [, count, name] = /^([\d.]+) x (.+)$/.exec(expected) ?? [];
  if (count === undefined || name === undefined) return plain(found) === plain(expected);
  const [, own, id] = /^([\d.]+) x (.+)$/.exec(found) ?? [];
  const words = name
    .split(/[\s()]+/)
    .map(plain)
    .filter(Boolean);
  return Number(own) === Number(count) && words.every((word) => plain(id ?? '').includes(word));
}

function firstSuggestion(row: Row): string {
  const parsed = parseRun(inputOf(row) as Parameters<typeof parseRun>[0]);
  const { suggestions = [], expected = '' } = parsed.ok ? {} : parsed.problems[0];
  return suggestions[0] ?? `no suggestion; expected ${expected}`;
}

const COMMAND = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));

/** What the command writes, whatever it ends with: problems go to the other stream. */
function commandOutput(args: readonly string[], input = ''): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      stdio: 'pipe',
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        text += String(chunk);
      });
    }
    child.on('error', failed);
    child.on('close', () => done(text));
    child.stdin.end(input);
  });
}

/** What was made of a text: its machine and place, or the first problem. */
function gist(answer: {
  readonly machine?: object;
  readonly location?: object;
  readonly problems?: readonly { readonly code: string; readonly field: string }[];
}): string {
  const [problem] = answer.problems ?? [];
  return problem
    ? `${problem.code} ${problem.field}`
    : JSON.stringify([answer.machine, answer.location]);
}

function gistByLibrary(row: Row): string {
  const parsed = parseRun(inputOf(row) as Parameters<typeof parseRun>[0]);
  return gist(parsed.ok ? estimate(parsed.run, { receipt: false, alternatives: false }) : parsed);
}

function flagsOf(row: Row): string[] {
  const { hardware, host, instance, place } = inputOf(row) as {
    readonly hardware?: readonly { readonly accelerator: string }[];
    readonly host?: { readonly cpu: string };
    readonly instance?: string;
    readonly place?: {
      readonly provider?: string;
      readonly region?: string;
      readonly country?: string;
    };
  };
  const said = {
    accelerator: hardware?.[0]?.accelerator,
    cpu: host?.cpu,
    instance,
    provider: place?.provider,
    region: place?.region,
    country: place?.country,
    'carbon-intensity': place ? undefined : '100',
  };
  // With =, since some texts begin with a dash.
  const flags = Object.entries(said).flatMap(([flag, value]) =>
    value === undefined ? [] : [`--${flag}=${value}`],
  );
  return ['estimate', '--hours=1', '--json', ...flags];
}

/** Each text by each way in; where they differ, it is told. */
async function byAllWays(rows: readonly Row[]): Promise<number> {
  const lines = rows.map((row) => JSON.stringify(inputOf(row))).join('\n');
  const byLine = (await commandOutput(['estimate', '--ndjson', '--full'], lines))
    .trim()
    .split('\n');
  const waiting = [...rows.entries()];
  let differ = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, row] = next;
      const library = gistByLibrary(row);
      const ways = {
        flag: gist(JSON.parse(await commandOutput(flagsOf(row)))),
        line: gist(JSON.parse(byLine[index] ?? '{}')),
      };
      for (const [way, found] of Object.entries(ways)) {
        if (found === library) continue;
        differ += 1;
        console.log(`${way} differs: ${row.kind}: ${row.string}\n  ${found}\n  ${library}`);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return differ;
}

const rows = parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Row[];
const counts = new Map<string, Record<Verdict, number>>();
for (const row of rows) {
  const verdict = verdictOf(row);
  for (const kind of [row.kind, 'all']) {
    const of = counts.get(kind) ?? { right: 0, 'asked back': 0, 'not read': 0, wrong: 0 };
    of[verdict] += 1;
    counts.set(kind, of);
  }
  if (verdict === 'asked back')
    console.log(`asked back: ${row.kind}: ${row.string} -> ${firstSuggestion(row)}`);
  if (verdict === 'wrong' || verdict === 'not read') {
    console.log(`${verdict}: ${row.kind}: ${row.string} (expected ${row.expected})`);
  }
}
console.log('\nkind, right, asked back, not read, wrong');
for (const [kind, of] of counts) console.log([kind, ...Object.values(of)].join(', '));

const differ = await byAllWays(rows);
console.log(`\n${rows.length} texts by library, flag and line: ${differ} differ`);
