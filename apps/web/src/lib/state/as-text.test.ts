import { expect, test } from 'vitest';
import { MOST_LETTERS, projectOfText, textOf, wordsOf } from './as-text.ts';
import { EXAMPLE, nextTo } from './form.ts';
import { MOST_RUNS, opening } from './project.ts';

test('what is typed comes back letter by letter, whatever it is', () => {
  const odd = { ...EXAMPLE, hours: ' 2d4h ', count: '1/7', name: 'Ünï\n"x"', rest: '{"a":1}' };
  const project = { ...opening(), id: 'a', name: 'b', runs: [odd, nextTo(odd)], active: 1 };
  expect(projectOfText(textOf(project))).toEqual(project);
});

test('two that say the same are the same words, whichever run is looked at', () => {
  const [run] = opening().runs;
  const turned = Object.fromEntries(
    Object.entries(run ?? {}).reverse(),
  ) as unknown as typeof EXAMPLE;
  expect(wordsOf({ ...opening(), id: 'x', runs: [turned], active: 0 })).toBe(wordsOf(opening()));
});

test('an untouched run takes few letters', () => {
  const runs = Array.from({ length: 500 }, () => EXAMPLE);
  expect(textOf({ ...opening(), runs }).length).toBeLessThan(100_000);
});

test.each([
  ['no JSON', '{"runs":['],
  ['no runs', '{"id":"","name":"","rest":"","active":0,"runs":[]}'],
  ['a run of another version', '{"runs":[{"later":"7"}],"active":0}'],
  ['a field that is no text', '{"runs":[{"hours":7}],"active":0}'],
  [
    'more runs than a page holds',
    JSON.stringify({ runs: Array(MOST_RUNS + 1).fill({}), active: 0 }),
  ],
  ['more letters than anybody types', `{"name":"${'x'.repeat(MOST_LETTERS + 1)}","runs":[{}]}`],
])('what holds %s is not read', (_, text) => {
  expect(projectOfText(text)).toBeNull();
});
