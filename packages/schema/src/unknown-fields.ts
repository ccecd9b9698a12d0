import type { Problem } from '@ml-emissions/model';
import { distance } from 'fastest-levenshtein';
import { isAmount, partsOf, type Row } from './fields/row.ts';
import { RUN_FIELD_NAMES, RUN_FIELDS } from './fields/run.ts';
import { meantField } from './meant-field.ts';
import { pointer, problem } from './to-problem.ts';

/** Farther than this and a suggestion would only puzzle. */
const NEAR = 3;
const MOST = 20;

const RANGED = ['value', 'low', 'high'];

function fieldsOf(path: string, row: Row): [string, readonly string[]][] {
  if (isAmount(row)) return [[path, RANGED]];
  if (row.kind !== 'object' && row.kind !== 'id-or-object') return [];
  return [[path, partsOf(RUN_FIELDS, path).map(({ name }) => name)]];
}

/** The fields that an object at a path may have; none where no object belongs there. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ['', RUN_FIELD_NAMES],
  ...Object.entries(RUN_FIELDS).flatMap(([path, row]) => fieldsOf(path, row)),
]);
const LISTS = new Set(
  Object.entries<Row>(RUN_FIELDS).flatMap(([path, { kind }]) => (kind === 'list' ? [path] : [])),
);

/**
 * Fields that nobody reads: a typo must not pass for a default. Own keys only, `__proto__` included.
 *
 * @param input anything at all
 * @returns one problem a field, at most 20
 */
export function unknownFields(input: unknown): Problem[] {
  const problems: Problem[] = [];
  visit(input, [], '', problems);
  return problems.slice(0, MOST);
}

function visit(
  value: unknown,
  path: readonly (string | number)[],
  pattern: string,
  problems: Problem[],
): void {
  if (typeof value !== 'object' || value === null || problems.length >= MOST) return;
  if (Array.isArray(value)) {
    if (!LISTS.has(pattern)) return;
    for (const [index, item] of value.entries()) {
      visit(item, [...path, index], `${pattern}/*`, problems);
    }
    return;
  }
  const known = KNOWN.get(pattern);
  if (!known) return;
  for (const key of Object.keys(value)) {
    if (known.includes(key)) {
      const part = (value as Record<string, unknown>)[key];
      if (typeof part === 'object') visit(part, [...path, key], `${pattern}/${key}`, problems);
    } else {
      problems.push(unknownField(key, pointer([...path, key]), pattern, known));
    }
  }
}

/** What the word means comes first; then names that differ by a slip of the finger, which short ones hardly do. */
function suggestionsFor(key: string, pattern: string, known: readonly string[]): string[] {
  const word = key.slice(0, 60);
  const most = Math.min(NEAR, Math.ceil(word.length / 3));
  const near = known
    .map((name) => ({ name, by: distance(name.toLowerCase(), word.toLowerCase()) }))
    .filter(({ by }) => by <= most)
    .sort((a, b) => a.by - b.by)
    .map(({ name }) => name);
  const told = meantField(word);
  if (told === null) return near;
  const path = told === '/hardware' && pattern === '/hardware/*' ? `${pattern}/accelerator` : told;
  const isBelow = path.startsWith(`${pattern}/`);
  // Inside of an object that cannot hold it, a word of the run at large says little.
  if (!isBelow && near.length > 0) return near;
  const from = isBelow ? pattern.length + 1 : pattern === '' ? 1 : 0;
  const meant = path.slice(from).replaceAll('*/', '');
  return [...new Set([meant, ...near])];
}

function unknownField(
  key: string,
  field: string,
  pattern: string,
  known: readonly string[],
): Problem {
  const suggestions = suggestionsFor(key, pattern, known);
  const [first] = suggestions;
  return problem('unknown-field', field, key, {
    message: `no field '${key.slice(0, 60)}'${first ? `; did you mean ${first}?` : ''}`,
    expected: `one of ${known.join(', ')}`,
    suggestions,
  });
}
