import { expect, test } from 'vitest';
import { answersElsewhere, BEGIN, END, otherFigure, withSection } from './section.ts';

const HEAD = '## Environmental Impact\n';
const same = (text: string) => text;
const ours = (text: string) => `${BEGIN}\n${text}\n${END}`;
const put = (body: string, to = same) => withSection(body, ours('new'), to);

test.each([
  ['', `${HEAD}\n${ours('new')}\n`],
  ['Text', `Text\n\n${HEAD}\n${ours('new')}\n`],
  ['Text\n', `Text\n\n${HEAD}\n${ours('new')}\n`],
  ['Text\n\n', `Text\n\n${HEAD}\n${ours('new')}\n`],
])('without a section %j it goes to the end', (body, text) => {
  expect(put(body)).toBe(text);
});

test('under the heading of the card, before what stands there', () => {
  expect(put(`# T\n\n### environmental impact \n\nOld.\n\n## Next\nEnd.\n`)).toBe(
    `# T\n\n### environmental impact \n\n${ours('new')}\n\nOld.\n\n## Next\nEnd.\n`,
  );
  expect(put(`${HEAD}Old.\n`)).toBe(`${HEAD}\n${ours('new')}\nOld.\n`);
});

test('in place of ours, wherever that stands', () => {
  expect(put(`a\n${ours('old')}\nb`)).toBe(`a\n${ours('new')}\nb`);
  expect(put(`${HEAD}\na\n${ours('old')}\nb\n## Next\n`)).toBe(
    `${HEAD}\na\n${ours('new')}\nb\n## Next\n`,
  );
  expect(put(`a ${END} b ${BEGIN} c`)).toContain(`b ${BEGIN} c\n\n${HEAD}`);
});

test('lines that answered before go, others stay', () => {
  const lines = [
    '- **Hardware Type:** A100',
    '* Hours used: 5',
    '+ **Cloud Provider** x',
    '  - **Compute Region:** y',
    '- **Carbon Emitted:** z',
    '- **Energy Consumed:** w',
  ];
  const rest =
    'Carbon emissions can be estimated using the [Machine Learning Impact calculator](x).\n';
  const codecarbon = 'Carbon emissions were measured using [CodeCarbon](x).\n';
  const text = put(
    `${HEAD}\n- Kept: a\n${lines.join('\n')}\n${rest}${codecarbon}Kept too.\n## N\n`,
  );
  const cloud = '+ **Cloud Provider** x\n';
  expect(text.replace(cloud, '')).toBe(`${HEAD}\n${ours('new')}\n\n- Kept: a\nKept too.\n## N\n`);
  expect(put(`${HEAD}\n${lines[0]}\n${ours('old')}\n${lines[1]}\nKept.\n`)).toBe(
    `${HEAD}\n${ours('new')}\nKept.\n`,
  );
});

test('line ends of the card', () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  expect(put('# T\r\n\r\n', windows)).toBe(windows(`# T\n\n${HEAD}\n${ours('new')}\n`));
  expect(put(windows(`${HEAD}\nOld.\n`), windows)).toBe(
    windows(`${HEAD}\n${ours('new')}\n\nOld.\n`),
  );
});

test.each([
  ['It emitted 40 kg of CO2eq.', 'It emitted 40 kg of CO2eq.'],
  ['  About 1,2 tonnes CO₂.  ', 'About 1,2 tonnes CO₂.'],
  ['It took 300 kWh.', 'It took 300 kWh.'],
  ['It took 3 days.', null],
  ['40 kg of cake. CO2 is a gas.', null],
  ['- **Carbon Emitted:** 40 kg CO2', null],
  ['<!-- 40 kg CO2 -->', null],
  [ours('40 kg CO2'), null],
])('%s says another figure: %s', (line, found) => {
  expect(otherFigure(`${HEAD}\nWords.\n${line}\n## Next\n5 kWh\n`)).toBe(found);
});

test('a figure outside of the section is another matter', () => {
  expect(otherFigure('It took 300 kWh.')).toBeNull();
  expect(otherFigure(`5 kWh\n${HEAD}\nNone.\n`)).toBeNull();
});

test('a heading with nothing below it, to the last letter', () => {
  expect(put('## Environmental Impact')).toBe(`## Environmental Impact\n\n${ours('new')}\n`);
});

test.each([
  '## 🌍 Environmental Impact 🌱',
  '### 5. Environmental Impact',
  '# Environmental Footprint [optional]',
  '## Carbon footprint',
  '## CO2 emissions',
  '**Environmental Impact**',
  '**Environmental Impact:**',
  '__Carbon emissions__',
  '🌱 Environmental Impact\n---',
])('%j is a heading of the section', (heading) => {
  expect(put(`# T\n\n${heading}\n\n- **Carbon Emitted:** 42 kg\n\n## Next\nEnd.\n`)).toBe(
    `# T\n\n${heading}\n\n${ours('new')}\n\n\n## Next\nEnd.\n`,
  );
});

test.each([
  '## Environmental Impact of cattle',
  'Carbon footprint of cattle\n===',
  '- Environmental Impact',
  '**Carbon Footprint** It took long.',
  '| Environmental Impact |\n| --- |',
])('%j is none', (line) => {
  expect(put(`${line}\n`)).toBe(`${line}\n\n${HEAD}\n${ours('new')}\n`);
});

test('a heading in bold reaches to the next one', () => {
  expect(put('**Environmental Impact**\n\n- Hours used: 3\n\n**Use**\n- Hours used: daily\n')).toBe(
    `**Environmental Impact**\n\n${ours('new')}\n\n\n**Use**\n- Hours used: daily\n`,
  );
});

test('what hangs on an answer goes with it, its neighbours stay', () => {
  expect(
    put(`${HEAD}\n- **Carbon Emitted:**\n  - training: 42 kg\n    again\n- Kept\n  - too\n`),
  ).toBe(`${HEAD}\n${ours('new')}\n\n- Kept\n  - too\n`);
  expect(put(`${HEAD}\n  - Hours used: 3\n  - Kept\n`)).toBe(
    `${HEAD}\n${ours('new')}\n\n  - Kept\n`,
  );
});

test('answers that are no list, and words of the author on the line of the template', () => {
  const calculator = 'the [Machine Learning Impact calculator](x) presented in';
  expect(
    put(
      `${HEAD}\nCarbon emissions can be estimated using ${calculator} [Lacoste et al. (2019)](y). We say more.\n\n**Hardware Type:** a\n\n**Carbon Emitted:** (power x time): 3\n`,
    ),
  ).toBe(`${HEAD}\n${ours('new')}\n\nWe say more.\n\n\n`);
});

test('of two sections one has ours, and neither an answer of before', () => {
  const second = (text: string) => `## Other\nb\n### Carbon footprint\n${text}c\n`;
  expect(put(`${HEAD}a\n${second('- Hours used: 3\n')}`)).toBe(
    `${HEAD}\n${ours('new')}\na\n${second('')}`,
  );
  expect(put(`${HEAD}- Hours used: 3\na\n${second(`\n${ours('old')}\n`)}`)).toBe(
    `${HEAD}a\n${second(`\n${ours('new')}\n`)}`,
  );
  expect(otherFigure(`${HEAD}a\n${second('It took 3 kWh.\n')}`)).toBe('It took 3 kWh.');
});

test('the line of AutoTrain, which repeats the field of the front matter, goes wherever it stands', () => {
  const list = (more: string) => `# Model Trained Using AutoTrain\n\n- Model ID: 1\n${more}`;
  const line = '- CO2 Emissions (in grams): 25.4476\n';
  const end = `\n${HEAD}\n${ours('new')}\n`;
  expect(put(list(`${line}\n## Use\n`))).toBe(list(`\n## Use\n${end}`));
  expect(put(list(`\`\`\`\n${line}\`\`\`\n`))).toBe(list(`\`\`\`\n${line}\`\`\`\n${end}`));
});

test.each([
  ['2290 tCO2eq in all', true],
  ['It emitted 3 metric tons of CO2.', true],
  ['**Carbon footprint:** about 42 kg', true],
  ['| Carbon Emitted | 42 kg |', true],
  ['CO2 emissions (g): 4', true],
  ['Emissions on 8 g4dn.xlarge', false],
  ['40 kg of cake. Carbon is black.', false],
  ['A carbonate of 3 g', false],
])('%s: a figure, %s', (line, isFigure) => {
  expect(otherFigure(`${HEAD}${line}\n`) !== null).toBe(isFigure);
});

test('figures outside of sections are told: all but ours, in code and in comments', () => {
  const kept = 'The base model took 390 tCO2eq.';
  const body = `${kept}\n- CO2 Emissions (in grams): 2\n<!-- 3 kWh -->\n\`\`\`\n4 kWh\n\`\`\`\n${ours('5 kWh')}\n${HEAD}6 kWh\n## Next\n  7 kWh\n`;
  expect(answersElsewhere(body)).toEqual([kept, '7 kWh']);
});

test('what a card tells of hardware, place and hours under other headings is told too', () => {
  const told = ['- **On Cloud**: No', '- **GPU Model**: 1 x NVIDIA GeForce RTX 3090'];
  const silent = [
    '- **Hours used:**',
    '- **Compute Region:** ',
    '- **RAM Size**: 31.78 GB',
    'On cloud nine',
  ];
  const body = `${HEAD}- **Hours used:** 3\n### Training Hardware\n${[...told, ...silent].join('\n')}\n`;
  expect(answersElsewhere(body)).toEqual(told);
});
