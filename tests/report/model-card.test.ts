import { describe, expect, test } from 'vitest';
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

const HUB = `---
license: mit
co2_eq_emissions:
  emissions: 424.2  # of the last run
  energy_consumed: 1.09
  source: codecarbon
  training_type: unknown
  on_cloud: false
  cpu_model: 'AMD Ryzen'
  hours_used: 3.018
  hardware_used: 1 x RTX 3090
tags: [ "a",  'b' ]
---
# My model

## Environmental Impact

<!-- Total emissions (in grams of CO2eq) -->

Carbon emissions can be estimated using the [Machine Learning Impact calculator](https://mlco2.github.io/impact#compute) presented in [Lacoste et al. (2019)](https://arxiv.org/abs/1910.09700).

- **Hardware Type:** [More Information Needed]
- **Hours used:** [More Information Needed]
- **Cloud Provider:** [More Information Needed]
- **Compute Region:** [More Information Needed]
- **Carbon Emitted:** [More Information Needed]

## Technical Specifications

[More Information Needed]
`;
const SAYS = (text: string) => {
  const found = modelCardFormat.merge(text, report);
  return found.ok ? null : found.reason;
};
const replaced = (card: string): string => {
  const found = modelCardFormat.merge(card, report, { replace: true });
  if (!found.ok) throw new Error(found.reason);
  return found.text;
};

test('a metered figure is not replaced by an estimate without a word', () => {
  expect(SAYS(HUB)).toContain('a metered figure, 424.2 g from 1.09 kWh by codecarbon');
  const metered = parseRun({
    energyKwh: 1.09,
    energyScope: 'components',
    place: { country: 'FR' },
  });
  if (!metered.ok) throw new Error('refused');
  const own = reportOf(estimate(metered.run), { date: '2026-11-25', version: '0.1.0' });
  const found = modelCardFormat.merge(HUB, own);
  if (!found.ok) throw new Error(found.reason);
  expect(frontOf(found.text).co2_eq_emissions.source).toContain('; measured,');
  // What is ours and metered is kept from an estimate too; what is ours and estimated is not.
  expect(SAYS(found.text)).toContain('a metered figure');
  expect(SAYS(merged(CARD))).toBeNull();
});

test('no second answer stays behind', () => {
  const text = replaced(HUB);
  const { co2_eq_emissions: said, ...rest } = frontOf(text);
  expect(said).toMatchObject({ hours_used: 100, on_cloud: true, training_type: 'fine-tuning' });
  expect(said.energy_consumed).toBeCloseTo(report.energyKwh.value, 0);
  expect(rest).toEqual({ license: 'mit', tags: ['a', 'b'] });
  const body = text.slice(text.indexOf('# My model'));
  const own = body.slice(
    body.indexOf('<!-- ml-emissions: begin'),
    body.indexOf('ml-emissions: end -->'),
  );
  expect(body.replace(own, '')).not.toMatch(
    /Hardware Type|Hours used|Carbon Emitted|can be estimated/,
  );
  expect(body.match(/More Information Needed/g)).toHaveLength(1);
  expect(body).toContain('<!-- Total emissions (in grams of CO2eq) -->');
  expect(replaced(text)).toBe(text);
});

test('what CodeCarbon says of the run that it metered goes with its figure', () => {
  const more = `  cpu_model: 'AMD Ryzen'
  gpu_model: 2 x NVIDIA RTX 3090
  ram_total_size: 62
  note: ours
`;
  const text = replaced(HUB.replace("  cpu_model: 'AMD Ryzen'\n", more));
  const { co2_eq_emissions: said } = frontOf(text);
  expect(said).toMatchObject({ note: 'ours' });
  expect(text).not.toMatch(/(?:cpu|gpu)_model|ram_total_size/);
  const inBraces = replaced(
    '---\nco2_eq_emissions: { emissions: 7, gpu_model: RTX, note: ours }\n---\n',
  );
  expect(frontOf(inBraces).co2_eq_emissions).toMatchObject({ note: 'ours' });
  expect(inBraces).not.toContain('gpu_model');
});

describe('a metered figure in the lines of the section', () => {
  const LINES = [
    '- **Energy consumed:** 17 kWh, measured with CodeCarbon',
    '- **Carbon Emitted:** 3.2 kg, measured by CodeCarbon',
    '* Energy Consumed: 17 kWh',
    'Carbon emissions were measured using [CodeCarbon](https://codecarbon.io).\n- **Carbon Emitted**: 0.018 kg of CO2',
  ];
  test.each(LINES)('%s: refused, and replaced where that is asked for', (line) => {
    const card = CARD.replace('Nothing yet.', `- **Hours used:** 3\n${line}\n\nOurs.`);
    expect(SAYS(card)).toContain(`a metered figure, "${line.split('\n').at(-1)}"`);
    expect(SAYS(card)).toContain('or --replace');
    const text = replaced(card);
    expect(text).not.toMatch(/\b17 kWh|3\.2 kg|0\.018 kg/);
    expect(text).toContain('Ours.');
    expect(replaced(text)).toBe(text);
  });

  test('an estimate there, and what the template leaves open, are replaced', () => {
    for (const line of ['- **Carbon Emitted:** 3.2 kg', '- **Energy Consumed:** [More needed]'])
      expect(SAYS(CARD.replace('Nothing yet.', line)), line).toBeNull();
  });
});

describe('the section is found as Markdown finds it', () => {
  const SETEXT = CARD.replace('## Environmental Impact', 'Environmental Impact\n-----').replace(
    '## Other',
    'Other\n=====',
  );
  test.each([
    ['a line under it', SETEXT],
    ['a line under it, Windows', SETEXT.replaceAll('\n', '\r\n')],
    ['closing signs', CARD.replace('## Environmental Impact', '## Environmental Impact ##')],
    ['bold', CARD.replace('## Environmental Impact', '  ## **Environmental Impact**')],
  ])('%s', (_, card) => {
    const text = merged(card);
    expect(text.match(/Environmental Impact/g)).toHaveLength(1);
    const at = ['Environmental Impact', 'ml-emissions: begin', 'ml-emissions: end', 'Nothing yet.'];
    const places = [...at, 'Other', 'The end.'].map((one) => text.indexOf(one));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(merged(text)).toBe(text);
  });

  test('a figure under the next heading is another matter', () => {
    expect(SAYS(SETEXT.replace('The end.', 'Others emitted 40 kg of CO2eq.'))).toBeNull();
    expect(SAYS(SETEXT.replace('Nothing yet.', 'It took 300 kWh.'))).toContain('300 kWh');
  });

  test.each([
    ['```', '```'],
    ['~~~~ markdown', '~~~~'],
  ])('what stands between fences is left alone: %s', (open, close) => {
    const code = `${open}
## Environmental Impact

- **Carbon Emitted:** 3.2 kg of CO2, measured

<!-- ml-emissions: begin -->
<!-- ml-emissions: end -->
${close}
`;
    const shown = `---\nlicense: mit\n---\n# Template\n\n${code}\nThe end.\n`;
    const text = merged(shown);
    expect(text).toContain(code);
    expect(text.lastIndexOf('## Environmental Impact')).toBeGreaterThan(text.indexOf('The end.'));
    expect(merged(text)).toBe(text);
    const inside = CARD.replace('Nothing yet.', code);
    expect(merged(inside)).toContain(code);
    expect(merged(merged(inside))).toBe(merged(inside));
  });
});

test('what is not known goes', () => {
  const untimed = parseRun({ energyKwh: 5, energyScope: 'it', place: { country: 'FR' } });
  if (!untimed.ok) throw new Error('refused');
  const own = reportOf(estimate(untimed.run), { date: '2026-11-25', version: '0.1.0' });
  const found = modelCardFormat.merge(HUB, own);
  expect(found.ok && found.text).not.toContain('hours_used');
});

test('another figure in the words of the section is named, and nothing is changed', () => {
  const card = CARD.replace('Nothing yet.', 'Training emitted 40 kg of CO2eq.');
  expect(SAYS(card)).toContain('"Training emitted 40 kg of CO2eq."');
  expect(SAYS(CARD.replace('Nothing yet.', 'It took 300 kWh.'))).toContain('300 kWh');
  expect(SAYS(CARD.replace('The end.', 'Others emitted 40 kg of CO2eq.'))).toBeNull();
});

describe('every other byte is kept', () => {
  /** A card without our field and our section: what is to be left alone. */
  const kept = (text: string) =>
    text
      .replace(/^co2_eq_emissions:(?:.*\r?\n)(?:[ \t]+.*\r?\n)*/m, '')
      .replace(/<!-- ml-emissions: begin -->[\s\S]*ml-emissions: end -->/, '');
  const FRONT = `license: 'mit' # ours\nx:   { b: 1,   a: "two" }\nlist:\n- 1\n-   2 # two\n`;

  test.each([
    ['unix', '\n', ''],
    ['windows', '\r\n', ''],
    ['byte order mark', '\r\n', '\ufeff'],
  ])('%s', (_, newline, mark) => {
    const card =
      `${mark}---\n${FRONT}---\n# Title  \n\n## Environmental Impact\n\nText.\t\n\n\n\n## End\n`.replaceAll(
        '\n',
        newline,
      );
    const text = merged(card);
    expect(
      kept(text).replace(
        `${newline}${newline}${newline}${newline}Text`,
        `${newline}${newline}Text`,
      ),
    ).toBe(card);
    expect(/[^\r]\n/.test(text)).toBe(newline === '\n');
    expect(merged(text)).toBe(text);
  });

  test('mixed line ends stay mixed', () => {
    const card = '---\r\nlicense: mit\n---\n# Title\r\n\nText\n';
    const text = merged(card);
    expect(text.startsWith('---\r\nlicense: mit\n')).toBe(true);
    expect(text).toContain('---\n# Title\r\n\nText\n');
  });

  test('fields in braces', () => {
    const text = merged('---\n{ license:   \'mit\', a: "b" }\n---\n# T\n');
    expect(text).toContain('---\n{ license:   \'mit\', a: "b" ');
    expect(frontOf(text).co2_eq_emissions.emissions).toBeGreaterThan(0);
    expect(merged(text)).toBe(text);
  });
});
