import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { importFile } from '../../packages/ledger/src/import-file.ts';
import { parseMapping } from '../../packages/ledger/src/mapping/mapping.ts';
import { priceLedger } from '../../packages/ledger/src/price/price.ts';
import { openLedger } from '../../packages/ledger/src/store/ledger.ts';
import { missing, startSlurm } from './start-slurm.ts';

const lacking = missing();
if (lacking.length > 0)
  process.stderr.write(
    `The import of a live Slurm is not tried: ${lacking.join(', ')} lacking (Debian: slurm-wlm, slurmdbd, munge, mariadb-server). Its frozen output is.\n`,
  );

const COLUMNS =
  'JobIDRaw,JobID,Cluster,User,Account,Partition,State,Submit,Start,End,ElapsedRaw,Suspended,AllocTRES,AllocCPUS,NNodes,NodeList,ConsumedEnergyRaw';
const MAPPING = parseMapping({
  defaults: { place: { country: 'FR' }, host: { cpu: 'EPYC 7742' } },
  accelerators: { a100: 'A100 SXM4 80GB' },
});

test.skipIf(lacking.length > 0)(
  'what a live Slurm says of its jobs is imported, as text and as JSON the same',
  async () => {
    if (!MAPPING.ok) throw new Error('the mapping of the test');
    const { mapping } = MAPPING;
    const { ask, folder, stop } = await startSlurm();
    const ledger = await openLedger(':memory:', { threads: 1 });
    try {
      const gpus = (count: number) => `--gres=gpu:a100:${count}`;
      const batch = (...args: readonly string[]) => ask('sbatch', '--parsable', ...args);
      await ask('sbatch', '--wait', gpus(2), '--wrap', 'srun sleep 2; srun sleep 1');
      await ask('sbatch', '--wait', gpus(1), '--wrap', 'sleep 1; exit 3').catch(() => '');
      await ask('sbatch', '--wait', gpus(1), '--array=1-2', '--wrap', 'sleep 1');
      await ask('sbatch', '--wait', '--wrap', 'sleep 1');
      const killed = (await batch(gpus(1), '--wrap', 'sleep 600')).trim();
      const again = (await batch(gpus(1), '--requeue', '--wrap', 'sleep 600')).trim();
      const states = async () => ask('squeue', '-h', '-o', '%i %T');
      const running = async () => (await states()).match(/RUNNING/g)?.length ?? 0;
      while ((await running()) < 2) await new Promise((done) => setTimeout(done, 200));
      await new Promise((done) => setTimeout(done, 1500));
      await ask('scancel', killed);
      await ask('scontrol', 'requeue', again);
      // The accounting is told a moment later.
      await new Promise((done) => setTimeout(done, 3000));

      const put = async (name: string, text: string, as: 'sacct' | 'sacct-json') => {
        const path = join(folder, name);
        writeFileSync(path, text);
        return importFile(ledger, calculator, path, { mapping, as });
      };
      const text = await ask('sacct', '-a', '-D', '-P', '--noconvert', '-o', COLUMNS);
      const done = await put('sacct.txt', text, 'sacct');
      // Two tasks of the array, what was requeued, cancelled, failed, on processors alone, and the first.
      expect(done).toMatchObject({ jobs: 7, rejected: 0, added: 7 });
      expect(done.rows).toBe(text.trim().split('\n').length - 1);
      expect(done.parts + done.leftOut).toBe(done.rows - 7);
      expect(await put('sacct.txt', text, 'sacct')).toMatchObject({
        added: 0,
        changed: 0,
        same: 7,
      });

      await priceLedger(ledger.engine, calculator);
      const jobs = await ledger.engine.rows(
        `SELECT job_id, state, chips, hours, kg_co2e, date_diff('second', started, ended) AS seconds
         FROM priced ORDER BY job_id`,
      );
      expect(jobs.map(({ state }) => state).sort()).toEqual(
        [...Array(4).fill('completed'), 'cancelled', 'failed', 'requeued'].sort(),
      );
      expect(jobs.filter(({ chips }) => chips === null)).toHaveLength(1);
      expect(jobs.filter(({ job_id: id }) => String(id).includes('_'))).toHaveLength(2);
      for (const { hours, seconds, kg_co2e: kg, chips } of jobs) {
        expect(Math.abs(Number(hours) * 3600 - Number(seconds))).toBeLessThan(1.5);
        const parsed = calculator.parseRun({
          ...(chips === null
            ? {}
            : { hardware: [{ accelerator: 'A100 SXM4 80GB', count: chips }] }),
          host: { cpu: 'EPYC 7742', ...(chips === null ? { cores: 1 } : {}) },
          hours,
          place: { country: 'FR' },
          year: new Date().getUTCFullYear(),
        } as never);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        const wanted = calculator.estimate(parsed.run).operational.kgCo2e.value;
        expect(Number(kg) / wanted).toBeCloseTo(1, 9);
      }

      const json = await put('sacct.json', await ask('sacct', '-a', '-D', '--json'), 'sacct-json');
      expect(json).toMatchObject({ jobs: 7, rejected: 0, added: 0 });
    } finally {
      ledger.close();
      await stop();
    }
  },
  180_000,
);
