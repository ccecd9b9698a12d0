import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('each line is JSON, whatever was asked for', async () => {
  const written: string[] = [];
  const log = createLog({ write: (lines) => void written.push(lines) });
  const path = '/v1/"\\\u2028\u0007é';
  log.answered({
    time: 1_790_000_000_000,
    id: 'req-1',
    method: 'GET',
    path,
    status: 404,
    seconds: 0.0012345,
  });
  log.failed('req-2', path, new TypeError('no "such" thing'));
  log.failed('req-3', path, 'a text');
  await expect.poll(() => written.join('').split('\n').length).toBe(4);
  const [answered, failed, thrown] = written
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answered).toMatchObject({ level: 30, reqId: 'req-1', method: 'GET', path, status: 404 });
  expect(answered).toMatchObject({ ms: 1.235, msg: 'answered', time: 1_790_000_000_000 });
  expect(failed).toMatchObject({ level: 50, reqId: 'req-2', path, msg: 'failed' });
  expect(failed.err).toMatchObject({ type: 'TypeError', message: 'no "such" thing' });
  expect(failed.err.stack).toContain('log.test.ts');
  expect(thrown.err.message).toBe('a text');
});

test('nowhere is nowhere', () => {
  createLog(null).failed('req-1', '/', new Error('unheard'));
});
