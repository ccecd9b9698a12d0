import { expect, test } from 'vitest';
import { words as english } from '../text/en/trust.ts';
import { reportOn } from './wrong.ts';

const doubted = { figure: 'Carbon intensity: 501 g/kWh', source: 'Ember, 2025' };
const run = 'https://example.org/#1.abc';

test('a report names the figure, its source, the run and what made it, and leaves room on top', () => {
  const { text, issue } = reportOn(doubted, { run, repository: null }, english.wrong);
  expect(issue).toBeNull();
  expect(text).toMatch(
    /^What is wrong.*\n\n\n\nFigure: Carbon intensity: 501 g\/kWh\nSource: Ember, 2025\n/,
  );
  expect(text).toContain(`Run: ${run}\nMade with: ML Emissions Calculator 0.1.0, 2026.`);
});

test('where the code is public, an issue opens filled in', () => {
  const repository = 'https://example.org/group/name';
  const { text, issue } = reportOn(doubted, { run, repository }, english.wrong);
  const url = new URL(issue ?? '');
  expect(`${url.origin}${url.pathname}`).toBe(`${repository}/issues/new`);
  expect(url.searchParams.get('title')).toBe('Wrong? Carbon intensity: 501 g/kWh');
  expect(url.searchParams.get('body')).toBe(text);
});

test('a run that no address of an issue holds is to be attached', () => {
  const long = `${run}${'x'.repeat(8000)}`;
  const { text, issue } = reportOn(
    doubted,
    { run: long, repository: 'https://example.org/a/b' },
    english.wrong,
  );
  expect(text).toContain(long);
  expect(issue?.length).toBeLessThan(1000);
  expect(new URL(issue ?? '').searchParams.get('body')).toContain('attach it here');
});
