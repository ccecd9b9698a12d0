import type { run as english } from '../en/run.ts';

/** French words for the run in hand, on the pages that speak of it. */
export const run: typeof english = {
  label: 'Votre calcul',
  is: (what: string, mass: string) => `${what} : ${mass} CO2e`,
  between: (low: string, high: string) => `, entre ${low} et ${high}`,
  whole: (mass: string) => ` ; ${mass} CO2e avec la fabrication de son matériel`,
  change: 'Le modifier',
  energyAlone: 'énergie mesurée',
  machine: 'une machine sans accélérateur',
  stale: 'C’est le dernier chiffre valable : le calcul de la page Calculer est à revoir.',
  hours: (hours: string, value: number) => (value < 2 ? `${hours} heure` : `${hours} heures`),
  chipHours: (hours: string) => `${hours} heures-puces`,
};
