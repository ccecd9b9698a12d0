import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, test, vi } from 'vitest';
import { draftOf, EMPTY } from '../state/form.ts';
import { writtenWith } from '../state/project.ts';
import { overTime } from './over-time.ts';
import { type Row, totalOf } from './rows.ts';

vi.mock('$app/state', () => ({ page: { params: {} } }));

const bare = (index: number, month: string, year = month.slice(0, 4)): Row => ({
  index,
  name: `run ${index}`,
  phase: '',
  machine: '',
  hardware: '',
  place: '',
  month,
  year,
  hours: null,
  result: null,
  isCounted: true,
});
const keysOf = (rows: readonly Row[]) =>
  overTime(rows)?.stretches.map(({ key, rows: some }) => [key, some.length]);

describe('runs by when they began', () => {
  test('a month in which nothing began is there, with nothing', () => {
    expect(keysOf([bare(0, '2025-12'), bare(1, '2026-02'), bare(2, '2026-02')])).toEqual([
      ['2025-12', 1],
      ['2026-01', 0],
      ['2026-02', 2],
    ]);
  });

  test('by the year where one tells no more, and where there are more than 24 months', () => {
    expect(keysOf([bare(0, '2025-12'), bare(1, '', '2024')])).toEqual([
      ['2024', 1],
      ['2025', 1],
    ]);
    const span = (to: string) => overTime([bare(0, '2024-01'), bare(1, to)])?.unit;
    expect([span('2025-12'), span('2026-01')]).toEqual(['month', 'year']);
  });

  test('runs without a date stay runs; where there is one month at most, there is no chart', () => {
    expect(overTime([bare(0, '2026-01'), bare(1, ''), bare(2, '2026-03')])?.undated).toMatchObject([
      { index: 1 },
    ]);
    expect(overTime([bare(0, '2026-01'), bare(1, '2026-01'), bare(2, '')])).toBeNull();
    expect(overTime([bare(0, '')])).toBeNull();
  });

  test('what the bars come to is what all runs come to', () => {
    const runs = ['2025-11-03', '2026-01-04', '', '2026-01-20', '2026-02-01', ''].map(
      (start, index) => ({
        ...EMPTY,
        accelerator: 'A100 SXM4 80GB',
        count: String(index + 1),
        hours: String(10 * (index + 3)),
        provider: 'grid',
        zone: index % 2 ? 'FR' : 'DE',
        start,
      }),
    );
    const drafts = runs.map(draftOf);
    const answer = calculator.liveProject()(writtenWith({ name: '', rest: '' }, drafts));
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const { together, result } = answer;
    const session = { listed: { total: result, runs: answer.runs, together } };
    const rows = answer.runs.map((run, index): Row => {
      return { ...bare(index, runs[index]?.start.slice(0, 7) ?? ''), result: run };
    });
    const kg = (some: readonly Row[]) => totalOf(session, some)?.operationalKgCo2e.value ?? 0;
    const time = overTime(rows);
    expect(time?.undated).toHaveLength(2);
    const bars = [...(time?.stretches ?? []).map(({ rows: some }) => some), time?.undated ?? []];
    const sum = bars.reduce((all, some) => all + kg(some), 0);
    expect(sum).toBeGreaterThan(1);
    expect(sum / kg(rows)).toBeCloseTo(1, 12);
  });
});
