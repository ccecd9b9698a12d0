import type { Phase, SearchStrategy } from '@ml-emissions/model';

const STRATEGIES: Readonly<Record<SearchStrategy, string>> = {
  grid: 'in a grid',
  random: 'at random',
  'successive-halving': 'by successive halving',
};

/** What ran, for how long, where. */
export const runs = {
  rated: (watts: string) => ` (rated ${watts} W)`,
  fromTo: (least: string, most: string) => `${least} to ${most}`,
  phase: (phase: Phase): string => phase,
  planned: (phase: string) => `${phase}, planned`,
  itself: (times: string) => `${times} of the run itself`,
  search: (times: string, trials: string, strategy: SearchStrategy) =>
    `${times} of a search (${trials} trials ${STRATEGIES[strategy]})`,
  ablations: (times: string) => `${times} of ablations`,
  failed: (times: string) => `${times} of failed runs`,
  /** @param value for languages in which less than two is no plural */
  chipHours: (hours: string, _value: number) => `${hours} chip-hours`,
  inSome: (some: number, all: number) => ` in ${some} of ${all} runs`,
  /** A country, by its name in the tables and its code. */
  country: (name: string | null, _code: string | null): string | null => name,
};
