import type { Place } from '@ml-emissions/model';
import type { Batcher } from './batcher.ts';
import type { LoggedChips, LoggedJob, NoteCode } from './job.ts';
import type { RowReader } from './row-reader.ts';

// CodeCarbon's emissions.csv, 1.2.0 to 3.3.2. By name, all optional but a few: kWh and seconds mean the same in every
// version; emissions_rate and *_power do not and are not read. Energies are after its PUE.

type Row = Readonly<Record<string, string>>;

const S_PER_HOUR = 3600;
const W_PER_KW = 1000;
/** What it takes for a place that it does not know, kg/kWh. */
const WORLD_AVERAGE = 0.475;

/** Whether a first line is that of an emissions.csv. */
export const isCodeCarbon = (line: string): boolean => {
  const names = line.split(',');
  return ['energy_consumed', 'emissions', 'duration'].every((name) => names.includes(name));
};

/** A run as its rows tell it so far. */
interface Run {
  readonly line: number;
  cells: Row;
  readonly kWh: number[];
  readonly gpuKwh: number[];
  readonly seconds: number[];
}

/**
 * Reads rows of an emissions.csv.
 *
 * One run's rows mean three things: what it has come to at each flush, parts of it, or its tasks. Where the energy never
 * falls, the last row is the whole; else the rows add up. So it is with the time, which stays that of the last task.
 *
 * @param batch takes what became of the rows
 * @param timeOf a time as it stands there, in milliseconds since 1970; null for what is none
 * @returns what takes rows; runs are whole at the end
 * Errors: none; what is wrong with a row is a reject.
 * @example const reader = createCodeCarbonReader(batch, Date.parse); reader.add(2, cells); [...reader.rest()];
 */
export function createCodeCarbonReader(
  batch: Batcher,
  timeOf: (text: string) => number | null,
): RowReader {
  const runs = new Map<string, Run>();
  return {
    add: (line, cells) => addRow(runs, batch, line, (cells ?? {}) as Row),
    open: () => runs.size,
    *rest() {
      for (const [id, run] of runs) yield { line: run.line, job: jobOf(id, run, timeOf) };
    },
  };
}

function addRow(runs: Map<string, Run>, batch: Batcher, line: number, cells: Row): void {
  const id = idOf(cells);
  const kWh = Number(cells.energy_consumed || Number.NaN);
  const seconds = Number(cells.duration || Number.NaN);
  const wrong =
    id === '' ? 'run_id' : !(kWh >= 0) ? 'energy_consumed' : !(seconds >= 0) ? 'duration' : null;
  if (wrong) {
    const value = (cells[wrong] ?? '').slice(0, 200);
    const remedy = 'the row as CodeCarbon wrote it';
    batch.reject({ line, field: wrong, value, reason: `it has no ${wrong}`, remedy });
    return;
  }
  const gpuKwh = Number(cells.gpu_energy || Number.NaN);
  const known = runs.get(id);
  if (known) {
    known.cells = cells;
    known.kWh.push(kWh);
    known.gpuKwh.push(gpuKwh);
    known.seconds.push(seconds);
    batch.part();
  } else runs.set(id, { line, cells, kWh: [kWh], gpuKwh: [gpuKwh], seconds: [seconds] });
}

/** Tasks are rows of their own file, without a run of their own. Before 2.0 each run was an experiment. */
const idOf = ({ run_id: run = '', experiment_id: experiment = '', task_name: task }: Row) =>
  task === undefined ? run || experiment : `${run} ${task}`;

/** The last of values that only grew, else their sum. */
function wholeOf(values: readonly number[]): number {
  const isGrowing = values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0));
  return isGrowing ? (values.at(-1) ?? 0) : values.reduce((sum, value) => sum + value, 0);
}

function jobOf(
  id: string,
  { cells, kWh, gpuKwh, seconds }: Run,
  timeOf: (text: string) => number | null,
): LoggedJob {
  const pue = Number(cells.pue || 1);
  const isAfterPue = pue > 1;
  const endMs = timeOf((cells.timestamp ?? '').slice(0, 19));
  const s = wholeOf(seconds);
  const energy = wholeOf(kWh);
  const notes: NoteCode[] = [];
  const chips = chipsOf(cells);
  const hours = s / S_PER_HOUR;
  const chipHours = hours * (chips[0]?.count ?? 0);
  const gpuWh = (wholeOf(gpuKwh) / pue) * W_PER_KW;
  const factor = Number(cells.emissions) / Number(cells.energy_consumed);
  if (Math.abs(factor - WORLD_AVERAGE) < 1e-9) notes.push('world-average');
  return {
    identity: `codecarbon ${id}`,
    jobId: cells.run_id || id,
    cluster: null,
    user: null,
    // experiment_id is one constant for all who set none: the name is what people give.
    project: cells.project_name || null,
    partition: null,
    name: cells.task_name || null,
    nodes: null,
    state: 'completed',
    startMs: endMs === null ? null : Math.round(endMs - s * 1000),
    endMs,
    hours,
    chips,
    instance: null,
    cores: null,
    memoryGb: null,
    energy: {
      kWh: isAfterPue ? energy / pue : energy,
      scope: 'components',
      from: kWh.length > 1 ? `${kWh.length} rows` : 'row',
    },
    powerW: null,
    chipW: chipHours > 0 && gpuWh >= 0 ? gpuWh / chipHours : null,
    // The last reading of the last row, and no mean before that is told.
    busy: null,
    place: placeOf(cells),
    pue: isAfterPue ? pue : null,
    notes,
  };
}

/** `2 x NVIDIA A100-SXM4-80GB`: what manufacture is counted by; several kinds in one cell are not told apart. */
function chipsOf({ gpu_count: count = '', gpu_model: model = '' }: Row): LoggedChips[] {
  const number = Number(count);
  const name = model.replace(/^\d+ x /, '');
  return number > 0 && name !== '' && !name.includes(' x ') ? [{ name, count: number }] : [];
}

function placeOf(cells: Row): Place | null {
  const {
    on_cloud: cloud,
    cloud_provider: provider = '',
    cloud_region: region = '',
    country_iso_code: country = '',
  } = cells;
  if (cloud === 'Y' && provider !== '' && region !== '') return { provider, region };
  return country === '' ? null : { country };
}
