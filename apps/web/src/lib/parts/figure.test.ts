import { expect, test } from 'vitest';
import { csvCells } from './figure.ts';

test('the file holds what is drawn at full precision, with source and licence in each row', () => {
  const cells = csvCells(
    {
      columns: [{ label: 'grid' }, { label: 'g' }],
      rows: [
        ['FR', 31.123456789],
        ['XX', null],
      ],
    },
    [
      { publisher: 'A', title: 'One', licence: 'CC BY 4.0' },
      { publisher: 'B', title: 'Two', licence: 'ODbL 1.0' },
    ],
    { source: 'source', licence: 'licence' },
  );
  expect(cells).toEqual([
    ['grid', 'g', 'source', 'licence'],
    ['FR', '31.123456789', 'A: One; B: Two', 'CC BY 4.0; ODbL 1.0'],
    ['XX', '', 'A: One; B: Two', 'CC BY 4.0; ODbL 1.0'],
  ]);
});
