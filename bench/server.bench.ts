import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';
import autocannon from 'autocannon';
import { buildIfStale } from '../scripts/built.ts';

/**
 * `npm run bench:server [-- SECONDS]`: requests a CPU-second of the server beside those of a bare Fastify route that reads
 * the same body and answers JSON of the same size, in one run; lines a CPU-second; memory over the time of load. What is
 * compared is the time of the processor that a server takes, which the load on the machine changes little.
 */

const SECONDS = Number(process.argv[2] ?? 10);
const CONNECTIONS = 20;
const LINES = 200_000;
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const PAGE = Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));
const MEGA = 1e6;

const built = await buildIfStale();
if (built !== 0) process.exit(built);

interface Server {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly readyMs: number;
}

async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  const [, origin = ''] = /(http:\/\/localhost:\d+)\//.exec(String(line)) ?? [];
  return { child, origin, readyMs: performance.now() - started };
}

async function stop({ child }: Server): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** CPU-seconds of a process so far, user and system. */
function cpuOf({ child }: Server): number {
  const fields = (readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

const memoryOf = ({ child }: Server): number =>
  (Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * PAGE) / MEGA;

const RUN = {
  hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};
let next = 0;
const fresh = () => JSON.stringify({ ...RUN, hours: 1 + (next++ % 1_000_000) / 1000 });
const same = () => JSON.stringify(RUN);

interface Loaded {
  readonly perCpuSecond: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function load(
  server: Server,
  query: string,
  body: () => string,
  seconds = SECONDS,
): Promise<Loaded> {
  const url = `${server.origin}/v1/estimates${query}`;
  const run = (duration: number) =>
    autocannon({
      url,
      connections: CONNECTIONS,
      duration,
      requests: [
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          setupRequest: (one) => ({ ...one, body: body() }),
        },
      ],
    });
  await run(2);
  const before = cpuOf(server);
  const { requests, latency, non2xx } = await run(seconds);
  if (non2xx > 0) throw new Error(`${non2xx} answers were no answers`);
  const took = cpuOf(server) - before;
  return {
    perCpuSecond: requests.total / took,
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
  };
}

async function answerTo(server: Server, query: string): Promise<string> {
  const answer = await fetch(`${server.origin}/v1/estimates${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: same(),
  });
  return answer.text();
}

async function linesPerCpuSecond(server: Server): Promise<number> {
  const before = cpuOf(server);
  const asked = request(`${server.origin}/v1/estimates`, {
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

const number = (value: number) => Math.round(value).toLocaleString('en');
const server = await start(['packages/cli/bin/ml-emissions.js', 'serve', '--port', '0']);
console.log(`listens after ${number(server.readyMs)} ms, ${cpuOf(server).toFixed(2)} s of CPU`);
while (!(await fetch(`${server.origin}/readyz`)).ok) await later(10);
console.log(`ready after ${cpuOf(server).toFixed(2)} s of CPU`);

const CASES: readonly [string, string, () => string][] = [
  ['a fresh run, whole result', '', fresh],
  ['a fresh run, its row', '?answer=row', fresh],
  ['a run that was asked before, whole result', '', same],
  ['a run that was asked before, its row', '?answer=row', same],
];
for (const [name, query, body] of CASES) {
  const answer = await answerTo(server, query);
  const bare = await start(['--import', 'tsx', 'bench/bare-server.ts'], { ANSWER: answer });
  const baseline = await load(bare, query, body);
  await stop(bare);
  const ours = await load(server, query, body);
  console.log(
    `${name}: ${number(ours.perCpuSecond)} requests a CPU-second, bare Fastify ${number(baseline.perCpuSecond)}: ${(ours.perCpuSecond / baseline.perCpuSecond).toFixed(2)} x; ${number(answer.length)} bytes; p50 ${ours.p50} ms, p99 ${ours.p99} ms`,
  );
}
console.log(`lines, as rows: ${number(await linesPerCpuSecond(server))} a CPU-second`);

const begin = memoryOf(server);
await load(server, '', fresh, SECONDS * 6);
console.log(
  `resident memory: ${begin.toFixed(0)} MB before ${SECONDS * 6} s of load, ${memoryOf(server).toFixed(0)} MB after`,
);
await stop(server);
