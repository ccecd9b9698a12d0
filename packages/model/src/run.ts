/** What a piece of work is for; the stage names of CONTRACT and of the reports. */
export const PHASES = [
  'data',
  'pre-training',
  'training',
  'fine-tuning',
  'distillation',
  'search',
  'ablation',
  'validation',
  'evaluation',
  'failed',
  'deployment',
  'inference',
  'other',
] as const;
export type Phase = (typeof PHASES)[number];

/** The named ways to combine factors. */
export const METHODS = ['full', 'lacoste-2019', 'mlco2-compat'] as const;
export type MethodName = (typeof METHODS)[number];

/** Hardware that no table lists, described by the person who has it. */
export interface CustomAccelerator {
  readonly name: string;
  /** Rated board or chip power, W. */
  readonly tdpW: number;
}

/** One kind of accelerator in a run. */
export interface Hardware {
  /** The id of a row of the edition's accelerators, or a description. */
  readonly accelerator: string | CustomAccelerator;
  /** Chips; a fraction is a share of one. */
  readonly count: number;
  /** Measured mean power of one chip, W; at most one of this and `utilisation`. */
  readonly powerW?: number;
  /** Measured mean power / TDP, 0..1. */
  readonly utilisation?: number;
}

/** Where a run draws its electricity. */
export type Place =
  | { readonly provider: string; readonly region: string }
  | { readonly zone: string }
  | { readonly country: string };

/** One piece of computation that needs no further checks: every id resolves in its edition. */
export interface Run {
  readonly schemaVersion: 1;
  readonly name?: string;
  readonly phase?: Phase;
  readonly hardware: readonly [Hardware, ...Hardware[]];
  /** Wall-clock hours; where chip-hours were given, these over all chips. */
  readonly hours: number;
  /** Chip-hours over all chips, where they were given. */
  readonly deviceHours?: number;
  /** Restarts, seeds, trials: how often the whole was run; 1 by default. */
  readonly repeats?: number;
  /** Absent only where `carbonIntensityGPerKwh` is given. */
  readonly place?: Place;
  /** Given by the user, g CO2e/kWh; wins over `place`. 0 is legal. */
  readonly carbonIntensityGPerKwh?: number;
  /** Given by the user: facility energy / IT energy. */
  readonly pue?: number;
  /** Given by the user: what their own infrastructure offsets, 0..1. */
  readonly offsetFraction?: number;
  /** The calendar year in which the run took or takes place. */
  readonly year?: number;
  readonly method: MethodName;
  readonly edition: string;
}
