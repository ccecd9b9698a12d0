import { expect, test } from 'vitest';
import { pricedTable } from '../testing.ts';
import { isInCube, SUMMARY_KEYS, type SummaryKey, type Where } from './keys.ts';
import { pricedSource } from './summary.ts';
import { groupsOf } from './sums.ts';

const NEAR = 1e-12;

/** Jobs of which no two are alike in all, some of them told by nothing. */
const table = Array.from({ length: 300 }, (_, at) => {
  const start = at % 11 === 0 ? '' : new Date(Date.UTC(2024, 10, 1) + at * 86_400_000 * 1.7);
  const cells = [
    `job ${at}`,
    at % 7 === 0 ? '' : `user ${at % 5}`,
    `project ${at % 3}`,
    at % 2 === 0 ? 'new' : 'old',
    ['completed', 'failed', 'timeout'][at % 3],
    ['T4', 'H100 SXM5 80GB', 'A100 SXM4 80GB'][at % 4] ?? 'T4',
    1 + (at % 3),
    0.1 + at * 1.3,
    start === '' ? '' : start.toISOString(),
    at % 13 === 0 ? 50 : '',
    at % 17 === 0 ? 1.5 : '',
  ];
  return cells.join(',');
});
const HEADER =
  'id,user,project,partition,state,accelerator,count,hours,start,powerW,energyKwh,energyScope';

test('sums by any two keys of the cube, of all jobs or of some, are those of the jobs', async () => {
  const rows = table.map((row) => `${row},${row.endsWith('1.5') ? 'it' : ''}`);
  const ledger = await pricedTable([HEADER, ...rows], { defaults: { place: { country: 'FR' } } });
  const source = await pricedSource(ledger.engine);
  const keys = SUMMARY_KEYS.filter((key) => isInCube([key]));
  expect(keys).toEqual(expect.arrayContaining(['user', 'month', 'quarter', 'accelerator']));
  const wheres: Where[] = [{}, { state: ['failed', 'timeout'], user: [null, 'user 1'] }];
  const inOrder = async (hasCube: boolean, by: readonly SummaryKey[], where: Where) => {
    const groups = await groupsOf(ledger.engine, { ...source, hasCube }, by, where);
    return groups.sort((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1));
  };
  let compared = 0;
  for (const [at, one] of keys.entries())
    for (const other of keys.slice(at))
      for (const where of wheres) {
        const found = await inOrder(true, [one, other], where);
        const wanted = await inOrder(false, [one, other], where);
        expect(found.map((group) => [group.keys, group.jobs])).toEqual(
          wanted.map((group) => [group.keys, group.jobs]),
        );
        for (const [place, group] of wanted.entries()) {
          const near = (a = 0, b = 0) => expect(Math.abs(a - b)).toBeLessThanOrEqual(NEAR * b);
          near(found[place]?.deviceHours, group.deviceHours);
          near(found[place]?.measuredKwh, group.measuredKwh);
          expect(found[place]?.runs).toHaveLength(group.runs.length);
          const sum = ({ runs }: typeof group) =>
            runs.reduce((all, { squares }) => all + squares.reduce((a, b) => a + b, 0), 0);
          near(found[place] && sum(found[place]), sum(group));
          compared += 1;
        }
      }
  expect(compared).toBeGreaterThan(1000);
  ledger.close();
});
