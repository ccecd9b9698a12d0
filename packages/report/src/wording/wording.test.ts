import { PHASES, type Phase } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { french } from './fr/index.ts';
import { english, isReportLanguage, REPORT_LANGUAGES, wordingOf } from './index.ts';

/** Every text of a language by its path, functions of their parameters by `()`. */
function leaves(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, '()']];
  return Object.entries(value as object).flatMap(([name, one]) => leaves(one, `${path}/${name}`));
}
const paths = (value: unknown) => leaves(value).map(([path]) => path);
const isWord = ([path]: [string, string]) => !path.startsWith('/turning/');

test('French has each text that English has, and no other', () => {
  const own = (of: typeof english) => paths({ ...of, turning: [] }).toSorted();
  expect(own(english).length).toBeGreaterThan(90);
  expect(own(french)).toEqual(own(english));
  const kinds = (of: typeof english) =>
    leaves(of)
      .filter(isWord)
      .filter(([, text]) => text === '()');
  expect(kinds(french)).toEqual(kinds(english));
});

test('what English says, French says otherwise', () => {
  const said = new Map(leaves(french));
  const same = leaves(english)
    .filter(isWord)
    .filter(([path, text]) => text !== '()' && said.get(path) === text);
  expect(same.map(([, text]) => text)).toEqual(['total', 'phase', 'siunitx (version 3)', 'Total']);
});

test('each phase has a French name', () => {
  const told = PHASES.map((phase: Phase) => french.runs.phase(phase));
  expect(new Set(told).size).toBe(PHASES.length);
  expect(told).not.toContain(undefined);
});

test('figures have a decimal comma, and a narrow space between thousands', () => {
  expect(french.figure('1,082,990.5')).toBe('1\u202f082\u202f990,5');
  expect(french.figure('1.50e+22')).toBe('1,50e+22');
  expect(english.figure('1,082,990.5')).toBe('1,082,990.5');
});

test('signs and units are not parted from what stands before them', () => {
  expect(french.typeset('Eau : 8 kg ; 90 % et 3 g CO2e/kWh, 5 tours')).toBe(
    'Eau\u00a0: 8\u00a0kg\u202f; 90\u202f% et 3\u00a0g CO2e/kWh, 5 tours',
  );
});

test('countries have their French names, other grids keep theirs', () => {
  const { country } = french.runs;
  expect(country('United States', 'US')).toBe('États-Unis');
  expect(country('Texas', 'US-TEX')).toBe('Texas');
  expect(country('Nowhere', 'ZZ')).not.toBe('');
  expect(country(null, null)).toBeNull();
  expect(english.runs.country('United States', 'US')).toBe('United States');
});

test('one of several is no plural', () => {
  expect(french.runs.chipHours('1,5', 1.5)).toBe('1,5 heure-puce');
  expect(french.runs.chipHours('2', 2)).toBe('2 heures-puces');
  expect(french.runs.inSome(1, 3)).toBe(' dans 1 calcul sur 3');
  expect(french.ofSome('un PUE', 2, 3)).toBe('un PUE dans 2 calculs sur 3');
});

test('a language is known by its code', () => {
  expect(REPORT_LANGUAGES.map(wordingOf)).toEqual([english, french]);
  expect(isReportLanguage('fr')).toBe(true);
  expect(isReportLanguage('toString')).toBe(false);
});
