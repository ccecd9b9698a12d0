import { readdirSync, readFileSync } from 'node:fs';
import type { Run } from '@ml-emissions/calculator';
import { calculator } from '@ml-emissions/calculator/full';
import { TABLE_NAMES, writtenTable } from '@ml-emissions/calculator/tables';
import { beforeAll, expect, test } from 'vitest';
import { engineOf } from '../../state/engine.ts';
import { words as english } from '../en/calculate.ts';
import { translated } from '../library.ts';
import { words } from './calculate.ts';
import { corpus } from './corpus.ts';
import { library } from './library.ts';

// The page's parts ask the calculator that is held: here that over all tables.
engineOf(calculator);

const PACKAGES = `${import.meta.dirname}/../../../../../../packages`;

const nameOf = (step: string, of: Pick<typeof words, 'steps'> = words) =>
  of.steps[step.replace(/-\d+(?=-|$)/, '')];
const show = { number: String, step: (id: string) => nameOf(id) ?? id };
const isEnglish = (sentence: string) => !translated(library, sentence, show).isTranslated;

/** What the library says over all runs of the corpus. */
const sentences = new Set<string>();
/** What it notes beside a number: its own words, or a name or a note of a table. */
const notes = new Set<string>();
const steps = new Set<string>();
/** What stands beside the numbers of formulas. */
const units = new Set<string>();
const SIGNS_OF_UNITS = new Set([
  '',
  '1',
  'W',
  'h',
  'kWh',
  'g CO2e/kWh',
  'kg CO2e/kWh',
  'kg CO2e',
  'L/kWh',
  'vCPU',
]);
const names = new Set<string>(['mine', 'big (v.2); TDP']);

/** What decides which methods can answer. */
const machineOf = ({ hardware, instance, slice, host, hours, energyKwh, energyScope }: Run) =>
  JSON.stringify({ hardware, instance, slice, host, hours, energyKwh, energyScope });

beforeAll(async () => {
  const explained = new Set<string>();
  for (const input of corpus()) {
    const parsed = calculator.parseRun(input);
    if (!parsed.ok) continue;
    const { run } = parsed;
    const { boundary, carbonIntensityGPerKwh, ...result } = calculator.estimate(run);
    for (const { message } of result.warnings) sentences.add(message);
    for (const one of [...result.assumptions, ...boundary.included]) sentences.add(one);
    for (const { item, reason } of boundary.excluded) sentences.add(item).add(reason);
    for (const { note } of carbonIntensityGPerKwh.doubts) sentences.add(note);
    for (const { note } of carbonIntensityGPerKwh.beside) notes.add(note);
    for (const { step, note, formula, operands } of result.receipt) {
      steps.add(step);
      notes.add(note);
      if (operands.length === 0) units.add(formula);
      for (const { unit, of } of operands) if (of === null) units.add(unit);
    }
    const machine = machineOf(run);
    if (explained.has(machine)) continue;
    explained.add(machine);
    for (const { lacks } of calculator.explain(run).methods)
      if (lacks !== null) sentences.add(lacks);
  }
  for (const name of TABLE_NAMES) {
    for (const row of (await writtenTable(name)).rows) for (const cell of row) names.add(cell);
  }
}, 120_000);

test('every sentence of the library has a translation', () => {
  expect(sentences.size).toBeGreaterThan(1000);
  expect([...sentences].filter(isEnglish)).toEqual([]);
});

test('every note is translated, or is a name or a note of a data table', () => {
  expect(notes.size).toBeGreaterThan(1000);
  expect([...notes].filter((note) => isEnglish(note) && !names.has(note))).toEqual([]);
});

test('every word of a formula is translated', () => {
  expect(units.size).toBeGreaterThan(SIGNS_OF_UNITS.size);
  expect([...units].filter((unit) => isEnglish(unit) && !SIGNS_OF_UNITS.has(unit))).toEqual([]);
});

test('every step of a receipt has a name, in both languages', () => {
  expect([...steps].filter((step) => nameOf(step) === undefined)).toEqual([]);
  expect([...steps].filter((step) => nameOf(step, english) === undefined)).toEqual([]);
});

const LITERAL = /`([^`]*)`|'([^'\n]*)'/g;
const COMMENT = /^\s*(?:\/?\*|\/\/).*$/gm;

/** Texts of three words or more in code. What varies is a number here, which fits names too. */
function sentencesIn(code: string): string[] {
  return [...code.replaceAll(COMMENT, '').matchAll(LITERAL)]
    .map(([, template, plain]) => (template ?? plain ?? '').replaceAll(/\$\{[^}]*\}/g, '1'))
    .filter((text) => /^\S+ \S+ \S/.test(text));
}

/** Sentences in which words vary, so that a number does not fit: the corpus brings them out. */
const OF_WORDS = new Set([
  'the range of 1 is wider on one side; the wider one is taken on both',
  '1 is 1',
  'no lifecycle figure is known here: 1',
  '1 1 between figure and run',
]);

/** Parts of sentences, and what the page says in its own words. */
const ELSEWHERE = new Set([
  'an id or a name',
  '1 % of TDP',
  '; less memory, 1 of 1 GB: the work may not fit',
]);

// A sentence may stand in the source that no run of the corpus brings out.
test('every sentence in the source of the library has a translation', () => {
  const methods = readdirSync(`${PACKAGES}/model/src/methods`).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const written = [
    ...methods.map((file) => `model/src/methods/${file}`),
    'model/src/needs.ts',
    'calculator/src/estimate/boundary.ts',
    'calculator/src/estimate/warnings.ts',
    'calculator/src/compare/compare.ts',
    'calculator/src/compare/other-hardware.ts',
    'rates/src/intensity/doubts.ts',
  ].flatMap((file) => sentencesIn(readFileSync(`${PACKAGES}/${file}`, 'utf8')));
  expect(written.length).toBeGreaterThan(60);
  const left = written.filter((text) => !OF_WORDS.has(text) && !ELSEWHERE.has(text));
  expect(left.filter(isEnglish)).toEqual([]);
});
