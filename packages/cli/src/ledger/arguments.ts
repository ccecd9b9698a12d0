import {
  isSummaryKey,
  STRETCHES,
  type Stretch,
  SUMMARY_KEYS,
  type SummaryKey,
  type Where,
} from '@ml-emissions/ledger';
import { type Command, InvalidArgumentError, Option } from 'commander';

function keyOf(text: string): SummaryKey {
  const key = text.trim();
  if (isSummaryKey(key)) return key;
  throw new InvalidArgumentError(`'${key}' is none of ${SUMMARY_KEYS.join(', ')}.`);
}

/** `user,month`. */
const asKeys = (text: string): SummaryKey[] => [...new Set(text.split(',').map(keyOf))];

/** A whole number above 0. */
export function asCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000)
    throw new InvalidArgumentError('it is a whole number from 1 to 1000000.');
  return count;
}

/** `state=failed`, once more for another value of the same key; nothing after `=` is what no log tells. */
function asWhere(text: string, before: Where): Where {
  const at = text.indexOf('=');
  if (at < 0) throw new InvalidArgumentError(`'${text}' is no key=value, as state=failed.`);
  const key = keyOf(text.slice(0, at));
  return { ...before, [key]: [...(before[key] ?? []), text.slice(at + 1) || null] };
}

/** What to sum by. */
const byOption = (): Option =>
  new Option('--by <keys>', `keys with commas between them: ${SUMMARY_KEYS.join(', ')}`)
    .argParser(asKeys)
    .default([], 'all together');

/** Which jobs. */
export const whereOption = (): Option =>
  new Option(
    '--where <key=value>',
    'only jobs that have it; again for another value or key; nothing after = for those that do not tell it',
  )
    .argParser((text: string, before: Where) => asWhere(text, before))
    .default({}, 'all jobs');

/** How long a stretch of time is. */
export const everyOption = (): Option =>
  new Option('--every <stretch>', 'how long a stretch is').choices(STRETCHES).default('month');

export interface Asked {
  readonly by: readonly SummaryKey[];
  readonly where: Where;
}
export type { Stretch };

/** The flags of a question about jobs. */
export const asking = (command: Command): Command =>
  command.addOption(byOption()).addOption(whereOption());
