import {
  type Accelerator,
  type Commons,
  chooseOffset,
  choosePue,
  loadEdition,
  regionKey,
  UNKNOWN_OFFSET,
} from '@ml-emissions/data';
import {
  type Device,
  type Factor,
  type Hardware,
  type IntensityFactor,
  type Method,
  methods,
  type OffsetFactor,
  type Problem,
  type Run,
  type Rungs,
  totalPowerW,
  type Warning,
  type Work,
} from '@ml-emissions/model';
import { parseRun, warningsFromParsing } from './parse-run.ts';
import { placeIntensity } from './place-intensity.ts';
import { warningsAbout } from './warnings.ts';

/** A run with its ids turned into numbers: what a method works on. */
export interface PreparedRun {
  readonly run: Run;
  readonly commons: Commons;
  readonly method: Method;
  readonly work: Work;
  readonly rungs: Rungs;
  readonly warnings: readonly Warning[];
}

/** Thrown where a run reaches `estimate` that `parseRun` would have refused. */
export class InvalidRun extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join('\n'));
    this.name = 'InvalidRun';
    this.problems = problems;
  }
}

const preparedRuns = new WeakMap<Run, PreparedRun>();

/**
 * Looks up every factor of a run. Prepared once a run, so that repeated estimates are cheap.
 *
 * @param run from `parseRun`; any other object is parsed first
 * @returns the run with its factors, method, rungs and warnings
 * Errors: throws `InvalidRun` where the object is no valid run.
 */
export function prepare(run: Run): PreparedRun {
  const known = preparedRuns.get(run);
  if (known) return known;
  const warnings = warningsFromParsing(run);
  if (!warnings) {
    const parsed = parseRun(run);
    if (!parsed.ok) throw new InvalidRun(parsed.problems);
    return prepare(parsed.run);
  }
  const prepared = lookUp(run, warnings);
  preparedRuns.set(run, prepared);
  return prepared;
}

function lookUp(run: Run, fromParsing: readonly Warning[]): PreparedRun {
  const commons = loadEdition(run.edition);
  const method = methods[run.method];
  const [first, ...rest] = run.hardware;
  const pue = pueOf(run, commons, method);
  const intensity = intensityOf(run, commons);
  const devices: Work['devices'] = [
    device(first, commons, method),
    ...rest.map((hardware) => device(hardware, commons, method)),
  ];
  const work: Work = {
    devices,
    totalPowerW: totalPowerW(devices),
    hours: run.hours,
    repeats: run.repeats ?? 1,
    pue: pue.factor,
    carbonIntensityGPerKwh: intensity.factor,
    offset: offsetOf(run, commons),
  };
  return {
    run,
    commons,
    method,
    work,
    rungs: {
      power: powerRung(run, method),
      pue: pue.rung,
      intensity: intensity.rung,
      host: 'not-counted',
    },
    warnings: [
      ...fromParsing,
      ...warningsAbout(run, commons, work, { intensity: intensity.quality, pue: pue.quality }),
    ],
  };
}

/** A device at the best rung of power that the run has and the method takes. */
function device(hardware: Hardware, commons: Commons, method: Method): Device {
  const { accelerator, count, powerW, utilisation } = hardware;
  const row = typeof accelerator === 'string' ? commons.acceleratorById.get(accelerator) : null;
  const { id, name } = row ?? { id: null, name: nameOf(accelerator) };
  const rated = ratedPower(accelerator, row ?? null);
  if (method.usesMeasuredPower && powerW !== undefined) {
    const measured = { ...given(powerW, 'mean as measured'), kind: 'measured' } as const;
    return { id, name, count, powerW: measured };
  }
  if (!rated) throw new Error(`prepare(): '${name}' has no power`);
  if (!method.usesMeasuredPower || utilisation === undefined) {
    return { id, name, count, powerW: rated };
  }
  const note = `TDP ${rated.value} W x utilisation ${utilisation}`;
  return { id, name, count, powerW: { ...rated, value: rated.value * utilisation, note } };
}

function nameOf(accelerator: Hardware['accelerator']): string {
  return typeof accelerator === 'string' ? accelerator : accelerator.name;
}

function ratedPower(accelerator: Hardware['accelerator'], row: Accelerator | null): Factor | null {
  if (typeof accelerator !== 'string') return given(accelerator.tdpW, 'TDP as given');
  if (!row || row.tdpW === null) return null;
  const { sourceId, year, confidence } = row;
  return { value: row.tdpW, kind: 'sourced', sourceId, year, confidence, note: 'TDP' };
}

/** The weakest rung that any device stands on. */
function powerRung(run: Run, method: Method): Rungs['power'] {
  if (!method.usesMeasuredPower) return 'tdp';
  const rungs = run.hardware.map(({ powerW, utilisation }) =>
    powerW !== undefined ? 'measured' : utilisation !== undefined ? 'utilisation' : 'tdp',
  );
  return (['tdp', 'utilisation'] as const).find((rung) => rungs.includes(rung)) ?? 'measured';
}

function given(value: number, note: string) {
  return { value, kind: 'given', sourceId: null, year: null, confidence: null, note } as const;
}

function pueOf(run: Run, commons: Commons, method: Method) {
  if (!method.usesPue)
    return { factor: given(1, 'the method has no PUE'), rung: 'none', quality: 'ok' } as const;
  if (run.pue !== undefined)
    return { factor: given(run.pue, ''), rung: 'given', quality: 'ok' } as const;
  return choosePue(commons, cloudPlace(run), run.year ?? null);
}

function intensityOf(run: Run, commons: Commons) {
  if (run.carbonIntensityGPerKwh !== undefined) {
    const factor: IntensityFactor = {
      ...given(run.carbonIntensityGPerKwh, ''),
      gsd: null,
      doubts: [],
      beside: [],
      zone: null,
      spatial: null,
      scope: null,
      basis: null,
    };
    return { factor, rung: 'given', quality: 'ok' } as const;
  }
  const chosen = run.place ? placeIntensity(commons, run.place, runTime(run)) : null;
  if (!chosen) throw new Error('prepare(): the place was not resolved');
  const { spatial } = chosen.factor;
  const rung = spatial === 'grid-area' || spatial === null ? 'zone' : spatial;
  return { ...chosen, rung } as const;
}

/** What of a run bears on the choice of an intensity. */
function runTime(run: Run) {
  return { year: run.year ?? null, hours: run.hours * (run.repeats ?? 1) };
}

function offsetOf(run: Run, commons: Commons): OffsetFactor {
  if (run.offsetFraction !== undefined) {
    return { fraction: run.offsetFraction, kind: 'given', sourceId: null, year: null, note: '' };
  }
  const place = cloudPlace(run);
  return place ? chooseOffset(commons, place.provider, run.year ?? null) : UNKNOWN_OFFSET;
}

function cloudPlace(run: Run) {
  return run.place && 'provider' in run.place ? run.place : null;
}

/** The region of a run's place, where it is a provider's. */
export function regionOf(run: Run, commons: Commons) {
  const place = cloudPlace(run);
  return place ? (commons.regionByKey.get(regionKey(place.provider, place.region)) ?? null) : null;
}
