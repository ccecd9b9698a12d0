import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '@ml-emissions/ledger';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Io } from '../io.ts';
import { progressText, stoppable, watched } from './watched.ts';

function terminal(columns: number | null) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const io = { stderr: stream, columns: { stdout: null, stderr: columns } } as unknown as Io;
  return { io, text: () => written.join('') };
}

test('what is told has a rate and the time that is left', () => {
  expect(progressText(0.25, 500_000, 4)).toBe('25 %, 125,000 rows a second, about 12 s left');
  expect(progressText(0, 0, 4)).toBe('0 %, 0 rows a second');
});

test('work above a second is watched at a terminal, and the line goes again', async () => {
  const { io, text } = terminal(80);
  const progress = async (): Promise<Progress | null> => ({ share: 0.5, rows: 1000 });
  expect(await watched(io, { progress }, 'working', async () => sleep(1300, 'done'))).toBe('done');
  expect(text()).toMatch(/\rworking, 1 s: 50 %, [\d,]+ rows a second, about \d s left/);
  expect(text()).toMatch(/\r {79}\r$/);
  for (const [columns, ms] of [
    [80, 10],
    [null, 1300],
  ] as const) {
    const silent = terminal(columns);
    await watched(silent.io, { progress }, 'working', () => sleep(ms));
    expect(silent.text()).toBe('');
  }
});

test('Ctrl+C says what is left and takes away what is of no use', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stoppable-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const part = join(folder, 'jobs.csv.part');
  writeFileSync(part, 'half');
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  onTestFinished(() => kill.mockRestore());
  const before = process.listenerCount('SIGINT');
  const { io, text } = terminal(80);
  const work = async () => {
    process.emit('SIGINT', 'SIGINT');
    return process.listenerCount('SIGINT');
  };
  expect(await stoppable(io, 'nothing was written', [part, join(folder, 'none')], work)).toBe(
    before,
  );
  expect(text()).toMatch(/\rstopped: nothing was written\n$/);
  expect(existsSync(part)).toBe(false);
  // The process ends by the signal, as whoever started it expects.
  expect(kill).toHaveBeenCalledWith(process.pid, 'SIGINT');
  await stoppable(io, '', [], async () => undefined);
  expect(process.listenerCount('SIGINT')).toBe(before);
});
