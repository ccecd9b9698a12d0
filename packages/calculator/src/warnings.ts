import type { Commons } from '@ml-emissions/data';
import { regionKey } from '@ml-emissions/data';
import { methods, type Run, type Warning, type Work } from '@ml-emissions/model';

/** An intensity older than this many years, against the run's, is worth a word. */
const OLD_YEARS = 3;

/** Whether the rows that were taken are marked as doubtful. */
interface Quality {
  readonly intensity: 'ok' | 'check';
  readonly pue: 'ok' | 'check';
}

/** What a person should know about the factors of a run. */
export function warningsAbout(run: Run, commons: Commons, work: Work, quality: Quality): Warning[] {
  return [
    ...hardwareWarnings(run, commons),
    ...placeWarnings(run, commons),
    ...intensityWarnings(run, work, quality.intensity),
    ...pueWarnings(quality.pue),
  ];
}

function hardwareWarnings(run: Run, commons: Commons): Warning[] {
  const warnings: Warning[] = [];
  for (const [index, { accelerator, powerW, utilisation }] of run.hardware.entries()) {
    if (!methods[run.method].usesMeasuredPower && (powerW ?? utilisation) !== undefined) {
      warnings.push({
        code: 'power-not-used',
        field: `/hardware/${index}`,
        message: `${run.method} counts the rated power only; what was measured is not used`,
      });
    } else if (powerW !== undefined) continue;
    const row = typeof accelerator === 'string' ? commons.acceleratorById.get(accelerator) : null;
    if (!row) continue;
    const field = `/hardware/${index}/accelerator`;
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

function placeWarnings(run: Run, commons: Commons): Warning[] {
  if (!run.place || !('provider' in run.place)) return [];
  const region = commons.regionByKey.get(regionKey(run.place.provider, run.place.region));
  if (!region || region.status === 'open' || region.status === 'preview') return [];
  return [
    {
      code: 'region-not-open',
      field: '/place/region',
      message: `${region.region} is ${region.status}`,
    },
  ];
}

function intensityWarnings(run: Run, work: Work, quality: 'ok' | 'check'): Warning[] {
  const { kind, year, doubts, note, spatial } = work.carbonIntensityGPerKwh;
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
  if (year !== null && run.year !== undefined && year > run.year) {
    warn('intensity-later', `the oldest figure for this place is of ${year}, after the run`);
  }
  if (year !== null && run.year !== undefined && run.year - year >= OLD_YEARS) {
    warn('intensity-old', `the newest figure for this place is of ${year}`);
  }
  return warnings;
}

function pueWarnings(quality: 'ok' | 'check'): Warning[] {
  if (quality === 'ok') return [];
  const message = 'the PUE of this place is a design figure or otherwise doubtful';
  return [{ code: 'pue-doubtful', field: '/place', message }];
}
