import type { Said } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { english, words } from './index.ts';

const say = (said: Said) => words(said, english);

describe('English', () => {
  test('a code with its parameters is a sentence', () => {
    expect(say({ code: 'usual-for-work', work: 'llm-training' })).toBe('usual for llm-training');
    expect(say({ code: 'usual-for-work', work: null })).toBe('usual for work that is not told');
    expect(say({ code: 'years-between', years: 1 })).toBe('1 year between figure and run');
    expect(say({ code: 'years-between', years: 2 })).toBe('2 years between figure and run');
  });

  test('what is nested is told within, and what is not there leaves no sign behind', () => {
    const tdp = { code: 'tdp' } as const;
    expect(say({ code: 'of-chip', chip: 'X', what: tdp })).toBe('X; TDP');
    expect(say({ code: 'grid', place: null, scope: { code: 'lifecycle' }, basis: null })).toBe(
      'lifecycle',
    );
    const place = { code: 'quoted', text: 'France' } as const;
    const scope = { code: 'to-lifecycle', gPerKwh: 400, factor: 1.2 } as const;
    expect(say({ code: 'grid', place, scope, basis: 'production' })).toBe(
      'France, 400 g/kWh direct x 1.2 to lifecycle, production',
    );
    expect(say({ code: 'published-for', place, period: 'trailing-twelve-months' })).toBe(
      'France, trailing twelve months',
    );
  });

  test('parameters are counted in words from a million on', () => {
    const of = (parameters: number) => say({ code: 'by-size-of-model', parameters, batch: null });
    expect(of(999_999)).toContain('training 999,999 parameters');
    expect(of(25_600_000)).toContain('training 25.6 million parameters');
    expect(of(7e9)).toContain('training 7 billion parameters');
    expect(of(1e12)).toContain('training 1 trillion parameters');
    const fitted = { least: 2.3e6, most: 138.4e6 };
    expect(say({ code: 'by-size-of-model', parameters: 7e9, batch: null, fitted })).toContain(
      'measured on 2.3 million to 138 million',
    );
  });

  test('nothing says nothing', () => {
    expect(words(null, english)).toBe('');
  });

  test('an assumption names its spread, and of what', () => {
    const assumed = { code: 'assumed', step: 'pue', value: 1.5, what: { code: 'tdp' } } as const;
    expect(say({ ...assumed, gsd: null, ofExcess: true })).toBe('pue: 1.5 (TDP)');
    expect(say({ ...assumed, gsd: 1.2, ofExcess: false })).toBe('pue: 1.5 x/÷ 1.2 (TDP)');
    expect(say({ ...assumed, gsd: 1.2, ofExcess: true })).toBe(
      'pue: 1.5 x/÷ 1.2 of what exceeds 1 (TDP)',
    );
  });
});

test('a missing or wrong parameter is a type error', () => {
  // @ts-expect-error: the work is missing
  const without: Said = { code: 'usual-for-work' };
  // @ts-expect-error: no kind of work
  const wrong: Said = { code: 'usual-for-work', work: 'sleeping' };
  // @ts-expect-error: no such code
  const unknown: Said = { code: 'unheard-of' };
  expect([without, wrong, unknown]).toHaveLength(3);
});
