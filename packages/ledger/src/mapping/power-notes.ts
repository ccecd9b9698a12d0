import type { LikelyPower } from '@ml-emissions/calculator';
import type { LoggedJob, NoteCode } from '@ml-emissions/logs';
import type { EnergyScope } from '@ml-emissions/model';
import { BUSY } from '../job.ts';

/** Energy that is used, with what its meter saw. */
export interface UsedEnergy {
  readonly kWh: number;
  readonly scope: EnergyScope;
}

const W_PER_KW = 1000;

/** Its energy over the time of its chips, W. */
function meanW({ energy, hours }: LoggedJob, chips: number | null): number | null {
  const chipHours = (hours ?? 0) * (chips ?? 0);
  return energy && chipHours > 0 ? (energy.kWh * W_PER_KW) / chipHours : null;
}

/** What one chip drew on the mean, W, where anything but the whole machine's meter tells it. */
export const chipWOf = (job: LoggedJob, chips: number | null): number | null =>
  job.powerW ?? job.chipW ?? (job.energy?.scope === 'accelerators' ? meanW(job, chips) : null);

/**
 * What a reader should know of what a job tells of its power.
 *
 * @param energy what of it is used
 * @param likely what one of its chips can have drawn
 */
export function notesOf(
  job: LoggedJob,
  energy: UsedEnergy | null,
  chips: number | null,
  likely: () => LikelyPower | null,
): NoteCode[] {
  if (job.energy && !energy) return ['energy-not-used'];
  // Whether that of nodes is used is known once all jobs are.
  if (job.energy && job.energy.scope === null) return [];
  if (energy?.kWh === 0 && job.hours !== 0) return ['no-energy'];
  const ofChip = chipWOf(job, chips);
  // A meter of more than the chips tells what they drew at most.
  const mostW = ofChip ?? (energy ? meanW(job, chips) : null);
  if (mostW === null)
    return !energy && job.busy !== null && job.busy < BUSY.low ? ['busy-little'] : [];
  const known = likely();
  if (known && mostW < known.leastW) return ['power-low'];
  return known && ofChip !== null && ofChip > known.mostW ? ['power-high'] : [];
}
