import { describe, expect, test } from 'vitest';
import {
  FORMATS,
  type Format,
  type FormatName,
  formatted,
  type Report,
  trailersOf,
  verified,
} from '../../packages/report/src/index.ts';
import { packed, unpacked } from '../../packages/report/src/packed.ts';
import { OPTIONS, reportFrom } from './example-report.ts';

const { version: VERSION } = OPTIONS;
const EXAMPLES = ['fine-tune', 'three-phases'] as const;
const carrying = (Object.values(FORMATS) as readonly (Format & { name: FormatName })[]).filter(
  ({ hasTrailer }) => hasTrailer,
);

function differencesOf(text: string, report: Report, isReworded = false, version = VERSION) {
  const [found] = trailersOf(text);
  if (!found) throw new Error('no line of provenance');
  const checked = verified(text, found, report, { isReworded, version });
  if (!checked || checked.refused !== null) throw new Error(`${checked?.refused}`);
  return checked.differences;
}

/** What no reader sees: comments, and the line of provenance itself. */
const HIDDEN = /ml-emissions:1:[\w-]+|<!--[\s\S]*?-->|^%.*$|arXiv:1910\.09700/gm;

/** A text with each number of it changed in one digit, one at a time. */
function* withNumbersChanged(text: string, most = Number.POSITIVE_INFINITY) {
  const hidden = [...text.matchAll(HIDDEN)].map((one) => [one.index, one.index + one[0].length]);
  const all = [...text.matchAll(/\d+(?:[.,]\d+)*/g)].filter(
    ({ index }) => !hidden.some(([from = 0, to = 0]) => index >= from && index < to),
  );
  const step = Math.max(1, Math.ceil(all.length / most));
  for (let at = 0; at < all.length; at += step) {
    const { index = 0, 0: number = '' } = all[at] ?? {};
    const changed = number.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    yield {
      number,
      text: `${text.slice(0, index)}${changed}${text.slice(index + number.length)}`,
    };
  }
}

const FACTS: readonly (readonly [string, string])[] = [
  ['NVIDIA', 'AMD'],
  ['A100', 'H100'],
  ['United States', 'Norway'],
  ['France', 'Poland'],
  ['Google Cloud', 'AWS'],
  ['Jean Zay', 'Frontier'],
  ['Council Bluffs', 'Tulsa'],
  ['lifecycle', 'direct'],
  ['location-based', 'market-based'],
  ['not subtracted', 'subtracted'],
  ['not known', 'known'],
  ['kg CO2e', 't CO2e'],
  [' kg', ' g'],
  ['kWh', 'MWh'],
  ['method full', 'method lacoste-2019'],
  ['pre-training', 'fine-tuning'],
  ['failed', 'final'],
  ['estimated', 'measured'],
];

/** So often one name is changed at most: the whole result names some hundreds of times. */
const MOST_OF_ONE = 3;

function* withNamesChanged(text: string) {
  const hidden = [...text.matchAll(HIDDEN)].map((one) => [one.index, one.index + one[0].length]);
  for (const [name, other] of FACTS) {
    let at = text.indexOf(name);
    for (let many = 0; at >= 0 && many < MOST_OF_ONE; many += 1) {
      const isHidden = hidden.some(([from = 0, to = 0]) => at >= from && at < to);
      if (!isHidden)
        yield { name, text: `${text.slice(0, at)}${other}${text.slice(at + name.length)}` };
      at = text.indexOf(name, at + name.length);
    }
  }
}

/** What is done to a report without changing what it says. */
const HARMLESS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['other line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['spaces at the ends of lines', (text) => text.replaceAll('\n', '  \n')],
];

describe.each(EXAMPLES)('%s', (example) => {
  test.each(carrying)('$name holds as it was written', async ({ name }) => {
    const report = await reportFrom(example);
    const text = formatted(report, name);
    for (const [what, change] of HARMLESS)
      expect(differencesOf(change(text), report), what).toEqual([]);
  });

  test.each(carrying)('$name with any number changed does not hold', async ({ name }) => {
    const report = await reportFrom(example);
    const text = formatted(report, name);
    let many = 0;
    for (const { number, text: changed } of withNumbersChanged(text, name === 'json' ? 10 : 40)) {
      many += 1;
      const found = differencesOf(changed, report);
      expect(found.length, `${number} was changed`).toBeGreaterThan(0);
      expect(
        found.some(({ isFact }) => isFact),
        `${number} is a figure`,
      ).toBe(true);
    }
    expect(many).toBeGreaterThan(0);
  });

  test.each(carrying)('$name with any name changed does not hold', async ({ name }) => {
    const report = await reportFrom(example);
    for (const { name: fact, text } of withNamesChanged(formatted(report, name)))
      expect(differencesOf(text, report), fact).not.toEqual([]);
  });
});

const TEXTS = carrying.filter(
  ({ mediaType, name }) => /markdown|plain|tex/.test(mediaType) && name !== 'model-card',
);

describe('a report in a larger document', () => {
  const around = (text: string) =>
    `# My paper\n\nWe trained 3 models on 16 machines for 12 kg of cake.\n\n${text}\n\nThen 200 kWh more.\n`;

  test.each(TEXTS)(
    '$name stands there, wrapped or not, and changed it does not hold',
    async ({ name }) => {
      const report = await reportFrom('three-phases');
      const text = formatted(report, name);
      expect(differencesOf(around(text), report)).toEqual([]);
      const wrapped = text
        .split('\n')
        .map((line) =>
          /^[|%<]|ml-emissions:1/.test(line) ? line : line.replaceAll(/(.{20,60}?) /g, '$1\n'),
        )
        .join('\n');
      expect(differencesOf(around(wrapped), report)).toEqual([]);
      for (const { number, text: changed } of withNumbersChanged(wrapped, 60))
        expect(differencesOf(around(changed), report), number).not.toEqual([]);
    },
  );

  test('two reports in one text, each by its own line', async () => {
    const [one, two] = [await reportFrom('fine-tune'), await reportFrom('three-phases')];
    const text = around(`${formatted(one, 'markdown')}\n${formatted(two, 'markdown')}`);
    const check = (whole: string) =>
      trailersOf(whole).map((found, index) => {
        if (!found) throw new Error('unread');
        return verified(whole, found, index === 0 ? one : two, {
          isReworded: false,
          version: VERSION,
        })?.differences;
      });
    expect(check(text)).toEqual([[], []]);
    const changed = text.replace(/PUE of [\d.]+/, 'PUE of 3');
    expect(check(changed)[0]).toHaveLength(1);
    expect(check(changed)[1]).toEqual([]);
  });

  test('the same report twice, one of them changed', async () => {
    const report = await reportFrom('three-phases');
    const text = formatted(report, 'markdown');
    const wrong = text.replace('Council Bluffs', 'Oslo');
    expect(differencesOf(around(text + text), report)).toEqual([]);
    expect(differencesOf(around(text + wrong), report)).not.toEqual([]);
    expect(differencesOf(around(wrong + text), report)).not.toEqual([]);
  });

  test('sentences set apart, and a table moved below, still hold', async () => {
    const report = await reportFrom('three-phases');
    const text = formatted(report, 'latex', { long: true });
    const TABLE = /\\begin\{table\}[\s\S]*?\\end\{table\}/g;
    const apart = text
      .replaceAll(TABLE, '')
      .replace('\nElectricity is', '\nWe were as short as we could.\n\nElectricity is');
    const tables = (text.match(TABLE) ?? []).join('\n').replaceAll('[ht]', '[p]');
    expect(differencesOf(`${apart}\\appendix\n${tables}`, report)).toEqual([]);
  });

  test('escapes of renderers, padded tables, entities', async () => {
    const report = await reportFrom('three-phases');
    const text = formatted(report, 'eu-ai')
      .replaceAll('\\<', '&lt;')
      .replaceAll(' |', '     |')
      .replaceAll('| --- |', '| :--- |');
    expect(differencesOf(text, report)).toEqual([]);
  });

  test('JSON printed by others: one line, letters escaped', async () => {
    const report = await reportFrom('bloom');
    for (const name of ['json', 'spdx', 'boamps', 'cyclonedx'] as const) {
      const value: unknown = JSON.parse(formatted(report, name));
      const short = JSON.stringify({ ours: value, others: [1, 2] }).replaceAll(
        /[\u0080-\uffff]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      expect(differencesOf(short, report), name).toEqual([]);
    }
  });
});

describe('what is said of a change', () => {
  test('the line, what stands there and what should', async () => {
    const report = await reportFrom('three-phases');
    const text = formatted(report, 'latex').replace('PUE of 1.09', 'PUE of 1.2');
    const [only, ...more] = differencesOf(text, report);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ line: 2, isFact: true });
    expect(only?.stands).toContain('PUE of 1.2');
    expect(only?.should).toContain('PUE of 1.09');
  });

  test('a JSON cut tenfold', async () => {
    const report = await reportFrom('fine-tune');
    const text = formatted(report, 'json').replaceAll(
      /"value": (\d+\.\d+)/g,
      (_, value: string) => `"value": ${Number(value) / 10}`,
    );
    expect(differencesOf(text, report).length).toBeGreaterThan(10);
  });

  test('a sentence that is left out, and one that is new within another', async () => {
    const report = await reportFrom('three-phases');
    const text = formatted(report, 'text');
    const [gone] = differencesOf(
      text.replace('Market-based emissions are not known. ', ''),
      report,
    );
    expect(gone).toMatchObject({ line: null, should: expect.stringContaining('Market-based') });
    expect(
      differencesOf(text.replace('counting accelerators', 'not counting accelerators'), report),
    ).toHaveLength(1);
  });
});

describe('sentences worded otherwise', () => {
  const reworded = (text: string) =>
    text
      .replace('The work ran on', 'We trained on')
      .replace('Electricity is estimated at', 'The electricity comes to');

  test('do not hold, unless only figures are asked for', async () => {
    const report = await reportFrom('three-phases');
    const text = reworded(formatted(report, 'markdown'));
    const all = differencesOf(text, report);
    expect(all).toHaveLength(2);
    expect(all.every(({ isFact }) => !isFact)).toBe(true);
    expect(differencesOf(text, report, true)).toEqual([]);
    for (const { number, text: changed } of withNumbersChanged(text))
      expect(differencesOf(changed, report, true), number).not.toEqual([]);
  });

  test('hold in a report of another version, digits rounded otherwise too; changed figures do not', async () => {
    const report = await reportFrom('three-phases');
    const text = reworded(formatted(report, 'markdown'));
    expect(differencesOf(text, report, false, '0.9.0')).toEqual([]);
    const [said = ''] = /are ([\d.]+) t CO2e/.exec(text)?.slice(1) ?? [];
    expect(
      differencesOf(text.replace(`are ${said} t CO2e`, 'are 1.2 t CO2e'), report, false, '0.9.0'),
    ).toEqual([]);
    expect(
      differencesOf(text.replace(`are ${said} t CO2e`, 'are 1.4 t CO2e'), report, false, '0.9.0'),
    ).not.toEqual([]);
  });
});

test.each(carrying)(
  '$name with a line of 0.1, which names no format, is found by its text',
  async ({ name }) => {
    const report = await reportFrom('fine-tune');
    const text = formatted(report, name).replace(/(?<=ml-emissions:1:)[\w-]+/g, (body) => {
      const {
        format: _,
        options: __,
        version: ___,
        ...old
      } = unpacked(body) as object & {
        readonly format: string;
        readonly options?: object;
        readonly version: string;
      };
      return packed(old);
    });
    expect(differencesOf(text, report)).toEqual([]);
    const [{ text: changed } = { text }] = withNumbersChanged(text, 1);
    expect(differencesOf(changed, report)).not.toEqual([]);
  },
);

test.each(carrying.map(({ name }) => name))(
  '%s with its addresses holds as written',
  async (name) => {
    const report = { ...(await reportFrom('fine-tune')), site: 'https://example.org/calculator/' };
    expect(differencesOf(formatted(report, name), report)).toEqual([]);
  },
);

test('where a link leads is no part of what a paragraph says', async () => {
  const report = { ...(await reportFrom('fine-tune')), site: 'https://example.org/calculator/' };
  const text = formatted(report, 'latex').replace(/\\href\{[^}]*\}\{This run\}/, 'This run');
  expect(text).not.toMatch(/\\href\{[^}]*\}\{This run\}/);
  expect(differencesOf(text, report)).toEqual([]);
});
