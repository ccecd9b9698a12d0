import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { load, number, perCpuSecond, perSecond, type Server, stop } from './served.ts';

/**
 * BoaviztAPI (https://doc.api.boavizta.org) in the same run, where the Python that PYTHON names (or `python3`) has it. It
 * answers another question, the manufacture and use of one server, so that what is compared is how many answers a
 * processor gives; nothing of this project needs it.
 */

const PYTHON = process.env.PYTHON ?? 'python3';
const MOST_WAITS = 600;

let asked = 0;
const fresh = () =>
  JSON.stringify({
    model: { type: 'rack' },
    configuration: { cpu: { units: 2, name: 'EPYC 7742' }, ram: [{ units: 8, capacity: 32 }] },
    usage: { usage_location: 'FRA', time_workload: 1 + (asked++ % 9000) / 100 },
  });

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function begun(): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const args = ['-m', 'uvicorn', 'boaviztapi.main:app', '--port', String(port)];
  const child = spawn(PYTHON, [...args, '--log-level', 'warning', '--no-access-log'], {
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const answer = await fetch(`${origin}/openapi.json`).catch(() => null);
    if (answer?.ok) return { child, origin, started };
    await later(100);
  }
  child.kill();
  throw new Error('BoaviztAPI does not start');
}

/** Prints its answers a second, or that it is not here. */
export async function printBoaviztapi(seconds: number): Promise<void> {
  if (spawnSync(PYTHON, ['-c', 'import boaviztapi, uvicorn'], { stdio: 'ignore' }).status !== 0) {
    console.log('BoaviztAPI: not installed for PYTHON; python3 -m pip install boaviztapi');
    return;
  }
  const server = await begun();
  const loaded = await load(server, '/v1/server/?verbose=false&duration=100', fresh, seconds);
  await stop(server);
  console.log(
    `BoaviztAPI, one server: ${number(perSecond(loaded))} requests a second, ${number(perCpuSecond(loaded))} a CPU-second; p50 ${loaded.p50} ms, p99 ${loaded.p99} ms`,
  );
}
