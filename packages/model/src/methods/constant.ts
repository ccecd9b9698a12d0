import type { Factor } from '../factor.ts';

/** A constant of a method, exact by definition of that method. */
export function constant(value: number, sourceId: string, note: string): Factor {
  return {
    value,
    kind: 'sourced',
    sourceId,
    year: null,
    confidence: 'stated',
    note,
    gsd: 1,
    spreadOf: 'value',
    key: `${sourceId}:${note}`,
  };
}
