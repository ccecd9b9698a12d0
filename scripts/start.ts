import { createServer } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import open from 'open';
import { buildIfStale } from './built.ts';

const PORT = 4173;
const PORTS_TRIED = 50;
const LAST_PORT = 65_535;
const HOST = '127.0.0.1';
const POLL_MS = 100;

/** Whether nobody listens there. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, HOST, () => server.close(() => resolve(true)));
  });
}

async function freePort(): Promise<number> {
  for (let port = PORT; port <= PORT + PORTS_TRIED; port++) if (await isFree(port)) return port;
  return 0;
}

/** A browser is opened for a person at a terminal only, never for a script. */
async function openWhenThere(address: string): Promise<void> {
  if (!process.stdout.isTTY || process.env.CI) return;
  while (!(await fetch(`${address}readyz`).catch(() => null))?.ok) await later(POLL_MS);
  await open(address).catch(() => undefined);
}

/** `npm start`: builds what is stale, serves calculator and API, prints their address and opens it. */
async function start(): Promise<number> {
  const asked = process.env.PORT ?? '';
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT) {
    console.error(
      `PORT is '${asked}'; it must be a whole number from 0 (any free port) to ${LAST_PORT}.`,
    );
    return 2;
  }
  const status = await buildIfStale();
  if (status !== 0) return status;
  const taken = asked === '' ? await freePort() : port;
  const { runCommand }: typeof import('../packages/cli/src/entry/cli.ts') = await import(
    new URL('../packages/cli/dist/cli.js', import.meta.url).href
  );
  if (taken > 0) void openWhenThere(`http://localhost:${taken}/`);
  const { stdin, stdout, stderr } = process;
  return runCommand(['serve', '--port', String(taken), '--host', HOST], {
    stdin,
    stdout,
    stderr,
    color: false,
    // A line a request is for those who run a server, not for whoever looks at the page.
    columns: { stdout: null, stderr: stderr.columns || 80 },
  });
}

process.exitCode = await start();
