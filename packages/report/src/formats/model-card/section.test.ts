import { expect, test } from 'vitest';
import { BEGIN, END, otherFigure, withSection } from './section.ts';

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
