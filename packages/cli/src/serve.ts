import { readFileSync } from 'node:fs';
import { type Problem, problem } from '@ml-emissions/calculator';
import type { App } from '@ml-emissions/server';
import { Command } from 'commander';
import { version } from '../package.json';
import { calculator } from './calculator.ts';
import { refuse } from './input.ts';
import { type ExitCode, type Io, say, tell } from './io.ts';

const PORT = 4173;
const LAST_PORT = 65_535;
/** Where nobody asked for a port, so many more are tried. */
const PORTS_TRIED = 50;

const EXAMPLES = `
Examples:
  $ ml-emissions serve
  $ ml-emissions serve --port 8080 --host 0.0.0.0 --behind-proxy
`;

interface Flags {
  readonly port?: string;
  readonly host: string;
  readonly behindProxy?: boolean;
}

/** `ml-emissions serve`: site and HTTP API from one process, until it is told to end. */
export function serveCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  return new Command('serve')
    .description('the calculator as a web page and an HTTP API, until Ctrl+C or SIGTERM')
    .option('--port <port>', `where to listen; 0 for any free one (default: ${PORT}, or the next)`)
    .option('--host <address>', 'on which address: 0.0.0.0 for all', '127.0.0.1')
    .option('--behind-proxy', 'believe X-Forwarded-For and -Proto: a proxy of yours sets them')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Flags) => {
      finish(await serve(io, flags));
    });
}

async function serve(io: Io, { port, host, behindProxy = false }: Flags): Promise<ExitCode> {
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= LAST_PORT)) {
    return refuse(io, [portProblem(port)], { path: undefined });
  }
  // Help of all commands needs none of it.
  const [{ createApp }, { siteAtHand }] = await Promise.all([
    import('@ml-emissions/server'),
    import('./site-at-hand.ts'),
  ]);
  const app = await createApp({
    calculator,
    version,
    schemaFile: (name) => readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8'),
    site: siteAtHand(),
    // A person at a terminal is not told of each request.
    log: io.columns.stderr === null ? io.stderr : null,
    isBehindProxy: behindProxy,
  });
  const ended = untilTold(app);
  const got = await listenOn(app, host, port === undefined ? null : Number(port));
  if (typeof got === 'string') {
    tell(io, `${got}\n`);
    return 1;
  }
  const shown = ['127.0.0.1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  say(
    io,
    `The ML Emissions Calculator is at http://${shown}:${got}/, its API at http://${shown}:${got}/docs\n`,
  );
  await ended;
  return 0;
}

const portProblem = (port: string): Problem =>
  problem('out-of-range', '--port', port, {
    message: `'${port}' is no port`,
    expected: `a whole number from 0 to ${LAST_PORT}`,
  });

/** The port that was got, or why there is none. */
async function listenOn(app: App, host: string, asked: number | null): Promise<number | string> {
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
function untilTold(app: App): Promise<void> {
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
