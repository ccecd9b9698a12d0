import type { Commons } from '@ml-emissions/data';
import {
  type Account,
  given,
  type Method,
  methods,
  type Run,
  type Rungs,
  type Warning,
  type Work,
} from '@ml-emissions/model';
import { warningsAbout } from '../warnings.ts';
import { deviceOf } from './device.ts';
import { amountFactor, type KeyOf, ownKeys } from './factors.ts';
import { hostOf } from './host.ts';
import { machineOf } from './machine.ts';
import { amortisationOf, madeOf } from './made.ts';
import { overheadOf } from './overhead.ts';
import { cloudPlace, gridWaterOf, intensityOf, offsetOf, pueOf, wueOf } from './place.ts';

/** A run with its ids turned into numbers: what a method works on, and what it makes of it. */
export interface PreparedRun {
  readonly run: Run;
  readonly commons: Commons;
  readonly method: Method;
  readonly work: Work;
  readonly account: Account;
  readonly rungs: Rungs;
  readonly warnings: readonly Warning[];
}

/** The same before the method is asked: `lacks` may have to refuse it. */
export type LookedUp = Omit<PreparedRun, 'account'>;

/**
 * Looks up every factor of a resolved run.
 *
 * @param run its ids resolve in the edition
 * @param commons the edition
 * @param fromParsing warnings that parsing had
 * @param keyOf which numbers of the user's are the same unknown as another run's
 */
export function lookUp(
  run: Run,
  commons: Commons,
  fromParsing: readonly Warning[],
  keyOf: KeyOf = ownKeys,
): LookedUp {
  const method = methods[run.method];
  const machine = machineOf(commons, run);
  const devices = machine.chips.map((chip) => deviceOf(commons, run, machine, chip, keyOf));
  const host = hostOf(commons, run, machine, devices, keyOf);
  const pue = pueOf(commons, run, machine, keyOf);
  const intensity = intensityOf(commons, run, keyOf);
  const { marketBasedIntensityGPerKwh: market } = run;
  const work: Work = {
    devices,
    host: host.host,
    hours: run.hours === undefined ? null : amountFactor(run.hours, keyOf('/hours')),
    repeats:
      run.repeats === undefined ? given(1, 'once') : amountFactor(run.repeats, keyOf('/repeats')),
    idleHours: run.idle ? amountFactor(run.idle.hours, keyOf('/idle/hours')) : null,
    metered: meteredOf(run, keyOf),
    nodes: run.nodes ?? null,
    site: machine.site,
    provider: cloudPlace(run)?.provider ?? null,
    overhead: overheadOf(commons, run, machine, host.isAtWall, keyOf),
    pue: pue.factor,
    givenPue: pue.rung === 'given' ? pue.factor : null,
    carbonIntensityGPerKwh: intensity.factor,
    marketIntensityGPerKwh:
      market === undefined ? null : amountFactor(market, keyOf('/marketBasedIntensityGPerKwh')),
    offset: offsetOf(commons, run),
    wueLPerKwh: wueOf(commons, run, machine, keyOf),
    gridWaterLPerKwh: gridWaterOf(commons),
    made: madeOf(commons, run, machine, devices),
    amortisation: amortisationOf(commons, run, keyOf),
  };
  return {
    run,
    commons,
    method,
    work,
    rungs: {
      power: powerRung(work, method),
      pue: work.metered?.scope === 'facility' ? 'metered' : method.reads.pue ? pue.rung : 'none',
      intensity: intensity.rung,
      host: hostRung(work, method, host.rung),
    },
    warnings: [
      ...fromParsing,
      ...warningsAbout(run, commons, machine, work, {
        intensity: intensity.quality,
        pue: pue.quality,
      }),
    ],
  };
}

function meteredOf(run: Run, keyOf: KeyOf): Work['metered'] {
  if (run.energyKwh === undefined) return null;
  const kwh = amountFactor(run.energyKwh, keyOf('/energyKwh'), { isMeasured: true });
  return { kwh, scope: run.energyScope ?? 'it' };
}

/** The weakest rung that any device stands on. */
function powerRung({ devices, metered }: Work, { reads }: Method): Rungs['power'] {
  if (metered) return 'metered-energy';
  if (devices.length === 0) return 'none';
  if (!reads.utilisation && !reads.measuredPower) return 'tdp';
  const rungs = devices.map(({ measuredW, utilisation, typicalUtilisation }) => {
    if (measuredW && reads.measuredPower) return 'measured';
    if (utilisation && reads.utilisation) return 'utilisation';
    return typicalUtilisation && reads.measuredPower ? 'typical' : 'tdp';
  });
  return (
    (['tdp', 'typical', 'utilisation'] as const).find((rung) => rungs.includes(rung)) ?? 'measured'
  );
}

function hostRung({ metered }: Work, { reads }: Method, found: Rungs['host']): Rungs['host'] {
  if (!reads.host) return 'not-counted';
  return metered && metered.scope !== 'accelerators' ? 'metered' : found;
}
