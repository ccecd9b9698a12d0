import { expect, test } from 'vitest';
import { words as englishLearn } from '../text/en/learn.ts';
import { words as english } from '../text/en/notions.ts';
import { words as french } from '../text/fr/notions.ts';
import { notionOfStep } from './of-step.ts';
import { SECTION_OF } from './sections.ts';

test('a meaning is three sentences at most, in both languages', () => {
  for (const [id, text] of [...Object.entries(english.of), ...Object.entries(french.of)]) {
    const sentences = text.split(/[.?!](?= |$)/).filter((one) => one.trim() !== '');
    expect(sentences.length, `${id}: ${text}`).toBeLessThanOrEqual(3);
  }
});

test('each leads to a section of the Learn page', () => {
  const sections = [...Object.keys(englishLearn.sections), 'gases', 'offsets'];
  for (const section of Object.values(SECTION_OF)) expect(sections).toContain(section);
});

test('a line of the receipt whose name is a term has a notion, one that says what it is has none', () => {
  expect(notionOfStep('pue')).toBe('pue');
  expect(notionOfStep('carbon-intensity')).toBe('intensity');
  expect(notionOfStep('batch-offline')).toBe('concurrency');
  expect(notionOfStep('total-emissions')).toBeUndefined();
});
