import { describe, expect, test } from 'vitest';
import { addressesOf } from './address.ts';
import { FORMATS, type FormatName, formatted } from './formats.ts';
import { unpacked } from './packed.ts';
import { runFileOf } from './run-file.ts';
import { reportWith, resultOf } from './testing.ts';
import { readTrailer } from './trailer.ts';

const SITE = 'https://example.org/calculator/';
const report = reportWith([resultOf()], { site: SITE });
const RUN = addressesOf(report)?.run ?? '';

test('the address of a run holds its inputs', () => {
  expect(RUN).toMatch(/^https:\/\/example\.org\/calculator\/#1\.[\w-]+$/);
  expect(unpacked(RUN.split('#1.')[1] ?? '')).toEqual(
    JSON.parse(JSON.stringify(runFileOf(report.result))),
  );
});

test('nobody told where the calculator stands: no address is invented', () => {
  expect(addressesOf(reportWith([resultOf()]))).toBeNull();
  expect(formatted(reportWith([resultOf()]), 'latex')).not.toContain('\\href');
});

test('a run that is too long for an address has none', () => {
  // What repeats packs well: names that do not.
  const name = Array.from({ length: 30_000 }, (_, at) => ((at * 7919) % 65_521).toString(36)).join(
    '',
  );
  const { result } = reportWith([resultOf({ run: { name } })]);
  expect(addressesOf({ ...report, result })).toEqual({ calculator: SITE, run: null });
});

test('an address cannot end a link early', () => {
  const site = 'https://example.org/a(b){c}\\ d/';
  expect(addressesOf({ ...report, site })?.calculator).toBe(
    'https://example.org/a%28b%29%7Bc%7D%5C%20d/',
  );
});

test('a paragraph links the tool and the run, and still cites both', () => {
  const text = formatted(report, 'latex');
  expect(text).toContain('% needs hyperref in the preamble');
  expect(text).toContain(`\\href{${SITE}}{ML Emissions Calculator} 0.1.0`);
  expect(text).toContain(
    '2026-11-30~\\cite{mlemissions}, which grows out of~\\cite{lacoste2019quantifying}.',
  );
  expect(text).toContain(`\\href{${RUN.replace('#', '\\#')}}{This run}`);
  expect(formatted(report, 'bibtex')).toContain(`url    = {${SITE}}`);
});

test('a card names the tool in its field and links the run in its section', () => {
  const text = formatted(report, 'model-card');
  expect(text).toMatch(
    /source: ML Emissions Calculator 0\.1\.0.*, https:\/\/example\.org\/calculator\/;/,
  );
  expect(text).toContain(`[ML Emissions Calculator](${SITE}) 0.1.0`);
  expect(text).toContain(`[This run](${RUN})`);
});

/** Columns and signs of fixed forms, which have no place for an address. */
const WITHOUT: readonly FormatName[] = ['csv', 'codecarbon', 'badge'];
/** The paper's two entries name the tool and not the run. */
const TOOL_ALONE: readonly FormatName[] = ['bibtex'];

describe.each(Object.keys(FORMATS) as FormatName[])('%s', (name) => {
  test('holds both addresses where it has a place for them', () => {
    const text = formatted(report, name).replaceAll('\\#', '#');
    const has = !WITHOUT.includes(name);
    expect(text.includes(SITE)).toBe(has);
    expect(text.includes(RUN)).toBe(has && !TOOL_ALONE.includes(name));
    if (FORMATS[name].hasTrailer) expect(readTrailer(text)?.site).toBe(SITE);
  });
});
