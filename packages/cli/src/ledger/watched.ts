import { rmSync } from 'node:fs';
import type { Ledger, Progress } from '@ml-emissions/ledger';
import type { Io } from '../io.ts';
import { number } from './text.ts';

const MS_PER_S = 1000;
/** What is told of work that goes on: `40 %, 1,200,000 rows a second, about 12 s left`. */
export function progressText(share: number, rows: number, seconds: number): string {
  const left =
    share > 0 ? `, about ${number(Math.ceil((seconds * (1 - share)) / share))} s left` : '';
  return `${Math.floor(share * 100)} %, ${number(Math.round(rows / seconds))} rows a second${left}`;
}

/** Writes over the line of before; nothing to no terminal. */
export function overwrite(io: Io, text: string): void {
  if (io.columns.stderr === null) return;
  const width = io.columns.stderr - 1;
  io.stderr.write(`\r${text.slice(0, width).padEnd(width)}`);
}

/** Takes the line away. */
export function overwritten(io: Io): void {
  overwrite(io, '');
  if (io.columns.stderr !== null) io.stderr.write('\r');
}

/**
 * Tells a person at a terminal how far each step of the engine has come, once a second.
 *
 * @param what is done, as `pricing`
 */
export async function watched<Of>(
  io: Io,
  { progress }: Pick<Ledger, 'progress'>,
  what: string,
  work: () => Promise<Of>,
): Promise<Of> {
  if (io.columns.stderr === null) return work();
  const begun = performance.now();
  let [stepBegun, last, isTold] = [begun, 0, false];
  const tell = (now: Progress | null) => {
    const time = performance.now();
    if (!now || now.share < last) stepBegun = time;
    last = now?.share ?? 0;
    const seconds = (time - stepBegun) / MS_PER_S;
    const isGoing = now !== null && now.share < 1 && seconds > 0;
    const told = isGoing ? `: ${progressText(now.share, now.rows, seconds)}` : '';
    overwrite(io, `${what}, ${Math.round((time - begun) / MS_PER_S)} s${told}`);
    isTold = true;
  };
  await progress();
  const timer = setInterval(() => void progress().then(tell), MS_PER_S);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isTold) overwritten(io);
  }
}

/**
 * On Ctrl+C says what that leaves, and ends at once: what was committed is on the disk, and nothing else is.
 *
 * @param left what a reader should know then
 * @param paths of what is of no use then
 */
export async function stoppable<Of>(
  io: Io,
  left: string,
  paths: readonly string[],
  work: () => Promise<Of>,
): Promise<Of> {
  const stop = (signal: NodeJS.Signals) => {
    for (const one of ['SIGINT', 'SIGTERM'] as const) process.off(one, stop);
    overwritten(io);
    io.stderr.write(`stopped: ${left}\n`);
    for (const path of paths) rmSync(path, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  for (const one of ['SIGINT', 'SIGTERM'] as const) process.once(one, stop);
  try {
    return await work();
  } finally {
    for (const one of ['SIGINT', 'SIGTERM'] as const) process.off(one, stop);
  }
}
