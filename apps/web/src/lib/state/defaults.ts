import { saysField } from '@ml-emissions/calculator';

type Written = Readonly<Record<string, unknown>>;

/** The same text for the same value, in whatever order its fields stand. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/**
 * Runs and the defaults that they still share: what all runs take from one place is one unknown, so that it rises and
 * falls for all of them together. A default that some run no longer wants is written into those that do.
 *
 * @param runs whole, as the form writes them
 * @param defaults as the file said
 * @returns the same runs, short of what the defaults say for them
 */
export function withoutDefaults(
  runs: readonly Written[],
  defaults: Written,
): { readonly defaults: Written; readonly runs: readonly Written[] } {
  const shared = Object.entries(defaults).filter(([field]) =>
    runs.every((run) => saysField(run, field)),
  );
  return {
    defaults: Object.fromEntries(shared),
    runs: runs.map((run) => {
      const same = new Set(
        shared
          .filter(([field, value]) => canonical(run[field]) === canonical(value))
          .map(([field]) => field),
      );
      return Object.fromEntries(Object.entries(run).filter(([field]) => !same.has(field)));
    }),
  };
}
