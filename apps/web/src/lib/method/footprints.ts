import data from './validation.json';

export type Published = (typeof data.published)[number];

/** Published footprints, each once: one that is checked by two methods is one footprint, and an energy is none. */
export const footprints: readonly Published[] = data.published.filter(
  ({ id, unit }, index, all) =>
    unit === 't CO2e' && all.findIndex((one) => one.id === id) === index,
);

/** How they fare, and what else was recomputed; these add up to all rows of the list. */
export const counts = {
  footprints: footprints.length,
  agreeing: footprints.filter(({ isExpected }) => isExpected).length,
  /** Of those that agree: by inputs that are told loosely. */
  weak: footprints.filter(({ isExpected, isWeak }) => isExpected && isWeak).length,
  /** Footprints that a second method recomputes too. */
  again: data.published.filter(({ unit }) => unit === 't CO2e').length - footprints.length,
  energies: data.published.filter(({ unit }) => unit !== 't CO2e').length,
  all: data.published.length,
};
export type Counts = Readonly<typeof counts>;
