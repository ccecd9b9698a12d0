import { Command } from 'commander';
import { version } from '../package.json';
import { calculator } from './calculator.ts';
import type { ExitCode, Io } from './io.ts';

const EXAMPLES = `
An assistant starts it by itself; its settings say how:
  { "mcpServers": { "ml-emissions": { "command": "npx", "args": ["ml-emissions", "mcp"] } } }
Over HTTP the same is at /mcp of ml-emissions serve.
`;

/** A file or /dev/null ends without being closed, a pipe may be closed without an end. */
const ended = (stream: Io['stdin']): Promise<void> =>
  new Promise((resolve) => {
    for (const event of ['end', 'close', 'error']) stream.once(event, () => resolve());
  });

/** `ml-emissions mcp`: the calculator for assistants, on standard input and output. */
export function mcpCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  return new Command('mcp')
    .description(
      'the calculator for assistants (Model Context Protocol), on standard input and output',
    )
    .option('--page <url>', 'where the page is, for links: https://example.org/', '')
    .addHelpText('after', EXAMPLES)
    .action(async ({ page }: { readonly page: string }) => {
      // Help of all commands needs none of it.
      const [{ mcpOnStdio, mcpServiceOf }, { siteAtHand }] = await Promise.all([
        import('@ml-emissions/server/mcp'),
        import('./site-at-hand.ts'),
      ]);
      mcpOnStdio(mcpServiceOf({ calculator, version, site: siteAtHand() }, page));
      await ended(io.stdin);
      finish(0);
    });
}
