import type { Edition } from '@ml-emissions/data';
import type { Factor, Said } from '@ml-emissions/model';

/**
 * A constant of a method or a rule of servers: exact by definition.
 *
 * @param edition its facts
 * @param id a row of `data/coefficients.csv`
 * @returns its value
 * Errors: throws where the table lacks it, which `data:check` refuses.
 */
export function coefficient(edition: Edition, id: string): number {
  return row(edition, id).value;
}

/** The same; undefined where the edition has none of that name. */
export function knownCoefficient(edition: Edition, id: string): number | undefined {
  return edition.coefficientById.get(id)?.value;
}

/** The same as a factor. */
export function coefficientFactor(edition: Edition, id: string, said: Said): Factor {
  const { value, sourceId } = row(edition, id);
  return constantFactor(value, sourceId, said);
}

/** A number made of coefficients alone, as a factor. */
export function constantFactor(value: number, sourceId: string, said: Said): Factor {
  return {
    value,
    kind: 'sourced',
    sourceId,
    year: null,
    confidence: 'stated',
    said,
    gsd: 1,
    spreadOf: 'value',
    key: `${sourceId}:${said.code}:${value}`,
  };
}

function row(edition: Edition, id: string) {
  const found = edition.coefficientById.get(id);
  if (!found) throw new Error(`coefficients.csv of edition ${edition.id} has no ${id}`);
  return found;
}
