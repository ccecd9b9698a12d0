import type { LoggedJob } from '@ml-emissions/logs';
import type { RunForm } from '../state/fields.ts';
import { formOf } from '../state/form.ts';

/** Digits of a number that was worked out, as it stands in a field. */
const DIGITS = 9;
const DAY = '2026-03-01'.length;

const shortened = (value: number): number => Number(value.toPrecision(DIGITS));

/** What a job of a log is called on the page, and whether its log would tell chips that it had. */
export interface Telling {
  readonly name: (job: LoggedJob) => string | null;
  readonly tellsChips: boolean;
}

/** The day on which a job began. What a log tells without a zone is told as it stands, so the hour is left out. */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, DAY);

/**
 * A job of a log as the run that it would be typed as. What its log does not tell stays empty, and is asked.
 *
 * @param telling what is to be known of its log
 */
export function formOfJob(job: LoggedJob, { name, tellsChips }: Telling): RunForm {
  const { chips, hours, energy, powerW, place, pue, startMs } = job;
  const form = formOf({
    name: name(job) ?? job.jobId,
    ...(chips.length > 0
      ? {
          hardware: chips.map(({ name: accelerator, count }) => ({
            ...(accelerator === null ? {} : { accelerator }),
            count,
            ...(powerW === null ? {} : { powerW: shortened(powerW) }),
          })),
        }
      : {}),
    ...(hours === null ? {} : { hours: shortened(hours) }),
    // Joules of which nobody knows what their meter saw are none that can be counted by.
    ...(energy?.scope ? { energyKwh: shortened(energy.kWh), energyScope: energy.scope } : {}),
    ...(place === null ? {} : { place }),
    ...(pue === null ? {} : { pue }),
    ...(startMs === null ? {} : { start: dayOf(startMs) }),
  });
  return chips.length === 0 && !tellsChips ? { ...form, chip: 'listed' } : form;
}
