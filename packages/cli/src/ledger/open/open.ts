import { basename } from 'node:path';
import type { Ledger } from '@ml-emissions/ledger';
import { type Command, Option } from 'commander';
import { refuse } from '../../input.ts';
import { type ExitCode, type Io, say, tell } from '../../io.ts';
import { appWith, listenOn, PORT, portProblem, untilTold } from '../../listen.ts';
import { guarded, READING } from '../guarded.ts';

interface OpenFlags {
  readonly ledger: string;
  readonly port?: string;
  readonly host: string;
  readonly browser: boolean;
}

/** A ledger is for this machine alone: what others may see is exported. */
const HOSTS = ['127.0.0.1', 'localhost', '::1'];
const PAGE = '/ledger/';

/** `ml-emissions ledger open`: the ledger as a page, until it is told to end. */
export function openCommand(command: Command, io: Io, finish: (exit: ExitCode) => void): void {
  command
    .option('--port <port>', `where to listen; 0 for any free one (default: ${PORT}, or the next)`)
    .addOption(
      new Option('--host <address>', 'on which address of this machine')
        .choices(HOSTS)
        .default('127.0.0.1'),
    )
    .option('--no-browser', 'print the address, and open no browser')
    .action(async (flags: OpenFlags) => {
      const problem = portProblem(flags.port);
      if (problem) finish(refuse(io, [problem], { path: undefined }));
      else finish(await guarded(io, flags, READING, (ledger) => serveLedger(io, ledger, flags)));
    });
}

async function serveLedger(
  io: Io,
  ledger: Ledger,
  { ledger: path, port, host, browser }: OpenFlags,
): Promise<ExitCode> {
  const [{ newSecret }, { addressesOf }, { hasScreen, openBrowser }, { summarise }] =
    await Promise.all([
      import('@ml-emissions/server'),
      import('./addresses.ts'),
      import('./browser.ts'),
      import('@ml-emissions/ledger'),
    ]);
  // A ledger that is not priced yet is told here, not by the page.
  await summarise(ledger.engine, []);
  const [token, key] = [newSecret(), newSecret()];
  const to = `${PAGE}#${token}`;
  const entry = { path: `${PAGE}enter`, key, to };
  const addresses = addressesOf(ledger, basename(path));
  const app = await appWith(io, { guarded: { token, addresses, entry } });
  const ended = untilTold(app);
  const got = await listenOn(app, host, port);
  if (typeof got === 'string') {
    tell(io, `${got}\n`);
    return 1;
  }
  const origin = `http://${host === '::1' ? '[::1]' : host}:${got}`;
  say(
    io,
    `The ledger is at ${origin}${to}\nOnly this machine can open it, and only by this address. Ctrl+C ends it.\n`,
  );
  if (browser && io.columns.stdout !== null && hasScreen())
    openBrowser(`${origin}${entry.path}/${key}`);
  await ended;
  return 0;
}
