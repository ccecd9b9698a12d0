import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { calculator } from '@ml-emissions/calculator/full';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_RUN } from './routes/example-run.ts';
import { type TestServer, testServer } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ limits: { linesBytes: 300_000, lineBytes: 50_000, closeMs: 500 } });
});
afterAll(() => server.close({ isHurried: true }));

const LINES = { 'content-type': 'application/x-ndjson' };
const post = (body: string, query = '', headers: Record<string, string> = LINES) =>
  server.post(`/v1/estimates${query}`, body, headers);
const parsed = (text: string): Record<string, never>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** More than the buffers on the way can hold. */
const MOST_SENT = 20_000_000;

/** A request whose body is sent by hand. */
async function opened({
  origin,
} = server): Promise<{ asked: ClientRequest; answered: Promise<IncomingMessage> }> {
  const asked = request(`${origin}/v1/estimates`, { method: 'POST', headers: LINES });
  asked.on('error', () => undefined);
  const answered = once(asked, 'response').then(([response]) => response as IncomingMessage);
  asked.flushHeaders();
  return { asked, answered };
}

describe('lines', () => {
  test('each has its row in order; one that is wrong has its problems, and the rest goes on', async () => {
    const answer = await post(
      `${JSON.stringify({ ...EXAMPLE_RUN, name: 'a' })}\n{"name":"b","hours":-1}\n\nno JSON\n${JSON.stringify(EXAMPLE_RUN)}`,
    );
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const rows = parsed(await answer.text());
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
    expect(rows[0]).toMatchObject({ name: 'a', count: 8, accelerator: 'nvidia-v100-sxm2-16gb' });
    expect(rows[1]).toMatchObject({ name: 'b', problems: expect.any(Array) });
    expect(rows[2]).toMatchObject({ problems: [{ code: 'malformed' }] });
  });

  test('whole results are those of the library', async () => {
    const run = calculator.parseRun(EXAMPLE_RUN as never);
    if (!run.ok) throw new Error('refused');
    const [whole] = parsed(
      await (await post(JSON.stringify(EXAMPLE_RUN), '?answer=result')).text(),
    );
    const { line, name, ...result } = whole ?? {};
    expect([line, name]).toEqual([1, null]);
    expect(result).toEqual(JSON.parse(JSON.stringify(calculator.estimate(run.run))));
  });

  test('they come as they are worked out, not at the end', async () => {
    const { asked, answered } = await opened();
    asked.write(`${JSON.stringify(EXAMPLE_RUN)}\n`);
    const chunks: string[] = [];
    for await (const chunk of await answered) {
      chunks.push(String(chunk));
      // The second line is sent once the first is answered.
      if (chunks.length === 1) asked.end(`${JSON.stringify(EXAMPLE_RUN)}\n`);
    }
    expect(chunks[0]).toContain('"line":1');
    expect(chunks.slice(1).join('')).toContain('"line":2');
  });

  test('what is not taken is not worked out: a client that reads nothing holds the server back', async () => {
    const usual = await testServer();
    const { asked, answered } = await opened(usual);
    const many = `${Array.from({ length: 500 }, () => JSON.stringify({ ...EXAMPLE_RUN, name: 'x'.repeat(900) })).join('\n')}\n`;
    let sent = 0;
    const flowed = async () => {
      const drained = once(asked, 'drain').then(() => true);
      const waited = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1500));
      return asked.write(many) || Promise.race([drained, waited]);
    };
    for (; sent < MOST_SENT && (await flowed()); sent += many.length);
    expect(sent).toBeLessThan(MOST_SENT);
    const drained = once(asked, 'drain');
    const response = (await answered).resume();
    await drained;
    const ended = once(response, 'close');
    asked.end();
    await ended;
    await usual.close({ isHurried: true });
  });

  test('too many bytes of lines end it with a problem; a line that is too long alone does not', async () => {
    const long = JSON.stringify({ name: 'x'.repeat(60_000) });
    const rows = parsed(await (await post(`${long}\n${JSON.stringify(EXAMPLE_RUN)}\n`)).text());
    expect(rows[0]).toMatchObject({ line: 1, problems: [{ code: 'too-long' }] });
    expect(rows[1]).toMatchObject({ line: 2, count: 8 });
    const many = '{"hours":-1}\n'.repeat(30_000);
    const last = parsed(await (await post(many)).text()).at(-1);
    expect(last).toMatchObject({
      problems: [{ message: expect.stringContaining('no more were read') }],
    });
  });

  test('a client that goes away ends its work', async () => {
    // A server of its own: on the other one, what the test above sent too much of is in flight for 15 s.
    const own = await testServer();
    const { asked, answered } = await opened(own);
    asked.write(`${JSON.stringify(EXAMPLE_RUN)}\n`);
    const response = await answered;
    response.on('error', () => undefined);
    asked.destroy();
    await expect
      .poll(
        async () =>
          (await (await fetch(`${own.origin}/metrics`)).text()).match(/in_flight (\d+)/)?.[1],
      )
      .toBe('1');
    await own.close({ isHurried: true });
  });
});
