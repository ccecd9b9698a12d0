import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { calculator } from '../../packages/calculator/src/full.ts';
import { modelCardFormat } from '../../packages/report/src/formats/model-card.ts';
import { reportOf } from '../../packages/report/src/index.ts';

const { estimate, parseRun } = calculator;

const parsed = parseRun({
  hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
  hours: 100,
  phase: 'fine-tuning',
  place: { provider: 'gcp', region: 'us-central1' },
});
if (!parsed.ok) throw new Error('refused');
const report = reportOf(estimate(parsed.run), { date: '2026-11-25', version: '0.1.0' });

function merged(card: string): string {
  const found = modelCardFormat.merge(card, report);
  if (!found.ok) throw new Error(found.reason);
  return found.text;
}
const frontOf = (text: string) =>
  parseYaml(/^\ufeff?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '');

const CARD = `---
# who may use it
license: apache-2.0   # see LICENSE
tags: [a, b]
language:
- fr
- en
---
# My model

Text with --- a rule:

---

## Environmental Impact

Nothing yet.

## Other

The end.
`;

test('the rest of a card stays as it is: comments, order, text', () => {
  const text = merged(CARD);
  expect(
    text.startsWith('---\n# who may use it\nlicense: apache-2.0   # see LICENSE\ntags: ['),
  ).toBe(true);
  expect(frontOf(text)).toMatchObject({
    license: 'apache-2.0',
    tags: ['a', 'b'],
    language: ['fr', 'en'],
  });
  expect(frontOf(text).co2_eq_emissions.training_type).toBe('fine-tuning');
  for (const part of ['Text with --- a rule:\n\n---\n', 'Nothing yet.\n\n## Other\n\nThe end.\n'])
    expect(text).toContain(part);
  expect(text.indexOf('Hardware Type')).toBeGreaterThan(text.indexOf('## Environmental Impact'));
});

test('a second time replaces the first, and nothing else', () => {
  expect(merged(merged(CARD))).toBe(merged(CARD));
});

test.each([
  ['an empty file', ''],
  ['no front matter', '# Title\n\nText.\n'],
  ['an empty front matter', '---\n---\n# Title\n'],
  ['no line end at the end', '---\nlicense: mit\n---\ntext'],
])('%s', (_, card) => {
  const text = merged(card);
  expect(frontOf(text).co2_eq_emissions.emissions).toBeGreaterThan(1000);
  for (const line of card.split('\n').filter((one) => one !== '' && one !== '---'))
    expect(text).toContain(line);
});

test('line ends of Windows and a byte order mark are kept', () => {
  const text = merged(`\ufeff${CARD.replaceAll('\n', '\r\n')}`);
  expect(text.startsWith('\ufeff---\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test('an old bare number becomes a map; fields that others added to a map stay', () => {
  expect(
    frontOf(merged('---\nco2_eq_emissions: 7\n---\n')).co2_eq_emissions.emissions,
  ).toBeGreaterThan(1000);
  const kept = frontOf(merged('---\nco2_eq_emissions: { emissions: 7, on_cloud: true }\n---\n'));
  expect(kept.co2_eq_emissions).toMatchObject({ on_cloud: true });
});

test.each([
  ['broken YAML', '---\na: [1, 2\nb: }\n---\ntext\n'],
  ['a list instead of fields', '---\n- a\n- b\n---\ntext\n'],
])('%s is refused with its reason', (_, card) => {
  expect(modelCardFormat.merge(card, report).ok).toBe(false);
});
