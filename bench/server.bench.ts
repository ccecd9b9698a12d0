import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../scripts/built.ts';
import { printBoaviztapi } from './boaviztapi.ts';
import {
  cpuOf,
  type Loaded,
  load,
  median,
  memoryOf,
  number,
  perCpuSecond,
  perSecond,
  type Server,
  start,
  stop,
} from './served.ts';

/**
 * `npm run bench:server [-- SECONDS] [--load MINUTES]`: answers of the server beside those of a bare Fastify route that
 * reads the same body and answers JSON of the same size, in turns and in one run; lines a CPU-second; memory over the
 * minutes of load (1). Of the time of the processor that a server takes, load of others on the machine changes little.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { load: { type: 'string', default: '1' } },
});
const SECONDS = Number(positionals[0] ?? 10);
const LOAD_SECONDS = Number(values.load) * 60;
const ROUNDS = 3;
const LINES = 200_000;
const READY_AIM_MS = 500;

const built = await buildIfStale();
if (built !== 0) process.exit(built);

const RUN = {
  hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};
let next = 0;
const fresh = () => JSON.stringify({ ...RUN, hours: 1 + (next++ % 1_000_000) / 1000 });
const same = () => JSON.stringify(RUN);
const PATH = '/v1/estimates';
const SHORT = '?receipt=false&alternatives=false';

async function answerTo(server: Server, query: string): Promise<string> {
  const answer = await fetch(`${server.origin}${PATH}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: same(),
  });
  return answer.text();
}

async function linesPerCpuSecond(server: Server): Promise<number> {
  const before = cpuOf(server);
  const asked = request(`${server.origin}${PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const answered = once(asked, 'response');
  void (async () => {
    for (let line = 0; line < LINES; line += 100) {
      const many = Array.from({ length: 100 }, (_, at) =>
        JSON.stringify({ ...RUN, name: `run-${line + at}`, hours: 1 + (line + at) / 100 }),
      );
      if (!asked.write(`${many.join('\n')}\n`)) await once(asked, 'drain');
    }
    asked.end();
  })();
  const [response] = await answered;
  let lines = 0;
  for await (const chunk of response)
    for (const byte of chunk as Buffer) if (byte === 10) lines += 1;
  if (lines !== LINES) throw new Error(`${lines} answers to ${LINES} lines`);
  return LINES / (cpuOf(server) - before);
}

const server = await start(['packages/cli/bin/ml-emissions.js', 'serve', '--port', '0']);
while (!(await fetch(`${server.origin}/readyz`)).ok) await later(5);
console.log(
  `ready ${number(performance.now() - server.started)} ms after the start (aim: ${READY_AIM_MS}), ${cpuOf(server).toFixed(2)} s of CPU`,
);

const CASES: readonly [name: string, query: string, body: () => string, aim: number][] = [
  ['a fresh run, whole result', '', fresh, 0.7],
  ['the same without receipt and other places', SHORT, fresh, 0.7],
  ['a fresh run of a shape that was asked before, its row', '?answer=row', fresh, 0.9],
  ['a run that was asked before, whole result', '', same, 0.9],
  ['a run that was asked before, its row', '?answer=row', same, 0.9],
];
for (const [name, query, body, aim] of CASES) {
  const answer = await answerTo(server, query);
  const bare = await start(['--import', 'tsx', 'bench/bare-server.ts'], { ANSWER: answer });
  const rounds: { readonly ours: Loaded; readonly base: Loaded }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const base = await load(bare, PATH, body, SECONDS / ROUNDS);
    rounds.push({ base, ours: await load(server, `${PATH}${query}`, body, SECONDS / ROUNDS) });
  }
  await stop(bare);
  const middle = (of: (loaded: Loaded) => number) => {
    const ours = median(rounds.map((round) => of(round.ours)));
    const base = median(rounds.map((round) => of(round.base)));
    const ratio = median(rounds.map((round) => of(round.ours) / of(round.base)));
    return `${number(ours)}, bare ${number(base)}: ${ratio.toFixed(2)} x`;
  };
  const [p50, p99] = [({ p50 }: Loaded) => p50, ({ p99 }: Loaded) => p99].map((of) =>
    median(rounds.map(({ ours }) => of(ours))),
  );
  console.log(
    `${name}, ${number(answer.length)} bytes (aim: ${aim} x): requests a second ${middle(perSecond)}; a CPU-second ${middle(perCpuSecond)}; p50 ${p50} ms, p99 ${p99} ms`,
  );
}
await printBoaviztapi(SECONDS);
console.log(`lines, as rows: ${number(await linesPerCpuSecond(server))} a CPU-second`);

const PARTS = 5;
const memory = [memoryOf(server)];
const parts: Loaded[] = [];
for (let part = 0; part < PARTS; part++) {
  parts.push(await load(server, PATH, fresh, LOAD_SECONDS / PARTS));
  memory.push(memoryOf(server));
}
const results = parts.reduce((sum, { requests }) => sum + requests, 0);
console.log(
  `resident memory over ${LOAD_SECONDS} s of load, ${number(results)} whole results: ${memory.map((mb) => mb.toFixed(0)).join(', ')} MB; p50 ${median(parts.map(({ p50 }) => p50))} ms, p99 ${median(parts.map(({ p99 }) => p99))} ms`,
);
await stop(server);
