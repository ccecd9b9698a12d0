import type { Edition } from '@ml-emissions/data';
import {
  ln,
  type Method,
  type Notice,
  type Plan,
  type Ranged,
  type ResolvedRun,
  type Run,
} from '@ml-emissions/model';
import {
  hasTwoSides,
  type Machine,
  type Resolved,
  regionOf,
  type Served,
  siteOf,
  yearOf,
} from '@ml-emissions/rates';
import { readingWarnings } from './readings.ts';
import { unlikelyValues } from './unlikely.ts';
import { unlikelyPlan } from './unlikely-plan.ts';
import { unlikelyService } from './unlikely-service.ts';

/** An intensity older than this many years, against the run's, is worth a word. */
const OLD_YEARS = 3;

/** A run with its factors, and how they were found. */
interface Found {
  readonly edition: Edition;
  readonly run: Run;
  readonly machine: Machine;
  readonly resolved: ResolvedRun;
  readonly method: Method;
  readonly plan: Plan | null;
  readonly served: Served | null;
  readonly quality: Resolved['quality'];
}

/** What a person should know about the factors of a run. */
export function warningsAbout(found: Found): Notice[] {
  const { run, edition, quality } = found;
  return [
    ...readingWarnings(found),
    ...unlikelyValues(found),
    ...unlikelyPlan(found),
    ...unlikelyService(found),
    ...guessWarnings(run),
    ...hardwareWarnings(found),
    ...hostWarnings(found),
    ...(hasTwoSides(edition) ? [] : rangeWarnings(run)),
    ...placeWarnings(run, edition),
    ...intensityWarnings(found),
    ...pueWarnings(quality.pue),
  ];
}

function hardwareWarnings({ run, machine, method }: Found): Notice[] {
  const warnings: Notice[] = [];
  const { power } = method.ladders;
  const readsMeasured = power.includes('measured');
  const readsLimit = power.includes('typical');
  const readsShare = power.includes('utilisation') || power.includes('minimum-maximum');
  for (const { hardware, row, index } of machine.accelerators) {
    const { powerW, utilisation, powerLimitW } = hardware;
    const isUnread =
      (powerW !== undefined && !readsMeasured) ||
      (utilisation !== undefined && !readsShare) ||
      (powerLimitW !== undefined && !readsLimit);
    if (isUnread) {
      warnings.push({
        field: `/hardware/${index}`,
        said: { code: 'power-not-used', method: run.method },
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
    if (tdpW !== null && (tdpMinW || tdpMaxW)) {
      warnings.push({
        field,
        said: {
          code: 'tdp-varies',
          chip: name,
          tdpW,
          lowW: tdpMinW ?? tdpW,
          highW: tdpMaxW ?? tdpW,
        },
      });
    }
    const { confidence } = row;
    if (confidence === 'derived' || confidence === 'memory') {
      warnings.push({ field, said: { code: 'tdp-unsure', chip: name, confidence } });
    }
  }
  return warnings;
}

/** The size of a model that its makers do not publish is nobody's fact. */
function guessWarnings({ service, model }: Run): Notice[] {
  const sizeClass = service?.sizeClass;
  const isTold = (model?.parameters ?? model?.activeParameters) !== undefined;
  if (sizeClass === undefined || isTold) return [];
  return [{ field: '/service/sizeClass', said: { code: 'size-guessed', sizeClass } }];
}

/** Work on processors alone draws by how many cores are at work, which only the user knows. */
function isLoadOpen({ run, machine, method, resolved }: Found): boolean {
  if (method.ladders.host !== 'described' || machine.accelerators.length > 0) return false;
  if (run.energyKwh !== undefined || run.host?.utilisation !== undefined) return false;
  return resolved.hostLoads.some(({ name }) => name === 'cpu');
}

function hostWarnings(found: Found): Notice[] {
  if (isLoadOpen(found)) return [{ field: '/host/utilisation', said: { code: 'load-not-told' } }];
  const { run, method } = found;
  if (run.host?.powerW !== undefined && run.hours === undefined && run.energyKwh !== undefined) {
    return [{ field: '/host/powerW', said: { code: 'host-not-used', method: null } }];
  }
  if (!run.host || method.ladders.host !== 'none') return [];
  return [{ field: '/host', said: { code: 'host-not-used', method: run.method } }];
}

/** Sides of a range may differ by this much before it is worth a word. */
const SIDES_AGREE = 0.1;

/** Editions from before a range had two sides take it as one factor up and down: one that is lopsided becomes wider. */
function rangeWarnings(run: Run): Notice[] {
  const warnings: Notice[] = [];
  const visit = (value: unknown, field: string) => {
    if (typeof value !== 'object' || value === null) return;
    if (isRanged(value)) {
      const less = field === '/pue' || field === '/overheadFactor' ? 1 : 0;
      const down = (value.value - less) / (value.low - less);
      const up = (value.high - less) / (value.value - less);
      if (!(Math.abs(ln(down / up)) > SIDES_AGREE)) return;
      warnings.push({ field, said: { code: 'range-lopsided', path: field } });
      return;
    }
    for (const [key, one] of Object.entries(value)) visit(one, `${field}/${key}`);
  };
  // Wall-clock hours that follow from chip-hours are nobody's range.
  const { hours, ...told } = run;
  visit(run.deviceHours === undefined ? { ...told, hours } : told, '');
  // In the order of their fields, whatever that of the run.
  return warnings.sort((a, b) => (a.field < b.field ? -1 : 1));
}

function isRanged(value: object): value is Ranged {
  return 'value' in value && 'low' in value && 'high' in value;
}

function placeWarnings({ place }: Run, edition: Edition): Notice[] {
  const region = regionOf(edition, place);
  if (!region || region.status === 'open' || region.status === 'preview') return [];
  return [
    {
      field: '/place/region',
      said: { code: 'region-not-open', region: region.region, status: region.status },
    },
  ];
}

function intensityWarnings({ run, edition, resolved, quality }: Found): Notice[] {
  const { kind, year, doubts, said: what, spatial, scope } = resolved.carbonIntensity.factor;
  const warnings: Notice[] = [];
  if (scope === null && run.scope !== undefined) {
    warnings.push({ field: '/scope', said: { code: 'scope-not-known', scope: run.scope } });
  }
  if (kind === 'given') return warnings;
  const warn = (said: Notice['said']) => warnings.push({ field: '/place', said });
  if (quality.intensity === 'check') {
    warn({ code: 'intensity-doubtful' });
  }
  if (doubts.some(({ cause }) => cause === 'scope')) {
    warn({ code: 'intensity-converted', what });
  }
  const site = siteOf(edition, run.place);
  if (site && site.zone === null && site.country === '') {
    warn({ code: 'place-not-known', site: site.name });
  } else if (spatial === 'aggregate') {
    warn({ code: 'intensity-coarse' });
  }
  const of = yearOf(run);
  if (year !== null && of !== null && year > of) {
    warn({ code: 'intensity-later', year });
  }
  if (year !== null && of !== null && of - year >= OLD_YEARS) {
    warn({ code: 'intensity-old', year });
  }
  return warnings;
}

function pueWarnings(quality: 'ok' | 'check'): Notice[] {
  if (quality === 'ok') return [];
  return [{ field: '/place', said: { code: 'pue-doubtful' } }];
}
