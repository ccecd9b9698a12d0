import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculator } from '../../packages/calculator/src/full.ts';
import {
  importFile,
  type Ledger,
  openLedger,
  parseMapping,
} from '../../packages/ledger/src/index.ts';
import { sampleLog } from '../../scripts/ledger-sample.ts';

const JOBS = 10_000;
const METERED = 2000;
const MEASURED = 500;

/** The sample of the docs, jobs whose nodes had a meter and that were beside each other, and jobs whose chips were measured. */
export async function labLedger(): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-lab-'));
  const ledger = await openLedger(':memory:');
  const parsed = parseMapping({
    defaults: { place: { country: 'FR' }, pue: { value: 1.3, low: 1.2, high: 1.5 } },
    accelerators: { a100: 'A100 SXM4 80GB', h100: 'H100 SXM5 80GB' },
    energyScope: 'it',
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { mapping } = parsed;
  try {
    for (const [name, lines] of [
      ['sacct.txt', sampleLog(JOBS)],
      ['metered.txt', meteredLog()],
      ['measured.csv', measuredTable()],
    ] as const) {
      const path = join(folder, name);
      writeFileSync(path, `${[...lines].join('\n')}\n`);
      const as = name === 'measured.csv' ? ({ as: 'table' } as const) : {};
      await importFile(ledger, calculator, path, { mapping, ...as });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return ledger;
}

/** Another cluster's log, with joules; every third job is on several nodes. */
function* meteredLog(): Generator<string> {
  const [head = '', ...lines] = sampleLog(METERED, 7);
  const at = (name: string) => head.split('|').indexOf(name);
  yield head;
  for (const [index, line] of lines.entries()) {
    const cells = line.split('|').map((cell, place) => {
      if (place === at('Cluster')) return 'metered';
      return place === at('NodeList') && index % 3 === 0 ? `g[${(index % 37) + 1}-40]` : cell;
    });
    yield cells.join('|');
    const step = cells.map((cell, place) => {
      if (place === at('JobIDRaw') || place === at('JobID')) return `${cell}.batch`;
      return place === at('ConsumedEnergyRaw') ? String((index + 1) * 36_000) : cell;
    });
    if (index % 5 !== 0) yield step.join('|');
  }
}

/** Mean watts of chips in hosts that nobody measured: the model prices each of these itself. */
function* measuredTable(): Generator<string> {
  yield 'id,cluster,user,accelerator,count,hours,powerW,state,start,country';
  for (let id = 1; id <= MEASURED; id += 1) {
    const day = String((id % 28) + 1).padStart(2, '0');
    const user = id % 7 === 0 ? '' : `o'neil "${id % 5}"`.replaceAll('"', '""');
    yield `${id},desk,"${user}",${id % 2 === 0 ? 'T4' : 'A100 SXM4 80GB'},${(id % 4) + 1},${id / 7},${40 + (id % 30)},completed,2025-0${(id % 9) + 1}-${day}T00:00:00Z,${id % 3 === 0 ? 'DE' : 'US'}`;
  }
}
