import { calculator } from '@ml-emissions/calculator/full';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { words as english } from './en/calculate.ts';
import { words as inEnglish } from './en/problems.ts';
import { words as french } from './fr/calculate.ts';
import { words as inFrench } from './fr/problems.ts';

const at = vi.hoisted(() => ({ language: 'en' }));
vi.mock('$app/state', () => ({
  page: {
    get params() {
      return { lang: at.language };
    },
    get data() {
      return { calculate: at.language === 'fr' ? french : english };
    },
  },
}));

// Afresh: another file's tests may have loaded it with a page of their own.
vi.resetModules();
const { problemText } = await import('./problems.ts');

/** What the page says of the first problem of a run. */
function said(change: object, name: string): string {
  const run = { hardware: [{ accelerator: 'A100-SXM4-80GB' }], hours: 1, place: { country: 'FR' } };
  const parsed = calculator.parseRun({ ...run, ...change });
  if (parsed.ok || !parsed.problems[0]) throw new Error('nothing is wrong');
  return problemText(parsed.problems[0], name, at.language === 'fr' ? inFrench : inEnglish);
}

describe('in English', () => {
  beforeEach(() => {
    at.language = 'en';
  });

  test.each([
    [-5, '“-5” does not fit here: a number above 0, such as 36, 2d4h or 30..36..50.'],
    [
      '7.18..21.7',
      '“7.18..21.7” does not fit here: a number above 0, such as 36, 2d4h or 30..36..50.',
    ],
    [
      99999999999,
      '“99999999999” does not fit here: a number above 0, at most 10 billion, such as 36, 2d4h or 30..36..50.',
    ],
  ])('hours of %s', (hours, text) => {
    expect(said({ hours }, 'hours')).toBe(text);
  });

  test('no file’s own signs are shown to people', () => {
    expect(said({ place: { provider: 'aws', region: { a: { b: 1 } } } }, 'region')).toBe(
      'What the file says does not fit here. Choose a region.',
    );
    expect(said({ place: { provider: 'aws', region: 'eu-isoe-west-1' } }, 'region')).toBe(
      'No carbon intensity is known for “aws eu-isoe-west-1”: enter one.',
    );
  });
});

describe('in French', () => {
  beforeEach(() => {
    at.language = 'fr';
  });

  test('what is expected is told', () => {
    expect(said({ hours: -5 }, 'hours')).toBe(
      '«\u00a0-5\u00a0» ne convient pas ici\u00a0: un nombre au-dessus de 0, comme 36, 2d4h ou 30..36..50.',
    );
    expect(said({ pue: 0.5 }, 'pue')).toBe(
      '«\u00a00.5\u00a0» ne convient pas ici\u00a0: un nombre à partir de 1, au plus 10, seul ou comme bas..valeur..haut.',
    );
  });
});
