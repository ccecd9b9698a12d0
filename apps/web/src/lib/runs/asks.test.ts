import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import type { RunForm } from '../state/fields.ts';
import { draftOf, EMPTY } from '../state/form.ts';
import { answered, asksOf, isUntold, readAnswer } from './asks.ts';

const engine = engineOf(calculator);
const parsedOf = (forms: readonly RunForm[]) =>
  forms.map((form) => calculator.parseRun(draftOf(form) as never));
const BARE: RunForm = { ...EMPTY, hours: '2' };
const ASKED: RunForm = { ...BARE, accelerator: 'a100', count: '4' };

describe('what several runs do not say', () => {
  test('is one question for all of them, and none for one run alone', () => {
    const forms = [BARE, { ...BARE, name: 'b' }, { ...ASKED, provider: 'grid', zone: 'FR' }];
    const asks = asksOf(forms, parsedOf(forms));
    expect(asks.map(({ kind, text, runs }) => [kind, text, runs])).toEqual([
      ['zone', '', [0, 1]],
      ['accelerator', '', [0, 1]],
      ['count', '', [0, 1]],
    ]);
    expect(forms.map(isUntold)).toEqual([true, true, false]);
    expect(asksOf([BARE], parsedOf([BARE]))).toEqual([]);
    expect(asksOf(forms, [undefined, undefined, undefined])).toEqual([]);
  });

  test('a name that may mean several chips is asked once, with these', () => {
    const forms = [ASKED, ASKED];
    const hardware = asksOf(forms, parsedOf(forms)).find(({ kind }) => kind === 'accelerator');
    expect(hardware).toMatchObject({ text: 'a100', runs: [0, 1] });
    expect(hardware?.problem.suggestions?.length).toBeGreaterThan(1);
  });

  test('once answered, the runs are whole; what a run says itself stays', () => {
    const after = [BARE, ASKED].map((form) => {
      const whole = { ...form };
      for (const [kind, text] of [
        ['zone', 'France'],
        ['accelerator', '8 x A100 SXM4 80GB'],
      ] as const) {
        const read = readAnswer(engine, kind, text, form.edition);
        if ('problem' in read) throw new Error(read.problem.message);
        Object.assign(whole, answered(whole, kind, read.fields));
      }
      return whole;
    });
    expect(after).toMatchObject([
      { zone: 'FR', count: '8' },
      { zone: 'FR', count: '4' },
    ]);
    expect(parsedOf(after).map(({ ok }) => ok)).toEqual([true, true]);
    expect(readAnswer(engine, 'zone', 'Nowhere at all', EMPTY.edition)).toHaveProperty('problem');
  });
});
