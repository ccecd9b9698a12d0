import type { Calculator, PreparedRun } from '@ml-emissions/calculator';
import { exp, hypot, ln, Z_90 } from '@ml-emissions/model';
import { restOf } from '@ml-emissions/rates';

/** What the mean power of one chip tells of its load, W. */
export interface ChipPower {
  readonly ratedW: number;
  /** It draws no more with a model loaded and nothing to do. */
  readonly restW: number;
  /** The low end of the 90 % range of what is usual for its kind of work. */
  readonly lowW: number;
}

/**
 * What one chip of a run draws on the mean, W, by what is known of it.
 *
 * @returns null where it has not one kind of chips, or its method reads no power
 */
export function usualChipPower({ resolved }: PreparedRun): number | null {
  const [chip, ...others] = resolved.accelerators;
  if (!chip?.power || others.length > 0) return null;
  return chip.power.reduce((product, { factor }) => product * factor.value, 1);
}

/**
 * By what the load of a run's chips is told.
 *
 * @param prepared the run without anything that was measured
 * @returns null where it has not one kind of chips, or the edition knows no such power
 * Source: `idle.bare`, `idle.loaded` and `utilisation.*` of `data/defaults.csv`; `idle_w` of `data/accelerators.csv`.
 */
export function chipPowerOf(prepared: PreparedRun): ChipPower | null {
  const { resolved, machine, edition } = prepared;
  const [chip] = resolved.accelerators;
  const ratedW = chip?.ratedPowerW?.value;
  const usualW = usualChipPower(prepared);
  if (!chip?.power || ratedW === undefined || usualW === null) return null;
  const [bare, loaded] = ['idle.bare', 'idle.loaded'].map((id) => edition.defaultById.get(id));
  const rest = restOf(edition, machine.accelerators[0]?.row ?? null, ratedW);
  if (!bare || !loaded || !rest) return null;
  const logs = chip.power.map(({ factor }) => ln(factor.gsd ?? 1));
  return {
    ratedW,
    restW: rest.powerW * (loaded.value / bare.value),
    lowW: usualW / exp(Z_90 * hypot(...logs)),
  };
}

/**
 * A run as its log would tell it without a meter.
 *
 * @param written as in a template
 * @returns null where nothing is left to go by
 */
export function unmetered(calculator: Calculator, written: object): PreparedRun | null {
  const { energyKwh: _, energyScope: __, ...rest } = written as Readonly<Record<string, unknown>>;
  const hardware = ((rest.hardware ?? []) as readonly object[]).map((one) => ({
    ...one,
    powerW: undefined,
  }));
  const parsed = calculator.parseRun({ ...rest, hours: 1, hardware } as never);
  return parsed.ok ? calculator.prepare(parsed.run) : null;
}
