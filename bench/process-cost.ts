import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** At its end a process tells what it used, start and all. */
const TELL = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))`;

/**
 * What a run of Node costs, from start to end.
 *
 * @param args of Node
 * @param out the file that its output goes to
 * Errors: throws where it ends with a status.
 */
export async function processCost(
  args: readonly string[],
  out: string,
): Promise<{ readonly cpuSeconds: number; readonly maxRssMb: number }> {
  const file = openSync(out, 'w');
  const child = spawn(process.execPath, ['--import', TELL, ...args], {
    stdio: ['ignore', file, 'ignore', 'pipe'],
  });
  closeSync(file);
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  const used = JSON.parse(await text(child.stdio[3] as Readable));
  const status = await ended;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return {
    cpuSeconds: (used.userCPUTime + used.systemCPUTime) / 1e6,
    maxRssMb: (used.maxRSS * 1024) / 1e6,
  };
}
