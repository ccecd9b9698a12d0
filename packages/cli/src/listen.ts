import { readFileSync } from 'node:fs';
import { type Problem, problem } from '@ml-emissions/calculator';
import type { App, AppOptions } from '@ml-emissions/server';
import { version } from '../package.json';
import { calculator } from './calculator.ts';
import type { Io } from './io.ts';

export const PORT = 4173;
const LAST_PORT = 65_535;
/** Where nobody asked for a port, so many more are tried. */
const PORTS_TRIED = 50;

/** The server of the package, with its site; loaded when it is asked for, as help of all commands needs none of it. */
export async function appWith(io: Io, options: Partial<AppOptions>): Promise<App> {
  const [{ createApp }, { siteAtHand }] = await Promise.all([
    import('@ml-emissions/server'),
    import('./site-at-hand.ts'),
  ]);
  return createApp({
    calculator,
    version,
    schemaFile: (name) => readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8'),
    site: siteAtHand(),
    // A person at a terminal is not told of each request.
    log: io.columns.stderr === null ? io.stderr : null,
    ...options,
  });
}

/** What is wrong with a port as typed; null where nothing is. */
export function portProblem(port: string | undefined): Problem | null {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= LAST_PORT)) return null;
  return problem('out-of-range', '--port', port, {
    message: `'${port}' is no port`,
    expected: `a whole number from 0 to ${LAST_PORT}`,
  });
}

/** The port that was got, or why there is none. */
export async function listenOn(
  app: App,
  host: string,
  typed: string | undefined,
): Promise<number | string> {
  const asked = typed === undefined ? null : Number(typed);
  const first = asked ?? PORT;
  const last = asked ?? PORT + PORTS_TRIED;
  for (let port = first; port <= last; port++) {
    try {
      return (await app.listen(port, host)).port;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') return `cannot listen on ${host}, port ${port}: ${message}`;
    }
  }
  return asked === null
    ? `no port from ${first} to ${last} is free`
    : `port ${asked} is taken; --port 0 takes any free one`;
}

/** SIGTERM and SIGINT end it once what is in hand is done; a second one at once. */
export function untilTold(app: App): Promise<void> {
  return new Promise((resolve) => {
    const end = (signal: NodeJS.Signals) => {
      for (const one of ['SIGTERM', 'SIGINT'] as const) {
        process.off(one, end);
        process.once(one, () => process.exit(1));
      }
      // Nobody but the person at the keyboard waits for a server that is stopped by Ctrl+C.
      void app.close({ isHurried: signal === 'SIGINT' }).then(resolve);
    };
    for (const one of ['SIGTERM', 'SIGINT'] as const) process.on(one, end);
  });
}
