import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { LedgerFault } from './duckdb.ts';
import { connectTrino } from './trino-client.ts';

const WHERE = { server: 'http://127.0.0.1:1', catalog: 'hive', schema: 'lab', user: 'ann' };

/** Instead of an answer: the connection is gone. */
const BREAK = 0;

/** What stands in for a cluster: answers in turn, and what it was asked. */
async function standIn(...answers: readonly (object | number)[]) {
  const asked: IncomingMessage[] = [];
  let server = '';
  const http = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(request);
    const answer = answers[asked.length - 1] ?? 500;
    if (answer === BREAK) request.socket.destroy();
    else if (typeof answer === 'number') response.writeHead(answer).end('secret of the server');
    else {
      const isLast = asked.length === answers.length;
      const nextUri = isLast ? {} : { nextUri: `${server}/v1/statement/${asked.length}` };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 'q', ...nextUri, ...answer }));
    }
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void http.close());
  server = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { server, asked };
}

async function rowsOf(where: Parameters<typeof connectTrino>[0]): Promise<unknown[]> {
  const ask = await connectTrino(where);
  const rows: unknown[] = [];
  for await (const page of ask('SELECT 1')) rows.push(...page);
  return rows;
}

const faultOf = async (where: Parameters<typeof connectTrino>[0]): Promise<LedgerFault> => {
  const fault = await rowsOf(where).catch((error) => error);
  if (!(fault instanceof LedgerFault)) throw new Error(`no fault: ${JSON.stringify(fault)}`);
  return fault;
};

const columns = [
  { name: 'a', type: 'bigint' },
  { name: 'b', type: 'varchar' },
];

test('rows of all pages come by name, and it is said who asks', async () => {
  const { server, asked } = await standIn(
    {},
    { columns, data: [[1, 'x']] },
    { columns },
    { columns, data: [[2, null]] },
  );
  expect(await rowsOf({ ...WHERE, server })).toEqual([
    { a: 1, b: 'x' },
    { a: 2, b: null },
  ]);
  expect(asked[0]?.headers).toMatchObject({
    'x-trino-user': 'ann',
    'x-trino-catalog': 'hive',
    'x-trino-schema': 'lab',
    'x-trino-source': 'ml-emissions',
  });
  expect(asked[0]?.headers).not.toHaveProperty('authorization');
});

test('a server that is busy is asked again, and one that stays so is told', async () => {
  const { server, asked } = await standIn(503, {}, 502, 504, { columns, data: [[1, 'x']] });
  expect(await rowsOf({ ...WHERE, server })).toEqual([{ a: 1, b: 'x' }]);
  expect(asked).toHaveLength(5);
  // A page is asked for again where the connection broke, a statement is not: it may have been begun.
  const broken = await standIn({}, BREAK, { columns, data: [[1, 'x']] });
  expect(await rowsOf({ ...WHERE, server: broken.server })).toEqual([{ a: 1, b: 'x' }]);
  const begun = await standIn(BREAK, {}, {});
  expect((await faultOf({ ...WHERE, server: begun.server })).message).toContain('ECONNRESET');
  expect(begun.asked).toHaveLength(1);
  const gone = await standIn(...new Array<number>(7).fill(503));
  const fault = await faultOf({ ...WHERE, server: gone.server });
  expect([fault.isInput, fault.message]).toEqual([false, expect.stringContaining('503')]);
  expect(gone.asked).toHaveLength(7);
}, 30_000);

test('a text that fails is a fault, not an empty answer', async () => {
  const of = async (errorName: string) => {
    const error = { errorName, message: 'line 1:15: what it says' };
    return faultOf({ ...WHERE, server: (await standIn({}, { error })).server });
  };
  expect(await of('TABLE_NOT_FOUND')).toMatchObject({
    isInput: true,
    message: 'the cluster says TABLE_NOT_FOUND: line 1:15: what it says',
    remedy: expect.stringContaining('ledger export'),
  });
  expect(await of('EXCEEDED_LOCAL_MEMORY_LIMIT')).toMatchObject({ isInput: false });
});

test('passwords and tokens go into a header alone, and into no message', async () => {
  const basic = await standIn({}, { columns, data: [] });
  await rowsOf({ ...WHERE, server: basic.server, password: 'sesame' });
  const told = Buffer.from('ann:sesame').toString('base64');
  expect(basic.asked.map(({ headers }) => headers.authorization)).toEqual([
    `Basic ${told}`,
    `Basic ${told}`,
  ]);
  const bearer = await standIn({}, { columns, data: [] });
  await rowsOf({ ...WHERE, server: bearer.server, token: 'abc.def' });
  expect(bearer.asked[0]?.headers.authorization).toBe('Bearer abc.def');
  for (const status of [401, 403, 500]) {
    const { server } = await standIn(status);
    const fault = await faultOf({ ...WHERE, server, password: 'sesame' });
    expect(`${fault.message} ${fault.remedy} ${fault.stack}`).not.toMatch(/sesame|secret/);
    expect(fault.isInput).toBe(status !== 500);
  }
});

test.each([
  [{ server: 'trino:8080' }, 'is no address'],
  [{ server: 'file:///etc/passwd' }, 'is no address'],
  [{ server: 'https://trino.example.org/?a=1' }, 'is no address'],
  [{ server: 'https://ann:sesame@trino.example.org' }, 'password in it'],
  [{ server: 'http://trino.example.org', password: 'sesame' }, 'in the clear'],
  [{ server: 'http://127.0.0.1.example.org', token: 'sesame' }, 'in the clear'],
  [{ server: 'https://trino.example.org', token: 'a', password: 'b' }, 'a password and a token'],
  [{ catalog: 'hive"; DROP TABLE job; --' }, 'is no name of a catalog'],
  [{ schema: 'lab.other' }, 'is no name of a schema'],
  [{ schema: '' }, 'is no name of a schema'],
])('%j is refused before anything is sent', async (told, said) => {
  const fault = await faultOf({ ...WHERE, ...told });
  expect(fault).toMatchObject({ isInput: true, message: expect.stringContaining(said) });
  expect(`${fault.message} ${fault.remedy}`).not.toContain('sesame');
});

test('a server that is not there is told', async () => {
  const fault = await faultOf(WHERE);
  expect(fault.message).toContain('ECONNREFUSED');
  expect(fault.isInput).toBe(false);
});
