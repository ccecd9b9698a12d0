import { Command } from 'commander';
import { refuse } from './input.ts';
import { type ExitCode, type Io, say, tell } from './io.ts';
import { appWith, listenOn, PORT, portProblem, untilTold } from './listen.ts';

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
  const problem = portProblem(port);
  if (problem) return refuse(io, [problem], { path: undefined });
  const app = await appWith(io, { isBehindProxy: behindProxy });
  const ended = untilTold(app);
  const got = await listenOn(app, host, port);
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
