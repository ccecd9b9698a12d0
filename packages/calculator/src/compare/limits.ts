import type { Problem } from '@ml-emissions/model';
import { problem } from '@ml-emissions/schema';
import type { CompareOptions } from './compare.ts';

/** How much may be asked at once: more than all chips of the tables, and a project of 500 runs in every region. */
const COMPARE_LIMITS = {
  /** Names or values of one list. */
  listed: 500,
  /** Options, each with every run of the project. */
  estimates: 100_000,
} as const;

/** What is wrong with lists that hold too much, before any of their names is looked up. */
export function listProblems({ regions, ...asked }: CompareOptions): Problem[] {
  const { providers, continents, countries } = typeof regions === 'object' ? regions : {};
  const lists: Readonly<Record<string, unknown>> = {
    '/regions/providers': providers,
    '/regions/continents': continents,
    '/regions/countries': countries,
    '/accelerators': asked.accelerators,
    '/utilisation': asked.utilisation,
    '/repeats': asked.repeats,
  };
  const expected = `at most ${COMPARE_LIMITS.listed}`;
  return Object.entries(lists).flatMap(([field, list]) =>
    Array.isArray(list) && list.length > COMPARE_LIMITS.listed
      ? [
          problem('too-long', field, list.length, {
            message: `${list.length} are asked; expected ${expected}`,
            expected,
          }),
        ]
      : [],
  );
}

/** What is wrong where options and runs together are too many; null where they are not. */
export function sizeProblem(options: number, runs: number): Problem | null {
  const { estimates } = COMPARE_LIMITS;
  if (options * runs <= estimates) return null;
  return problem('too-long', '', options * runs, {
    message: `${options} options of ${runs} runs are ${options * runs} estimates; at most ${estimates} at once`,
    expected: `at most ${estimates} estimates: fewer runs, chips or regions`,
  });
}
