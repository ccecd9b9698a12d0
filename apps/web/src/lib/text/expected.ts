import { type Problem, RUN_FIELDS } from '@ml-emissions/calculator';
import { exact, inWords } from './format.ts';
import type { ProblemWords } from './problems.ts';

/** A bound that nobody reaches by hand is told to whoever is beyond it alone. */
const FAR = 100_000;

const rows: Readonly<Record<string, { readonly kind: string }>> = RUN_FIELDS;

interface Bounds {
  readonly above?: number;
  readonly from?: number;
  readonly to: number;
}
const isNumber = (row: { readonly kind: string } | undefined): row is Bounds & { kind: string } =>
  row !== undefined && 'to' in row;

/**
 * What would be right in a field, as people say it.
 *
 * @returns '' where only a file would know
 */
export function expectedOf({ field, value, expected }: Problem, problems: ProblemWords): string {
  // The contract writes ranges as a file does; here they are typed.
  if (expected.startsWith('{ value, low, high }')) return problems.rangeOrder;
  const row = rows[field.replaceAll(/\/\d+(?=\/|$)/g, '/*')];
  if (!isNumber(row)) return '';
  const { above, from = 0, to, kind } = row;
  const least = above === undefined ? problems.from(exact(from)) : problems.above(exact(above));
  const isBeyond = typeof value === 'number' && value > to;
  const most = to < FAR || isBeyond ? problems.atMost(to < FAR ? exact(to) : inWords(to)) : '';
  const forms = (problems.forms as Partial<Record<string, string>>)[kind] ?? '';
  return `${least}${most}${forms}`;
}
