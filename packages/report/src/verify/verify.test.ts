import { expect, test } from 'vitest';
import { FORMATS, type FormatName, formatted } from '../formats.ts';
import { packed, unpacked } from '../packed.ts';
import type { Report } from '../report.ts';
import { METERED, reportWith, resultOf } from '../testing.ts';
import { trailersOf } from '../trailer.ts';
import { tokensOf } from './tokens.ts';
import { verified } from './verify.ts';

const one = reportWith([resultOf()]);
const two = reportWith([resultOf({ run: { name: 'first' } }), resultOf(METERED)]);

function check(text: string, report: Report = one, isReworded = false, version = '0.1.0') {
  const [found] = trailersOf(text);
  if (!found) throw new Error('no line of provenance');
  return verified(text, found, report, { isReworded, version });
}
const differences = (...asked: Parameters<typeof check>) => check(...asked)?.differences;

const CARRYING = (Object.keys(FORMATS) as FormatName[]).filter((name) => FORMATS[name].hasTrailer);

test.each(CARRYING)('%s holds as it was written, and with a figure changed it does not', (name) => {
  for (const report of [one, two]) {
    const text = formatted(report, name);
    expect(check(text, report)).toMatchObject({ format: name, refused: null, differences: [] });
    const changed = text.replaceAll(/(?<![\w-])600(?![\w-])/g, '700');
    expect(differences(changed, report)?.some(({ isFact }) => isFact) ?? true, name).toBe(
      changed !== text,
    );
  }
});

const text = formatted(one, 'text');

test('where it is, what stands there and what should, with the words around', () => {
  expect(differences(`A title.\n\n${text.replace('PUE of 1.2', 'PUE of 1.3')}`)).toEqual([
    {
      line: 3,
      stands: 'a PUE of 1.3; the operational emissions',
      should: 'a PUE of 1.2; the operational emissions',
      isFact: true,
    },
  ]);
});

test('a sentence that is gone stands nowhere, and is told alone', () => {
  expect(differences(text.replace(/Market-based[^.]*\. /, ''))).toEqual([
    { line: null, stands: '', should: 'Market-based emissions are 30 kg CO2e', isFact: true },
  ]);
});

test('a word more has nothing that should stand there', () => {
  expect(differences(text.replace('counting accelerators', 'counting not accelerators'))).toEqual([
    expect.objectContaining({ should: '', isFact: true }),
  ]);
});

test('how many figures were looked for', () => {
  const words = tokensOf(text, 'plain').list.filter(({ isNumber }) => isNumber);
  expect(words.length).toBeGreaterThan(20);
  expect(check(text)?.figures).toBe(words.length);
});

test('other words for the same facts hold where only figures are asked for', () => {
  const reworded = text.replace('The work ran on', 'We trained on');
  expect(differences(reworded)).toEqual([expect.objectContaining({ isFact: false })]);
  expect(differences(reworded, one, true)).toEqual([]);
  expect(differences(reworded.replace('8 A100', '9 A100'), one, true)).toHaveLength(1);
});

test('another version may word and round otherwise', () => {
  const other = text.replace('The work ran on', 'We trained on');
  expect(check(other, one, false, '0.2.0')).toMatchObject({
    isOtherVersion: true,
    differences: [],
  });
  expect(check(other)?.isOtherVersion).toBe(false);
  const rounded = text.replace('are 240 kg CO2e (90', 'are 0.24 kg CO2e (90');
  expect(differences(rounded, one, false, '0.2.0')).not.toEqual([]);
});

test('a line that names a format that is none is not read', () => {
  const trailer = (change: object) =>
    formatted(one, 'markdown').replace(/(?<=ml-emissions:1:)[\w-]+/, (body) =>
      packed({ ...(unpacked(body) as object), ...change }),
    );
  expect(check(trailer({ format: 'none' }))).toBeNull();
  expect(check(trailer({ format: undefined }))).toMatchObject({
    format: 'markdown',
    differences: [],
  });
});

test('the tables may have changed since: the hash is that of the line', () => {
  const sci = formatted(one, 'cyclonedx');
  const since = reportWith([resultOf({ edition: { id: '2026-11', hash: 'sha256-new' } })]);
  expect(differences(sci, since)).toEqual([]);
  const unknown = reportWith([resultOf({ edition: { id: '2027-01', hash: 'sha256-new' } })]);
  expect(differences(sci, unknown)).not.toEqual([]);
});

test('each copy of a report is held against it', () => {
  const wrong = text.replace('8 A100', '9 A100');
  expect(differences(text + text)).toEqual([]);
  expect(differences(text + wrong)).toHaveLength(1);
  expect(differences(wrong + text)).toHaveLength(1);
  expect(differences(wrong + wrong)).toHaveLength(2);
});

test('several runs in one JSON list carry the line once each', () => {
  const boamps = formatted(two, 'boamps');
  expect(differences(boamps, two)).toEqual([]);
  expect(differences(`{"a":${boamps},"b":${boamps}}`, two)).toEqual([]);
  expect(differences(boamps.replace('"A100"', '"H100"'), two)).toHaveLength(1);
});

test('a card whose figure may not be replaced is compared all the same', () => {
  const card = formatted(one, 'model-card');
  expect(check(card)).toMatchObject({ refused: null, differences: [] });
  const second = card.replace(
    '\n## Environmental Impact\n',
    '\n## Environmental Impact\n\nIt took 5 kWh.\n',
  );
  expect(check(second)).toMatchObject({
    refused: expect.stringContaining('"It took 5 kWh."'),
    differences: [],
    figures: check(card)?.figures,
  });
  expect(differences(card.replace('emissions: 240000', 'emissions: 250000'))).toHaveLength(1);
});

test('sentences may be set apart in a document, their order kept', () => {
  const parts = text.split(/(?<=\.) (?=[A-Z])/);
  expect(differences(parts.join('\n\nOur 3 cats say 5 words.\n\n'))).toEqual([]);
});
