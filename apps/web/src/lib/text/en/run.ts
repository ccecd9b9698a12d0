/** English words for the run in hand, on the pages that speak of it. */
export const run = {
  label: 'The run in hand',
  is: (what: string, mass: string) => `${what}: ${mass} CO2e`,
  between: (low: string, high: string) => `, between ${low} and ${high}`,
  whole: (mass: string) => `; ${mass} CO2e with the making of its hardware`,
  change: 'Change it',
  energyAlone: 'metered energy',
  machine: 'a machine without accelerators',
  stale: 'This is the last good figure: the run on the Calculate page needs a look.',
  hours: (hours: string, value: number) => (value === 1 ? '1 hour' : `${hours} hours`),
  chipHours: (hours: string) => `${hours} chip-hours`,
};
