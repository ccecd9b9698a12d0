import { calculator } from '@ml-emissions/calculator/full';
import { beforeAll, expect, test } from 'vitest';
import { hold } from '../state/calculator.ts';
import { footprintOf } from '../state/footprint.ts';
import { movedOf } from './moved.ts';

beforeAll(() => hold(calculator));

const placed = [1, 7.3, 400].flatMap((hours) =>
  [
    { place: { provider: 'gcp', region: 'us-central1' } },
    { place: { provider: 'aws', region: 'eu-north-1' }, embodied: false },
    { place: { country: 'PL' } },
  ].map((at, index) => {
    const hardware = [{ accelerator: 'A100 SXM4 80GB', count: index + 1 }];
    const parsed = calculator.parseRun({ hardware, hours, place: at.place });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return calculator.estimate(parsed.run);
  }),
);

test('many runs in their lowest regions come to what each of them comes to alone', async () => {
  const runs = placed.map((result) => ({ run: result.run, footprint: footprintOf(result) }));
  let pauses = 0;
  const found = await movedOf(runs, async () => void pauses++);
  const each = placed.map(({ operational, alternatives }) =>
    Math.min(
      operational.kgCo2e.value,
      alternatives.sameProvider?.kgCo2e.value ?? operational.kgCo2e.value,
    ),
  );
  const sum = each.reduce((all, one) => all + one, 0);
  expect(found.moved.operational / sum).toBeCloseTo(1, 12);
  expect(found.moved.operational).toBeLessThan(found.now.operational);
  expect(found).toMatchObject({ count: 9, isAnyCloud: true });
  // Three kinds of runs are one piece.
  expect(pauses).toBe(0);
});

test('whoever gives up is not answered', async () => {
  const many = Array.from({ length: 30 }, (_, index) => {
    const parsed = calculator.parseRun({
      hardware: [{ accelerator: 'T4', count: index + 1 }],
      hours: 1,
      place: { country: 'FR' },
    });
    if (!parsed.ok) throw new Error('refused');
    return { run: parsed.run, footprint: { operational: 1, embodied: null } };
  });
  const leaving = movedOf(many, () => Promise.reject(new Error('gone')));
  await expect(leaving).rejects.toThrow('gone');
});
