/** English words for the run in hand, on the pages that speak of it. */
export const run = {
  label: 'The run in hand',
  is: (what: string, mass: string) => `${what}: ${mass} CO2e`,
  between: (low: string, high: string) => `, between ${low} and ${high}`,
  change: 'Change it',
  energyAlone: 'metered energy',
  machine: 'a machine without accelerators',
  hours: (hours: string) => `${hours} hours`,
};
