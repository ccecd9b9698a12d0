import { RUN_FIELDS } from '@ml-emissions/calculator';
import type { Parameters } from './route.ts';

interface Field {
  readonly name: string;
  /** Where it stands in a run, a list's first item for `*`. */
  readonly path: readonly string[];
  readonly about: string;
}

/** The fields that the command has flags for, under the flags' names: `--power-w` is `powerW`. */
const FIELDS: readonly Field[] = Object.entries(RUN_FIELDS).flatMap(([path, row]) => {
  if (!('flag' in row)) return [];
  const [flag = ''] = row.flag.split(' ');
  const name = flag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [{ name, path: path.slice(1).split('/'), about: row.about }];
});

/** A longer text in an address is cut off by some programs. */
const LONGEST = 1000;

/** The parameters that say a run in an address. */
export const RUN_IN_QUERY: Parameters = Object.fromEntries(
  FIELDS.map(({ name, about }) => [
    name,
    { about, schema: { type: 'string', maxLength: LONGEST } },
  ]),
);

type Part = { [name: string]: unknown };

/**
 * A run of one kind of hardware, as an address says it.
 *
 * @param query its parameters; what is none of the run's is left out
 * @example runInQuery({ accelerator: 'T4', hours: '3', country: 'FR' })
 */
export function runInQuery(query: Readonly<Record<string, unknown>>): Part {
  const run: Part = {};
  for (const { name, path } of FIELDS) {
    const value = query[name];
    if (value !== undefined) put(run, path, value);
  }
  return run;
}

function put(into: Part, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  if (rest[0] === '*') {
    const [item = {}] = (into[first] ?? []) as Part[];
    put(item, rest.slice(1), value);
    into[first] = [item];
    return;
  }
  const part = (into[first] ?? {}) as Part;
  put(part, rest, value);
  into[first] = part;
}

/** The query's name of a field of such a run; the field itself where it has none. */
export function nameInQuery(field: string): string {
  const path = field.replaceAll(/\/\d+/g, '/*');
  const found = FIELDS.find((one) => `/${one.path.join('/')}` === path);
  return found ? `/${found.name}` : field;
}
