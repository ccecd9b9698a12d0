import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlineOf } from './outline.ts';
import { createLineReader } from './outline-of-line.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array, from: number, to: number) =>
  new TextDecoder().decode(bytes.subarray(from, to));

/** What a reader that has learned one line says of another one, which stands among other text. */
function read(learned: string, line: string) {
  const reader = createLineReader(decode);
  const bytes = encode(learned);
  reader.learn(bytes, 0, bytes.length, JSON.parse(learned));
  const before = encode('{"hours":9}\n').length;
  const among = encode(`{"hours":9}\n${line}\n{"hours":9}`);
  return reader.outlineOf(among, before, before + encode(line).length);
}

/** The line is read without being decoded, and right. */
function expectRead(learned: string, line: string): void {
  const found = read(learned, line);
  expect(found).not.toBeNull();
  expect(found).toEqual(outlineOf(JSON.parse(line)));
}

const run = (own: object) =>
  JSON.stringify({
    name: 'a',
    hardware: [{ accelerator: 'T4', count: 2, powerW: 50 }],
    hours: 3,
    year: 2024,
    start: '2024-03-01',
    end: '2024-03-02T10:00:00Z',
    place: { country: 'FR' },
    ...own,
  });

test('a line that differs in quantities, name and dates within their year is read', () => {
  expectRead(run({}), run({}));
  expectRead(run({}), run({ hours: 0.25, name: 'Größe ☃' }));
  expectRead(run({}), run({ hours: 4, start: '2024-01-01', end: '2024-12-31' }));
  expectRead(run({}), run({ hardware: [{ accelerator: 'T4', count: 512, powerW: 61.25 }] }));
  expectRead(run({ name: undefined }), run({ name: undefined, hours: 8 }));
});

test('a line that differs in anything else is not', () => {
  expect(read(run({}), run({ year: 2023 }))).toBeNull();
  expect(read(run({}), run({ start: '2023-03-01' }))).toBeNull();
  expect(read(run({}), run({ start: '2024-02-30' }))).toBeNull();
  expect(read(run({}), run({ hours: '3' }))).toBeNull();
  expect(read(run({}), run({ hours: 0 }))).toBeNull();
  expect(read(run({}), run({ hours: -3 }))).toBeNull();
  expect(read(run({}), run({ hours: 1e300 }))).toBeNull();
  expect(read(run({}), run({ name: null }))).toBeNull();
  expect(read(run({}), run({ name: 7 }))).toBeNull();
  expect(read(run({}), run({ name: 'x'.repeat(1001) }))).toBeNull();
  expect(read(run({}), run({ place: { country: 'DE' } }))).toBeNull();
  expect(read(run({}), ` ${run({})}`)).toBeNull();
  expect(read(run({}), '')).toBeNull();
});

test.each([
  '3',
  '3.0',
  '0.1',
  '44.199999999999996',
  '1234567.8901234',
  '1234567.89012345',
  '1234.56789012345678',
  '1e3',
  '1.5E-3',
  '2e+2',
])('a number as %s is read as JSON does', (hours) => {
  expectRead('{"hours":1}', `{"hours":${hours}}`);
});

test.each(['01', '1.', '.5', '1..2', '1.2.3', '1e', '1-2', '+1', '-1', '0x1', '1 2', ''])(
  'what JSON refuses, as %s, is not read',
  (hours) => {
    expect(read('{"hours":1}', `{"hours":${hours}}`)).toBeNull();
  },
);

test('blanks and carriage returns are a matter of taste, but of one', () => {
  const line = (hours: number) => `{ "name" : "a",\t"hours" : ${hours} }\r`;
  expectRead(line(1), line(2));
  expect(read(line(1), `{"name":"a","hours":2}`)).toBeNull();
});

test('a field that stands twice is left to the decoder', () => {
  for (const twice of [
    '{"hours":1,"hours":1}',
    '{"hours":"x","repeats":2,"hours":2}',
    '{"name":"a","name":"b","hours":1}',
    '{"hours":1,"place":{"country":"FR","country":"DE"}}',
  ])
    expect(read(twice, twice)).toBeNull();
});

test('a name within is not that of the run', () => {
  const line = (name: string) =>
    `{"hardware":[{"accelerator":{"name":"${name}","tdpW":3}}],"hours":1}`;
  expectRead(line('name'), line('name'));
  expect(read(line('a'), line('b'))).toBeNull();
  const place = (name: string) => `{"place":{"country":"name"},"name":"${name}","hours":1}`;
  expectRead(place('a'), place('b'));
});

test('escapes, signs that JSON escapes and texts without an end are left to the decoder', () => {
  const line = (name: string) => `{"name":"${name}","hours":1}`;
  for (const name of ['a\\n', 'a\\"', 'a\u0001', 'a\t', 'a"b'])
    expect(read(line('a'), line(name))).toBeNull();
  expect(read(line('a'), '{"name":"a')).toBeNull();
  expect(read(line('a'), '{"name":"a","hours":1')).toBeNull();
});

test('whatever stands in a line: it is read as decoded, or not at all', () => {
  const value = fc.oneof(
    fc.nat({ max: 50 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.constantFrom('2024-03-01', null, true, { country: 'FR' }),
  );
  const some = fc.record(
    {
      name: value,
      hours: value,
      repeats: value,
      start: value,
      year: value,
      place: value,
      hardware: fc.array(fc.record({ accelerator: value, count: value }, { requiredKeys: [] }), {
        maxLength: 2,
      }),
    },
    { requiredKeys: ['hours'] },
  );
  let readings = 0;
  fc.assert(
    fc.property(some, some, fc.boolean(), (learned, other, isSame) => {
      const mixed = isSame
        ? { ...learned, ...(typeof learned.hours === 'number' && { hours: 7.5 }) }
        : { ...learned, ...other };
      const line = JSON.stringify(mixed);
      const found = read(JSON.stringify(learned), line);
      if (found === null) return;
      readings += 1;
      expect(found).toEqual(outlineOf(JSON.parse(line)));
    }),
    { numRuns: 2000 },
  );
  expect(readings).toBeGreaterThan(100);
});
