import { expect, test } from 'vitest';
import { readCommons } from '../../vite/read-commons.ts';
import { checkSpreads } from './default-laws.ts';
import type { FileText } from './finding.ts';

const sound: ReadonlyMap<string, FileText> = new Map(
  readCommons().map((text) => [text.file, text]),
);
const ID = 'utilisation.vision-training';

/** The defaults with one cell of one row changed. */
function changed(id: string, column: string, value: string): ReadonlyMap<string, FileText> {
  const text = sound.get('defaults.csv');
  if (!text) throw new Error('no defaults');
  const [ofId, at] = ['id', column].map((name) => text.columns.indexOf(name));
  const rows = text.rows.map((row) =>
    row.cells[ofId ?? -1] === id
      ? { ...row, cells: row.cells.map((cell, index) => (index === at ? value : cell)) }
      : row,
  );
  return new Map([...sound, ['defaults.csv', { ...text, rows }]]);
}

test('the parts of each deviation are within it', () => {
  expect(checkSpreads(sound)).toEqual([]);
});

test.each([
  ['a part wider than the whole', `${ID}.of-model`, 'gsd', '1.45'],
  ['parts together wider than the whole', `${ID}.of-mean`, 'gsd', '1.3'],
  ['a part of no default', ID, 'id', 'utilisation.other-training'],
  ['one part alone', `${ID}.of-mean`, 'id', 'elsewhere'],
])('%s is found', (_, id, column, value) => {
  const [finding] = checkSpreads(changed(id, column, value));
  expect(finding).toMatchObject({ file: 'defaults.csv', column: 'gsd' });
  expect(finding?.expected).toContain(ID);
});
