import type { Problem } from '@ml-emissions/calculator';
import { cleaned } from '../cleaned.ts';
import { flagOf } from '../run-flags.ts';

/** One line for one problem. */
export function problemLine({ field, message }: Problem, named: 'flag' | 'field'): string {
  const where = named === 'flag' ? flagOf(field) : field;
  return cleaned(`${where === '' ? 'input' : where}: ${message}`);
}
