import { expect, test } from 'vitest';
import { htmlReport } from './formats/html.ts';
import { FORMATS } from './formats.ts';
import { reportWith, resultOf, SERVED } from './testing.ts';
import { inUseWords } from './use-words.ts';

const trained = resultOf({ run: { name: 'first', phase: 'training' } });
const served = resultOf({ ...SERVED, operational: { kgCo2e: { value: 90 } } });
const service = served.service as NonNullable<typeof served.service>;

test('nothing where no model is in use', () => {
  expect(inUseWords([trained])).toBe('');
});

test('what the whole is of, or how much of it; a year where it is one', () => {
  expect(inUseWords([served])).toBe(' for a year of 365,000,000 requests');
  const images = resultOf({
    ...SERVED,
    service: { ...service, use: 'image', uses: 500, period: 'total' },
  });
  expect(inUseWords([served, images])).toBe(' for a year of 365,000,000 requests and 500 images');
  expect(inUseWords([trained, served])).toBe(
    ', of which 90 kg CO2e for a year of 365,000,000 requests',
  );
});

/** Those that say one figure of all runs in words. */
const SUMS = [
  ...['latex', 'markdown', 'text', 'model-card', 'neurips', 'acl', 'cvpr', 'eu-ai', 'sci'],
  ...['l1801', 'svg', 'badge'],
] as const;

test.each(SUMS)('%s says which part of its figure is of a model in use', (name) => {
  const report = reportWith([trained, served]);
  const text = FORMATS[name as keyof typeof FORMATS]
    .write(report)
    .replaceAll(/~|\\textsubscript\{(2)\}/g, (sign, two) => two ?? (sign === '~' ? ' ' : sign));
  expect(text).toContain('of which 90 kg CO2e for a year of 365,000,000 requests');
});

test('so do the front matter of a card, and the page that is printed', () => {
  const report = reportWith([trained, served]);
  const [front = ''] = FORMATS['model-card'].write(report).split('## ');
  // The hub's field is of training: use stands beside it.
  expect(front).toContain('  emissions: 240000\n');
  expect(front).toContain('of training; beside it 90 kg CO2e for a year of 365,000,000 requests');
  expect(htmlReport(report)).toContain('lifecycle grid, of which 90 kg CO2e for a year');
});

test('the lines of a card stay above its foot', () => {
  const rows = (text: string) => [...text.matchAll(/ y="(\d+)"/g)].map(([, y]) => Number(y));
  for (const runs of [[trained], [trained, served]] as const) {
    const all = rows(FORMATS.svg.write(reportWith([...runs])));
    expect(all.toSorted((a, b) => a - b)).toEqual(all);
    expect((all.at(-1) ?? 0) - (all.at(-2) ?? 0)).toBeGreaterThanOrEqual(20);
  }
});
