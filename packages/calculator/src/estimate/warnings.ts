import type { Edition } from '@ml-emissions/data';
import type { Method, Ranged, ResolvedRun, Run, Warning } from '@ml-emissions/model';
import { type Machine, type Resolved, regionOf, yearOf } from '@ml-emissions/rates';
import { readingWarnings } from './readings.ts';

/** An intensity older than this many years, against the run's, is worth a word. */
const OLD_YEARS = 3;

/** A run with its factors, and how they were found. */
interface Found {
  readonly edition: Edition;
  readonly run: Run;
  readonly machine: Machine;
  readonly resolved: ResolvedRun;
  readonly method: Method;
  readonly quality: Resolved['quality'];
}

/** What a person should know about the factors of a run. */
export function warningsAbout(found: Found): Warning[] {
  const { run, edition, resolved, quality } = found;
  return [
    ...readingWarnings(found),
    ...hardwareWarnings(found),
    ...hostWarnings(found),
    ...rangeWarnings(run),
    ...placeWarnings(run, edition),
    ...intensityWarnings(run, resolved, quality.intensity),
    ...pueWarnings(quality.pue),
  ];
}

function hardwareWarnings({ run, machine, method }: Found): Warning[] {
  const warnings: Warning[] = [];
  const { power } = method.ladders;
  const readsMeasured = power.includes('measured');
  const readsShare = power.includes('utilisation') || power.includes('minimum-maximum');
  for (const { hardware, row, index } of machine.accelerators) {
    const { powerW, utilisation } = hardware;
    const isUnread =
      (powerW !== undefined && !readsMeasured) || (utilisation !== undefined && !readsShare);
    if (isUnread) {
      warnings.push({
        code: 'power-not-used',
        field: `/hardware/${index}`,
        message: `${run.method} does not read the power that was measured`,
      });
    } else if (powerW !== undefined) continue;
    if (!row) continue;
    const field =
      run.hardware.length > 0
        ? `/hardware/${index}/accelerator`
        : run.slice
          ? '/slice'
          : '/instance';
    const { tdpMinW, tdpMaxW, tdpW, name } = row;
    if (tdpMinW || tdpMaxW) {
      warnings.push({
        code: 'tdp-varies',
        field,
        message: `${name}: ${tdpW} W is taken, but figures from ${tdpMinW ?? tdpW} to ${tdpMaxW ?? tdpW} W are in use`,
      });
    }
    if (row.confidence === 'derived' || row.confidence === 'memory') {
      warnings.push({
        code: 'tdp-unsure',
        field,
        message:
          row.confidence === 'derived'
            ? `the TDP of ${name} is derived, not published`
            : `the TDP of ${name} has not been re-read at its source`,
      });
    }
  }
  return warnings;
}

function hostWarnings({ run, method }: Found): Warning[] {
  if (run.host?.powerW !== undefined && run.hours === undefined && run.energyKwh !== undefined) {
    const message = 'the power of the host says nothing without hours, and is not counted';
    return [{ code: 'host-not-used', field: '/host/powerW', message }];
  }
  if (!run.host || method.ladders.host !== 'none') return [];
  const message = `${run.method} does not count the host that was given`;
  return [{ code: 'host-not-used', field: '/host', message }];
}

/** Sides of a range may differ by this much before it is worth a word. */
const SIDES_AGREE = 0.1;

/** A range of the user's is taken as a factor up and down: one that is lopsided becomes wider. */
function rangeWarnings(run: Run): Warning[] {
  const warnings: Warning[] = [];
  const visit = (value: unknown, field: string) => {
    if (typeof value !== 'object' || value === null) return;
    if (isRanged(value)) {
      const less = field === '/pue' || field === '/overheadFactor' ? 1 : 0;
      const down = (value.value - less) / (value.low - less);
      const up = (value.high - less) / (value.value - less);
      if (!(Math.abs(Math.log(down / up)) > SIDES_AGREE)) return;
      const message = `the range of ${field.slice(1)} is wider on one side; the wider one is taken on both`;
      warnings.push({ code: 'range-lopsided', field, message });
      return;
    }
    for (const [key, one] of Object.entries(value)) visit(one, `${field}/${key}`);
  };
  visit(run, '');
  return warnings;
}

function isRanged(value: object): value is Ranged {
  return 'value' in value && 'low' in value && 'high' in value;
}

function placeWarnings({ place }: Run, edition: Edition): Warning[] {
  const region = regionOf(edition, place);
  if (!region || region.status === 'open' || region.status === 'preview') return [];
  return [
    {
      code: 'region-not-open',
      field: '/place/region',
      message: `${region.region} is ${region.status}`,
    },
  ];
}

function intensityWarnings(
  run: Run,
  { carbonIntensity }: ResolvedRun,
  quality: 'ok' | 'check',
): Warning[] {
  const { kind, year, doubts, note, spatial } = carbonIntensity.factor;
  if (kind === 'given') return [];
  const warnings: Warning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, field: '/place', message });
  if (quality === 'check') {
    warn(
      'intensity-doubtful',
      'the intensity of this place is higher than its mix of fuels allows',
    );
  }
  if (doubts.some(({ cause }) => cause === 'scope')) {
    warn('intensity-converted', `no lifecycle figure is known here: ${note}`);
  }
  if (spatial === 'aggregate') {
    warn('intensity-coarse', 'no figure is known for this place; that of a larger area is used');
  }
  const of = yearOf(run);
  if (year !== null && of !== null && year > of) {
    warn('intensity-later', `the oldest figure for this place is of ${year}, after the run`);
  }
  if (year !== null && of !== null && of - year >= OLD_YEARS) {
    warn('intensity-old', `the newest figure for this place is of ${year}`);
  }
  return warnings;
}

function pueWarnings(quality: 'ok' | 'check'): Warning[] {
  if (quality === 'ok') return [];
  const message = 'the PUE of this place is a design figure or otherwise doubtful';
  return [{ code: 'pue-doubtful', field: '/place', message }];
}
