import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';
import { builtCommand } from '../terminal/terminal.ts';

test('the command answers what the library does, with the ranking of places that its build kept', async () => {
  const main = await builtCommand();
  const written = [
    {
      hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
      hours: 100,
      place: { provider: 'gcp', region: 'us-central1' },
    },
    { energyKwh: 320, hours: 3, place: { country: 'PL' } },
    { energyKwh: 320, scope: 'direct', place: { country: 'SE' } },
  ];
  for (const run of written) {
    const { stdout } = spawnSync(process.execPath, [main, 'estimate', '-', '--json'], {
      input: JSON.stringify(run),
      encoding: 'utf8',
    });
    const parsed = calculator.parseRun(run as never);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(calculator.estimate(parsed.run))));
  }
}, 300_000);
