import { english, words } from '@ml-emissions/words';
import { expect, test } from 'vitest';
import { told } from './language.ts';

test('a sentence is told as the result says it', () => {
  expect(told({ code: 'run-is-of-now' }, 'as the result says it')).toBe('as the result says it');
});

test('an assumption is told with the name of its step', () => {
  const said = {
    code: 'assumed',
    step: 'utilisation-2',
    value: 0.88,
    gsd: 1.12,
    ofExcess: false,
    what: { code: 'usual-for-work', work: 'llm-training' },
  } as const;
  expect(told(said, words(said, english))).toBe(
    'mean power / rated power 2: 0.88 ×/÷ 1.12 (usual for llm-training)',
  );
});
