import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import sqlite from 'node-sqlite3-wasm';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLog } from '../../../scripts/ledger-sample.ts';
import { commons } from '../../data/vite/commons.ts';
import { importFile } from './import-file.ts';
import type { Source } from './job.ts';
import { openLedger } from './store/ledger.ts';
import { folder, mappingOf } from './testing.ts';

// A process that imports is killed (SIGKILL) at moments that a seed chooses: what it had said is safe is there, once, and
// reading the file again makes of the ledger what an import in one go makes of it.

const isDeep = process.env.TEST_DEPTH === 'deep';
const KILLS = isDeep ? 50 : 4;
const ROWS = 500;
const MANY = 3000;
const SAMPLES = 'packages/ledger/src/importers/samples';
const WRITTEN = {
  defaults: { place: { country: 'FR' }, host: { cpu: 'EPYC 7742' } },
  accelerators: { a100: 'A100 SXM4 80GB', h100: 'H100 SXM5 80GB', gpu: 'T4' },
  processes: { ALIGN: { accelerator: 'T4', count: 2 } },
};

const sampled = (name: string) => readFileSync(join(SAMPLES, name), 'utf8').trimEnd().split('\n');
const times = (of: (at: number) => string) => Array.from({ length: MANY }, (_, at) => of(at));
/** The lines of a sample again and again, each time with another id in place of its own. */
const repeated = (name: string, id: (line: string) => string, more: (at: number) => string) => {
  const [header = '', ...rows] = sampled(name);
  const row = (at: number) => rows[at % rows.length] as string;
  return [header, ...times((at) => row(at).replace(id(row(at)), more(at)))];
};

/** A log of each kind that is read in several parts, as its lines. */
const LOGS: Readonly<Partial<Record<Source, () => readonly string[]>>> = {
  sacct: () => [...sampleLog(MANY - 1), 'of no use'],
  'sacct-json': () => {
    const { jobs, ...rest } = JSON.parse(sampled('sacct-24.11.5-v0.0.40.json').join(''));
    const all = times((at) => JSON.stringify({ ...jobs[at % jobs.length], job_id: 100 + at }));
    return [JSON.stringify({ ...rest, jobs: [] }).slice(0, -2), all.join(',\n'), ']}'];
  },
  codecarbon: () =>
    repeated(
      'codecarbon-3.3.2.csv',
      (line) => line.split(',')[2] ?? '',
      (at) => `run-${at}`,
    ),
  eco2ai: () =>
    repeated(
      'eco2ai-0.3.12.csv',
      (line) => line.split(',')[0] ?? '',
      (at) => `run-${at}`,
    ),
  nextflow: () =>
    repeated(
      'nextflow-24.10.4.txt',
      (line) => line.split('\t')[1] ?? '',
      (at) => `0d/${at.toString(16).padStart(6, '0')}`,
    ),
  wandb: () => [
    'ID,Name,Created,Runtime,State,User,GPU Type,GPU Count',
    ...times((at) => `r${at},run ${at},2025-03-01T00:00:00Z,${60 + at},finished,ann,Tesla T4,2`),
  ],
  focus: () => [
    'ProviderName,SubAccountName,ChargeCategory,ServiceCategory,ConsumedQuantity,ConsumedUnit,RegionId,ResourceId,ChargePeriodStart,ChargePeriodEnd,x_UsageType',
    ...times(
      (at) =>
        `AWS,lab,Usage,Compute,1,Hours,us-east-1,i-${at},2026-03-01T10:00:00Z,2026-03-01T11:00:00Z,BoxUsage:p4d.24xlarge`,
    ),
  ],
  table: () => [
    'id,user,accelerator,count,hours,start',
    ...times((at) => `${at},user ${at % 7},${at % 50 === 0 ? 'v9' : 'T4'},1,${1 + at},2025-03-01`),
  ],
};
const KINDS = [...Object.keys(LOGS), 'mlflow'] as Source[];

function written(kind: Source, path: string): string {
  if (kind === 'mlflow') {
    const file = join(path, 'mlflow.db');
    const db = new sqlite.Database(file);
    db.exec('PRAGMA foreign_keys = OFF');
    db.exec(sampled('mlflow-3.17.2.sql').join('\n'));
    db.exec('BEGIN');
    for (let at = 0; at < MANY; at++)
      db.exec(`CREATE TEMP TABLE one AS SELECT * FROM runs WHERE status = 'FINISHED' LIMIT 1;
        UPDATE one SET run_uuid = 'run${at}', end_time = start_time + ${1000 * (at + 1)};
        INSERT INTO runs SELECT * FROM one; DROP TABLE one`);
    db.exec('COMMIT');
    db.close();
    return file;
  }
  const file = join(path, `${kind}.csv`);
  writeFileSync(file, `${LOGS[kind]?.().join('\n')}\n`);
  return file;
}

let home: string;
let program: string;
let files: ReadonlyMap<Source, string>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'ledger-'));
  files = new Map(KINDS.map((kind) => [kind, written(kind, home)]));
  // Beside the packages, so that the engine is found.
  const out = resolve('node_modules/.cache/ml-emissions-killed');
  mkdirSync(out, { recursive: true });
  const here = (path: string) => JSON.stringify(resolve(path));
  writeFileSync(
    join(out, 'entry.ts'),
    `import { writeSync } from 'node:fs';
     import { calculator } from ${here('packages/calculator/src/full.ts')};
     import { importFile, openLedger, parseMapping } from ${here('packages/ledger/src/index.ts')};
     const [, , file, as, path, rows, mapping] = process.argv;
     const ledger = await openLedger(path, { threads: 1 });
     const say = (told) => writeSync(1, JSON.stringify(told) + '\\n');
     say('begun');
     await importFile(ledger, calculator, file, {
       as, rows: Number(rows), mapping: parseMapping(JSON.parse(mapping)).mapping, onProgress: say,
     });
     ledger.close();`,
  );
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [commons()],
    ssr: { noExternal: true, external: ['@duckdb/node-api', 'node-sqlite3-wasm'] },
    build: { ssr: join(out, 'entry.ts'), outDir: join(out, 'dist'), emptyOutDir: true },
  });
  program = join(out, 'dist/entry.js');
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Told {
  readonly rows: number;
  readonly added: number;
  readonly rejected: number;
}

/** When a process is killed: so long after it has said so many parts to be safe. */
interface Moment {
  readonly parts: number;
  readonly delayMs: number;
}

/** Imports in a process of its own, and kills it at a moment; what it had said by then. */
function imported(kind: Source, path: string, moment: Moment | null) {
  return new Promise<{ readonly told: Told[]; readonly ms: number }>((done, fail) => {
    const args = [files.get(kind) ?? '', kind, path, String(ROWS), JSON.stringify(WRITTEN)];
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let begun = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
      begun ||= performance.now();
      if (moment && text.split('\n').length - 2 >= moment.parts)
        setTimeout(() => child.kill('SIGKILL'), moment.delayMs);
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code !== 0 && code !== null) fail(new Error(`it ended with ${code}`));
      const [, ...lines] = text.split('\n').slice(0, -1);
      done({ told: lines.map((line) => JSON.parse(line) as Told), ms: performance.now() - begun });
    });
  });
}

/** What an import in one go came to: its parts, how long each took, and what the ledger holds then. */
interface Whole {
  readonly ms: number;
  readonly parts: number;
  readonly content: object;
}

/** All that a ledger holds, but for the order in which it came. */
async function contentOf(path: string) {
  const ledger = await openLedger(path, { threads: 1 });
  const rows = (sql: string) => ledger.engine.rows(sql);
  const found = {
    jobs: await rows(
      `SELECT job.* EXCLUDE (key, template, template_unmetered, file), CAST(key AS VARCHAR) AS key, run
       FROM job JOIN template ON job.template = template.id ORDER BY job.key`,
    ),
    rejects: await rows('SELECT line, field, value, reason FROM reject ORDER BY line, field'),
    templates: await rows('SELECT run FROM template ORDER BY run'),
  };
  ledger.close();
  return found;
}

test(
  `killed ${KILLS} times, no job that was told to be safe is lost, and none is doubled`,
  async () => {
    let seed = 18;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const whole = new Map<Source, Whole>();
    let cut = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const kind = KINDS[kill % KINDS.length] as Source;
      if (!whole.has(kind)) {
        const path = join(folder(), 'whole.duckdb');
        const { told, ms } = await imported(kind, path, null);
        expect(told.length, kind).toBeGreaterThan(4);
        const content = await contentOf(path);
        expect(content.jobs.length, kind).toBe(told.at(-1)?.added);
        whole.set(kind, { ms: ms / told.length, parts: told.length, content });
      }
      const { ms, parts, content } = whole.get(kind) as Whole;
      const path = join(folder(), 'killed.duckdb');
      const moment = { parts: Math.floor(random() * parts), delayMs: random() * ms };
      const { told } = await imported(kind, path, moment);
      const last = told.at(-1);
      const { jobs, rejects } = await contentOf(path);
      if (last && last.rows < MANY) cut += 1;
      expect(jobs.length, `${kind}: safe jobs`).toBeGreaterThanOrEqual(last?.added ?? 0);
      expect(rejects.length, `${kind}: safe rejects`).toBeGreaterThanOrEqual(last?.rejected ?? 0);
      expect(new Set(jobs.map(({ key }) => key)).size, `${kind}: no job twice`).toBe(jobs.length);
      const ledger = await openLedger(path, { threads: 1 });
      const again = await importFile(ledger, calculator, files.get(kind) ?? '', {
        as: kind,
        rows: ROWS,
        mapping: mappingOf(WRITTEN),
      });
      ledger.close();
      expect([again.same, again.changed], kind).toEqual([jobs.length, 0]);
      expect(await contentOf(path), kind).toEqual(content);
    }
    // Some of them were in the midst of it.
    expect(cut).toBeGreaterThan(KILLS / 5);
  },
  isDeep ? 1_200_000 : 180_000,
);
