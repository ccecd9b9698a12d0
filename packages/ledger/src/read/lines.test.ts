import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, linesOf } from './lines.ts';

async function read(chunks: readonly (Buffer | string)[], most = 100): Promise<Line[]> {
  const lines: Line[] = [];
  const source = (async function* () {
    yield* chunks;
  })();
  for await (const some of linesOf(source, most)) lines.push(...some);
  return lines;
}

test('the lines are the same however the text is cut, within a sign too', async () => {
  const text = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(60)), async (parts, cuts) => {
      const whole = parts.map((part) => part.replaceAll('\n', '')).join('\n');
      const bytes = Buffer.from(whole);
      const at = [...new Set(cuts.filter((cut) => cut < bytes.length))].sort((a, b) => a - b);
      const chunks = [0, ...at].map((from, index) => bytes.subarray(from, at[index]));
      const wanted = whole.split('\n');
      if (wanted.at(-1) === '') wanted.pop();
      expect(await read(chunks, 1000)).toEqual(wanted);
    }),
  );
});

test('only a line feed ends a line: other separators may stand in a text', async () => {
  expect(await read(['{"a":"\u2028"}\r\n{"b":1}'])).toEqual(['{"a":"\u2028"}\r', '{"b":1}']);
});

test('of a line that is too long its size is told, and the next one is read', async () => {
  const long = 'x'.repeat(40);
  const fault = { fault: 'too-long', bytes: 120 };
  expect(await read([long, long, `${long}\nshort\n`])).toEqual([fault, 'short']);
  expect(await read([`first\n${long}${long}${long}\nshort`])).toEqual(['first', fault, 'short']);
  expect(await read(['first\n', long, long, long])).toEqual(['first', fault]);
});

test('a line that is no UTF-8 is told, and those beside it are read', async () => {
  const bytes = Buffer.concat([
    Buffer.from('a\n'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('\nb\nc'),
  ]);
  expect(await read([bytes])).toEqual(['a', { fault: 'not-utf8', bytes: 2 }, 'b', 'c']);
});

test('nothing has no line, a line break has an empty one', async () => {
  expect(await read([])).toEqual([]);
  expect(await read(['\n'])).toEqual(['']);
  expect(await read(['\n\n'])).toEqual(['', '']);
});
