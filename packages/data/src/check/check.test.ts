import { describe, expect, test } from 'vitest';
import { readCommons } from '../../vite/read-commons.ts';
import { checkCells } from './cells.ts';
import { type FileText, findingLine } from './finding.ts';
import { checkCommons } from './index.ts';

const sound = readCommons();

/** The commons with one cell of one file changed. */
function broken(file: string, column: string, value: string, row = 0): FileText[] {
  return sound.map((text) => {
    if (text.file !== file) return text;
    const index = text.columns.indexOf(column);
    const rows = text.rows.map((line, at) =>
      at === row
        ? { ...line, cells: line.cells.map((cell, i) => (i === index ? value : cell)) }
        : line,
    );
    return { ...text, rows };
  });
}

test('the commons as released is sound', () => {
  expect(checkCommons(sound).map(findingLine)).toEqual([]);
});

describe('a broken row is caught with file, line, column and value', () => {
  test.each([
    ['an empty required cell', 'accelerators.csv', 'name', ''],
    ['a word for a number', 'accelerators.csv', 'tdp_w', 'much'],
    ['a decimal comma', 'accelerators.csv', 'tdp_w', '1,5'],
    ['a number out of bounds', 'accelerators.csv', 'tdp_w', '-5'],
    ['a word outside the vocabulary', 'accelerators.csv', 'kind', 'toaster'],
    ['a source that is not there', 'accelerators.csv', 'source_id', 'hearsay'],
    ['an alias twice', 'accelerators.csv', 'aliases', 'X;x'],
    ['blanks around a cell', 'zones.csv', 'name', ' France'],
    ['half a year', 'accelerators.csv', 'year', '2019.5'],
    ['a zone that is not there', 'regions.csv', 'zone', 'XX'],
    ['a region that is not there', 'region_intensity.csv', 'region', 'moon-1'],
    ['a PUE below 1', 'region_energy.csv', 'pue', '0.9'],
    ['an impossible intensity', 'zone_intensity.csv', 'carbon_intensity_g_per_kwh', '20000'],
    ['an accelerator that is not there', 'instances.csv', 'accelerator_ids', 'nvidia-z9'],
  ])('%s', (_, file, column, value) => {
    const [finding] = checkCommons(broken(file, column, value));
    expect(finding).toMatchObject({ file, line: 2, value });
    expect(finding?.expected).not.toBe('');
  });

  test('one key on two rows', () => {
    const zones = sound.find(({ file }) => file === 'zones.csv');
    const id = zones?.rows[0]?.cells[0] ?? '';
    const [finding] = checkCommons(broken('zones.csv', 'id', id, 1));
    expect(finding).toMatchObject({ file: 'zones.csv', line: 3, column: 'id', value: id });
  });

  test('a column too many', () => {
    const text = { file: 'x.csv', columns: ['id', 'extra'], rows: [] };
    const [finding] = checkCells(text, { about: '', columns: {}, key: [] });
    expect(finding).toMatchObject({ line: 1, column: 'header' });
  });

  test('a file that is gone, and one that nobody knows', () => {
    const without = sound.filter(({ file }) => file !== 'zones.csv');
    expect(checkCommons(without)[0]).toMatchObject({ file: 'zones.csv' });
    const more = [...sound, { file: 'stray.csv', columns: [], rows: [] }];
    expect(checkCommons(more)[0]).toMatchObject({ file: 'stray.csv' });
  });
});
