import type { Problem } from '@ml-emissions/model';
import { distance } from 'fastest-levenshtein';
import { KNOWN, NOT_SUPPORTED_YET } from './fields.ts';
import { pointer, problem } from './to-problem.ts';

/** Farther than this and a suggestion would only puzzle. */
const NEAR = 3;
const MOST = 20;

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
    if (pattern !== '/hardware') return;
    for (const [index, item] of value.entries()) {
      visit(item, [...path, index], `${pattern}/*`, problems);
    }
    return;
  }
  const known = KNOWN[pattern];
  if (!known && pattern !== '/hardware') return;
  const later = NOT_SUPPORTED_YET[pattern] ?? [];
  for (const key of Object.keys(value)) {
    const field = pointer([...path, key]);
    if (known?.includes(key)) {
      visit((value as Record<string, unknown>)[key], [...path, key], `${pattern}/${key}`, problems);
    } else if (later.includes(key)) {
      problems.push(
        problem('not-supported-yet', field, (value as Record<string, unknown>)[key], {
          message: `${key} is not supported yet`,
          expected: `one of ${known?.join(', ') ?? ''}`,
        }),
      );
    } else {
      problems.push(unknownField(key, field, known ?? [], later));
    }
  }
}

function unknownField(
  key: string,
  field: string,
  known: readonly string[],
  later: readonly string[],
): Problem {
  const suggestions = [...known, ...later].filter(
    (name) => distance(name, key.slice(0, 60)) <= NEAR,
  );
  const [first] = suggestions;
  return problem('unknown-field', field, key, {
    message: `no field '${key.slice(0, 60)}'${first ? `; did you mean ${first}?` : ''}`,
    expected: `one of ${known.join(', ')}`,
    suggestions,
  });
}
