import type { Factor, IntensityFactor, OffsetFactor } from './factor.ts';
import type { EnergyScope, SiteKind } from './run.ts';

/** One kind of accelerator with all that is known of its power. */
export interface Device {
  readonly id: string | null;
  readonly name: string;
  /** Chips; a fraction is a share of one. */
  readonly count: Factor;
  /** Rated power of one chip, W; null where none is published. */
  readonly tdpW: Factor | null;
  /** Metered mean power of one chip, W. */
  readonly measuredW: Factor | null;
  /** Mean power / TDP as the user measured it. */
  readonly utilisation: Factor | null;
  /** Mean power / TDP that is usual for the kind of work; null where the edition knows none. */
  readonly typicalUtilisation: Factor | null;
  /** Power of one chip that is allocated and does nothing, W; null where not known. */
  readonly idleW: Factor | null;
  /** Manufacture of one chip, kg CO2e; null where not known. */
  readonly embodiedKg: Factor | null;
}

/** The processors of a host, where they are known. */
export interface HostCpu {
  readonly name: string;
  readonly count: Factor;
  /** Rated power of one, W. */
  readonly tdpW: Factor;
  /** Highest sustained power of one, W: the rated power, or the turbo limit where one is published. */
  readonly fullW: Factor;
  /** Mean power / `fullW`. */
  readonly powerShare: Factor;
  /** Load, 0..1, as the user says; null where only the kind of work tells. */
  readonly load: Factor | null;
  readonly cores: number | null;
  readonly threads: number | null;
}

/** What of a host draws power: a product of factors, in W; or in kWh where it follows from metered energy. */
export interface HostLoad {
  readonly isEnergy: boolean;
  readonly step: string;
  readonly label: string;
  readonly times: readonly {
    readonly step: string;
    readonly unit: string;
    readonly factor: Factor;
  }[];
}

/** All of the machine but its accelerators. */
export interface Host {
  /** What `full` counts: given power, known parts, or the default. */
  readonly loads: readonly HostLoad[];
  readonly cpu: HostCpu | null;
  readonly memoryGb: Factor | null;
  /** Virtual processors that were rented. */
  readonly vcpu: number | null;
  /** Power of an idle host / power under load. */
  readonly idleShare: Factor | null;
}

/** Something made that the run used. */
export interface Made {
  readonly step: string;
  readonly label: string;
  /** How many, and what share of each. */
  readonly times: readonly {
    readonly step: string;
    readonly unit: string;
    readonly factor: Factor;
  }[];
  /** kg CO2e of one. */
  readonly kgCo2e: Factor;
}

/** Service life and how much of it hardware is in use. */
export interface Amortisation {
  readonly serviceLifeYears: Factor;
  readonly averageUse: Factor;
}

/** Everything that a method needs, looked up: a run with its ids turned into numbers. */
export interface Work {
  readonly devices: readonly Device[];
  readonly host: Host;
  /** Wall-clock, h; null where only energy was given. */
  readonly hours: Factor | null;
  /** How often the whole was run. */
  readonly repeats: Factor;
  /** Allocated and idle, h. */
  readonly idleHours: Factor | null;
  readonly metered: { readonly kwh: Factor; readonly scope: EnergyScope } | null;
  /** Servers that the chips are in; null where not told. */
  readonly nodes: number | null;
  readonly site: SiteKind | null;
  readonly provider: string | null;
  /** IT energy / energy of the components. */
  readonly overhead: Factor;
  readonly pue: Factor;
  /** PUE as the user gave it; null where it was looked up. */
  readonly givenPue: Factor | null;
  readonly carbonIntensityGPerKwh: IntensityFactor;
  readonly marketIntensityGPerKwh: Factor | null;
  readonly offset: OffsetFactor;
  readonly wueLPerKwh: Factor | null;
  readonly gridWaterLPerKwh: Factor | null;
  readonly made: readonly Made[];
  readonly amortisation: Amortisation | null;
}

/** An exact number of the user's. */
export function given(value: number, key: string, note = ''): Factor {
  return {
    value,
    kind: 'given',
    sourceId: null,
    year: null,
    confidence: null,
    note,
    gsd: 1,
    spreadOf: 'value',
    key,
  };
}
