import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { projectOf } from './project.ts';
import { summarise } from './summary/summary.ts';
import { pricedTable } from './testing.ts';

const JOBS = [
  'id,user,accelerator,count,hours,start,powerW,energyKwh,energyScope,instance',
  'a,ann,A100 SXM4 80GB,8,10,2025-01-01T00:00:00Z,,,',
  'b,ann,A100 SXM4 80GB,3,300,2025-01-01T00:00:00Z,,,',
  'c,ben,A100 SXM4 80GB,4,20,2025-01-01T00:00:00Z,300,,',
  'd,ben,A100 SXM4 80GB,2,50,2025-01-01T00:00:00Z,200,,',
  'e,ben,A100 SXM4 80GB,4,20,2025-01-01T00:00:00Z,,50,it',
  'f,cy,,,20,2024-01-01T00:00:00Z,,9,it',
  'g,cy,,,30,2024-01-01T00:00:00Z,,8,it',
  'h,cy,L4,1,30,2024-01-01T00:00:00Z,,,',
  'i,cy,L4,9,31,2024-01-01T00:00:00Z,,,',
  'j,cy,L4,64,3,2024-01-01T00:00:00Z,,,',
  'k,cy,T4,2,,2024-01-01T00:00:00Z,,7,accelerators',
];

test('the figures of a project are those of its jobs', async () => {
  const ledger = await pricedTable(JOBS, { defaults: { place: { country: 'DE' }, pue: 1.4 } });
  for (const where of [{}, { user: ['ann'] }, { user: ['ben'] }, { user: ['cy'] }]) {
    const [group] = await summarise(ledger.engine, [], where);
    const parsed = calculator.parseProject(await projectOf(ledger.engine, where));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const result = calculator.estimateProject(parsed.project);
    for (const [found, wanted] of [
      [result.energyKwh, group?.energyKwh],
      [result.operational.kgCo2e, group?.kgCo2e],
      [result.embodied.kgCo2e, group?.embodiedKgCo2e],
    ] as const) {
      expect((found?.value ?? 0) / (wanted?.value ?? 1)).toBeCloseTo(1, 9);
      expect(found?.low).toBeLessThan(wanted?.value ?? 0);
      expect(found?.high).toBeGreaterThan(wanted?.value ?? 0);
    }
  }
  const { runs } = (await projectOf(ledger.engine, { user: ['ben'] })) as { runs: object[] };
  expect(runs).toContainEqual(expect.objectContaining({ name: '1 job', energyKwh: 50, hours: 20 }));
  const cy = (await projectOf(ledger.engine, { user: ['cy'] })) as { runs: object[] };
  expect(cy.runs).toContainEqual(
    expect.objectContaining({ name: '2 jobs', repeats: 2, energyKwh: 8.5, hours: 25 }),
  );
  await expect(projectOf(ledger.engine, { user: ['nobody'] })).rejects.toThrow('no such jobs');
  ledger.close();
});
