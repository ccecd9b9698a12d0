import { english, words } from '@ml-emissions/words';
import { french } from '@ml-emissions/words/fr';
import { expect, test } from 'vitest';
import { words as inEnglish } from './en/shell.ts';
import { words as inFrench } from './fr/shell.ts';

// Pages without the sentences of results say it too, and must say the same.
test('what a page says beside advice to move is what a result says', () => {
  const said = { code: 'average-not-marginal' } as const;
  expect(inEnglish.moving.average).toBe(words(said, english));
  expect(inFrench.moving.average).toBe(words(said, french));
});
