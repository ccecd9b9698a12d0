import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf, textOf } from '@ml-emissions/answers';
import { PowerOverTime } from '@ml-emissions/logs';
import { parse } from 'yaml';
import { type Sqlite, withSqlite } from '../read/sqlite.ts';

/** A run as MLflow keeps it, whichever way. */
export interface MlflowRun {
  readonly id: string;
  readonly name: string | null;
  readonly experiment: string | null;
  readonly user: string | null;
  /** A word; numbers of the file store are translated. */
  readonly status: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Whether other runs say that they are within it. */
  readonly hasChildren: boolean;
  /** By accelerator, its power over time. */
  readonly power: ReadonlyMap<string, PowerOverTime>;
  /** By accelerator, the percent of the time in which it had work to do, over time. */
  readonly use: ReadonlyMap<string, PowerOverTime>;
}

/** With a node's name before it where one was set: `system/node-1/gpu_0_power_usage_watts`. */
const METER = /^system\/((?:[^/]+\/)?gpu_\d+)_(power_usage_watts|utilization_percentage)$/;
const PARENT = 'mlflow.parentRunId';

/** Runs of a database (`mlflow.db`), of the schema of MLflow 3.17.2; those that were deleted ran too. */
export function databaseRuns(path: string): AsyncGenerator<MlflowRun> {
  return withSqlite(path, function* (sqlite: Sqlite): Generator<MlflowRun> {
    const runs = sqlite.rows(
      `SELECT runs.run_uuid AS id, runs.name AS name, experiments.name AS experiment, user_id, status, start_time,
         end_time, EXISTS (SELECT 1 FROM tags WHERE key = '${PARENT}' AND value = runs.run_uuid) AS has_children
       FROM runs LEFT JOIN experiments ON runs.experiment_id = experiments.experiment_id
       ORDER BY start_time, runs.run_uuid`,
    );
    for (const run of runs) {
      const id = String(run.id);
      const meters = createMeters();
      const samples = sqlite.rows(
        `SELECT key, value, timestamp FROM metrics
         WHERE run_uuid = ? AND (key LIKE 'system/gpu%' OR key LIKE 'system/%/gpu%') AND is_nan = 0
         ORDER BY key, timestamp`,
        [id],
      );
      for (const { key, value, timestamp } of samples)
        addSample(meters, String(key), Number(timestamp), Number(value));
      yield {
        id,
        name: textOr(run.name),
        experiment: textOr(run.experiment),
        user: textOr(run.user_id),
        status: String(run.status),
        startMs: numberOr(run.start_time),
        endMs: numberOr(run.end_time),
        hasChildren: Number(run.has_children) === 1,
        ...meters,
      };
    }
  });
}

/** Names of the numbers in `meta.yaml`, from MLflow's `RunStatus`. */
const STATUS = ['', 'RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];

/** Runs of a folder (`mlruns`), as MLflow 3.17.2 writes it. */
export async function* folderRuns(path: string): AsyncGenerator<MlflowRun> {
  const parents = new Set<string>();
  const runs: { readonly folder: string; readonly experiment: string | null }[] = [];
  for (const experiment of await foldersIn(path)) {
    const name = textOr((await metaOf(join(path, experiment)))?.name);
    for (const run of await foldersIn(join(path, experiment))) {
      const folder = join(path, experiment, run);
      runs.push({ folder, experiment: name });
      const parent = await readFile(join(folder, 'tags', PARENT), 'utf8').catch(() => null);
      if (parent !== null) parents.add(parent.trim());
    }
  }
  for (const { folder, experiment } of runs) {
    const meta = await metaOf(folder);
    if (!meta) continue;
    const id = String(meta.run_id ?? meta.run_uuid ?? '');
    yield {
      id,
      name: textOr(meta.run_name),
      experiment,
      user: textOr(meta.user_id),
      status: STATUS[Number(meta.status)] ?? String(meta.status),
      startMs: numberOr(meta.start_time),
      endMs: numberOr(meta.end_time),
      hasChildren: parents.has(id),
      ...(await metersIn(join(folder, 'metrics'))),
    };
  }
}

interface Meters {
  readonly power: Map<string, PowerOverTime>;
  readonly use: Map<string, PowerOverTime>;
}

const createMeters = (): Meters => ({ power: new Map(), use: new Map() });

/** @param metrics the folder of a run's metrics, whose names are paths in it */
async function metersIn(metrics: string): Promise<Meters> {
  const meters = createMeters();
  const system = join(metrics, 'system');
  const nodes = await foldersIn(system).catch(() => []);
  const names = await Promise.all(
    ['', ...nodes.map((node) => `${node}/`)].map(async (node) => {
      const files = await readdir(join(system, node)).catch(() => []);
      return files.map((file) => `system/${node}${file}`);
    }),
  );
  for (const name of names.flat().sort()) {
    if (!METER.test(name)) continue;
    for await (const lines of linesOf(createReadStream(join(metrics, name)), LONGEST_LINE))
      for (const line of lines) {
        // Time, value, step.
        const [time = '', value = ''] = 'fault' in line ? [] : textOf(line).split(' ');
        addSample(meters, name, Number(time || Number.NaN), Number(value || Number.NaN));
      }
  }
  return meters;
}

const LONGEST_LINE = 1000;

function addSample({ power, use }: Meters, key: string, ms: number, value: number): void {
  const [, chip, of] = METER.exec(key) ?? [];
  if (chip === undefined || !Number.isFinite(ms) || !(value >= 0)) return;
  const all = of === 'power_usage_watts' ? power : use;
  const meter = all.get(chip) ?? new PowerOverTime();
  all.set(chip, meter);
  meter.add(ms, value);
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

async function metaOf(folder: string): Promise<Readonly<Record<string, unknown>> | null> {
  const text = await readFile(join(folder, 'meta.yaml'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const meta: unknown = parse(text, { maxAliasCount: 0 });
    return typeof meta === 'object' ? (meta as Readonly<Record<string, unknown>> | null) : null;
  } catch {
    return null;
  }
}

const textOr = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
const numberOr = (value: unknown): number | null =>
  value === null || value === undefined || value === '' || !Number.isFinite(Number(value))
    ? null
    : Number(value);
