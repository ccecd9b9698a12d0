import type { GridScope } from '@ml-emissions/model';
import { sentences } from './sentences.ts';

/** Tables, cards and pictures. */
export const forms = {
  /** Of hardware, in a column of its own. */
  hardwareNotKnown: 'not known',
  /** Of a phase, in a column of its own. */
  phaseUntold: 'not known',
  hoursNotKnown: 'not known',
  notKnown: 'not known',
  phaseNotTold: 'phase not known',
  run: (place: number) => `run ${place}`,
  total: 'total',
  heads: {
    run: 'run',
    phase: 'phase',
    hardware: 'hardware',
    chipHours: 'chip-hours',
    energy: 'energy',
    emissions: 'emissions',
  },
  latex: {
    needs: (packages: readonly string[], _hasSiunitx: boolean) =>
      `needs ${packages.join(' and ')} in the preamble`,
    siunitx: 'siunitx (version 3)',
    /** What is cited behind the tool. */
    cited: (tool: string, paper: string) => `~${tool}, which grows out of~${paper}`,
    total: 'Total',
    head: (kwh: string, kg: string) =>
      `Run, phase & Hardware & Chip-hours & ${kwh} & ${kg} CO\\textsubscript{2}e`,
    continued: ' (continued)',
    byRun: (basis: string, mass: string) =>
      `Energy and operational emissions (${basis}) by run, with 90\\,\\% ranges; together ${mass} CO\\textsubscript{2}e.`,
    byPart: 'Energy by where it goes.',
    part: 'Part & kWh & Share',
    parts: {
      accelerators: 'Accelerators',
      metered: 'As metered',
      host: 'Host',
      idle: 'Idle time',
      overhead: 'Supply losses and fans',
      facility: 'Facility (PUE)',
    },
  },
  page: {
    title: 'ML emissions',
    operational: 'operational',
    more: (runs: number) => `and ${runs} more runs`,
  },
  card: {
    seeRuns: 'see the runs',
    noHours: 'wall-clock time not known',
    hours: (hours: string, times: string | null) =>
      `${hours} h wall-clock${times === null ? '' : `, ${times} times`}`,
    noChipHours: 'chip-hours not known',
    from: (mass: string, basis: string, energy: string) =>
      `${mass}, ${basis}, from ${energy} of electricity`,
  },
  picture: {
    training: 'training emissions',
    inUse: 'emissions in use',
    emissions: 'emissions',
    badge: (label: string, mass: string) => `${label}: ${mass}`,
    noHardware: 'hardware not known',
    noPlace: 'place not known',
    from: (energy: string) => `from ${energy} of electricity`,
    made: (mass: string) => `manufacture of the hardware ${mass}`,
    madeUnknown: 'manufacture of the hardware not known',
    basis: (scope: GridScope | null) => `operational, ${sentences.basis(scope)}`,
    between: (low: string, high: string, unit: string, basis: string) =>
      `between ${low} and ${high} ${unit}, ${basis}`,
  },
};
