import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** Servers under load: what they take of the processor and of memory, and how long a client waits. */

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const PAGE = Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));
const MEGA = 1e6;
const CONNECTIONS = 20;
const WARM_SECONDS = 2;

/** A server that runs. */
export interface Server {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly started: number;
}

/** Starts a server of ours, which says where it listens. */
export async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  const [, port = ''] = /http:\/\/localhost:(\d+)\//.exec(String(line)) ?? [];
  return { child, origin: `http://127.0.0.1:${port}`, started };
}

export async function stop({ child }: Server): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** CPU-seconds of a process so far, user and system. */
export function cpuOf({ child }: Server): number {
  const fields = (readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Resident megabytes. */
export const memoryOf = ({ child }: Server): number =>
  (Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * PAGE) / MEGA;

/** What some time of load came to. */
export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * Asks for some time, as fast as answers come.
 *
 * Errors: throws where an answer is none.
 */
export async function load(
  server: Server,
  path: string,
  body: () => string,
  seconds: number,
): Promise<Loaded> {
  const run = (duration: number) =>
    autocannon({
      url: `${server.origin}${path}`,
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
  await run(WARM_SECONDS);
  const before = cpuOf(server);
  const { requests, latency, non2xx, duration } = await run(seconds);
  if (non2xx > 0) throw new Error(`${non2xx} answers were no answers`);
  return {
    requests: requests.total,
    seconds: duration,
    cpuSeconds: cpuOf(server) - before,
    p50: latency.p50,
    p99: latency.p99,
  };
}

export const perSecond = ({ requests, seconds }: Loaded): number => requests / seconds;
export const perCpuSecond = ({ requests, cpuSeconds }: Loaded): number => requests / cpuSeconds;

export const number = (value: number): string => Math.round(value).toLocaleString('en');

/** The middle one of several ratios. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
