import { expect, test } from 'vitest';
import { packed } from './packed.ts';
import { reportWith, resultOf } from './testing.ts';
import { readTrailer, saidFigure, trailerOf, trailersOf } from './trailer.ts';

const report = reportWith([resultOf({ run: { name: 'first' } })]);

test('the figure as every text words it', () => {
  expect(saidFigure(report)).toBe('240 kg');
  expect(saidFigure(reportWith([resultOf()], { operational: { value: 2500 } }))).toBe('2.5 t');
});

test('a line of provenance gives back what it was made of', () => {
  const older = resultOf({ edition: { id: '2026-05', hash: 'sha256-old' } });
  const line = trailerOf({ ...report, runs: [report.runs[0], older] }, 'text');
  expect(line).toMatch(/^ml-emissions:1:[\w-]+$/);
  expect(readTrailer(`words\n<!-- ${line} --> more`)).toEqual({
    input: {
      schemaVersion: 1,
      name: 'first',
      hardware: [{ accelerator: 'a100', count: 8 }],
      hours: 100,
      method: 'full',
      edition: '2026-11',
    },
    editions: { '2026-11': 'sha256-abc', '2026-05': 'sha256-old' },
    kgCo2e: 240,
    said: '240 kg',
    date: '2026-11-30',
    format: 'text',
    version: '0.1.0',
  });
});

test('options that are on stand there, others do not', () => {
  const options = { long: true, siunitx: false };
  expect(readTrailer(trailerOf(report, 'latex', options))?.options).toEqual({ long: true });
  expect(readTrailer(trailerOf(report, 'latex', { long: false }))).not.toHaveProperty('options');
});

test('lines of a text, each once with its places; null for what cannot be read', () => {
  const [one, two] = [trailerOf(report, 'text'), trailerOf(report, 'markdown')];
  const found = trailersOf(`${one} ${two} ml-emissions:1:nothing ${one}`);
  expect(found.map((line) => line && [line.trailer.format, line.places])).toEqual([
    ['text', [0, 3]],
    ['markdown', [1]],
    null,
  ]);
  expect(trailersOf('no line of it')).toEqual([]);
  expect(readTrailer('no line of it')).toBeNull();
});

test('what a renderer of Markdown escapes in a line is read', () => {
  const line = trailerOf(report, 'text');
  const escaped = line.replaceAll(/[_-]/g, (letter) => `\\${letter}`).replace('ml\\-', 'ml-');
  expect(trailersOf(`${escaped} ${line}`)).toHaveLength(1);
  expect(readTrailer(escaped)?.kgCo2e).toBe(240);
});

const WHOLE = { input: {}, editions: {}, kgCo2e: 1, said: '1 kg', date: '2026-11-30' };

test('a line of an earlier version names neither format nor version', () => {
  expect(readTrailer(`ml-emissions:1:${packed(WHOLE)}`)).toEqual(WHOLE);
});

test.each(['input', 'editions', 'kgCo2e', 'said', 'date'])('a line without %s is none', (field) => {
  const { [field as 'input']: _, ...rest } = WHOLE;
  expect(readTrailer(`ml-emissions:1:${packed(rest)}`)).toBeNull();
});

test.each([[null], ['text'], [3]])('%o is no line', (value) => {
  expect(readTrailer(`ml-emissions:1:${packed(value)}`)).toBeNull();
});
