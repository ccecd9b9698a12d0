import type { Cells } from './from-table.ts';

// Files of tools whose rows are no runs yet. The command reads many more of them, and larger ones (`ml-emissions ledger`).

/** The last of numbers that only grew, else their sum: what CodeCarbon's rows of a run come to. */
function wholeOf(values: readonly number[]): number {
  const isGrowing = values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0));
  return isGrowing ? (values.at(-1) ?? 0) : values.reduce((sum, value) => sum + value, 0);
}

/** CodeCarbon's emissions.csv: one row a run; its kWh are after its PUE. */
function codeCarbonRuns(rows: readonly Cells[]): Cells[] {
  const runs = new Map<string, Cells[]>();
  for (const row of rows) {
    const id = `${row.run_id || row.experiment_id} ${row.task_name ?? ''}`;
    runs.set(id, [...(runs.get(id) ?? []), row]);
  }
  return [...runs.values()].map((some) => {
    const last = some.at(-1) ?? {};
    const pue = Number(last.pue || 1);
    const numbers = (name: string) => some.map((row) => Number(row[name]));
    return {
      name: last.task_name || last.project_name || '',
      gpu_model: last.gpu_model ?? '',
      gpu_count: last.gpu_count ?? '',
      duration: String(wholeOf(numbers('duration'))),
      energy_consumed: String(wholeOf(numbers('energy_consumed')) / Math.max(1, pue)),
      energyScope: 'components',
      pue: pue > 1 ? String(pue) : '',
      ...(last.on_cloud === 'Y'
        ? { cloud_provider: last.cloud_provider ?? '', cloud_region: last.cloud_region ?? '' }
        : { country_iso_code: last.country_iso_code ?? '' }),
    };
  });
}

const GPU = /gres\/gpu(?::([^=,]+))?=(\d+)/g;

/** `sacct -P`: rows of jobs without their steps; chips are those that were allocated. */
function slurmRuns(rows: readonly Cells[]): Cells[] {
  return rows
    .filter((row) => !(row.JobIDRaw ?? row.JobID ?? '').includes('.'))
    .map((row) => {
      const chips = [...(row.AllocTRES ?? '').matchAll(GPU)];
      const typed = chips.find(([, type]) => type !== undefined) ?? chips[0];
      return {
        name: row.JobName || row.JobID || row.JobIDRaw || '',
        accelerator: typed?.[1] ?? (typed ? 'gpu' : ''),
        count: typed?.[2] ?? '',
        ElapsedRaw: row.ElapsedRaw ?? '',
        ...(row.ElapsedRaw === undefined ? { Elapsed: row.Elapsed ?? '' } : {}),
      };
    });
}

/** Rows of runs, from rows as tools write them. */
export function ownRows(rows: readonly Cells[]): readonly Cells[] {
  const [first = {}] = rows;
  if ('energy_consumed' in first && 'emissions' in first) return codeCarbonRuns(rows);
  if ('AllocTRES' in first) return slurmRuns(rows);
  return rows;
}
