import open from 'open';
import { buildIfStale } from './built.ts';
import { PortTaken, serveSite } from './serve.ts';

const PORT = 4173;
const LAST_PORT = 65_535;

/** `npm start`: builds what is stale, serves the calculator, prints its address and opens it. */
async function start(): Promise<number> {
  const asked = process.env.PORT;
  const port = asked === undefined || asked === '' ? PORT : Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT) {
    console.error(
      `PORT is '${asked}'; it must be a whole number from 0 (any free port) to ${LAST_PORT}.`,
    );
    return 2;
  }
  const status = await buildIfStale();
  if (status !== 0) return status;
  const { server, port: got } = await serveSite(port, asked !== undefined && asked !== '');
  const address = `http://localhost:${got}/`;
  console.log(`\n  The ML Emissions Calculator is at ${address}\n  Stop it with Ctrl+C.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  // A browser is opened for a person at a terminal only, never for a script.
  if (process.stdout.isTTY && !process.env.CI) await open(address).catch(() => undefined);
  return 0;
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof PortTaken)) throw error;
  console.error(`${error.message}; set PORT to a free one.`);
  process.exitCode = 1;
}
