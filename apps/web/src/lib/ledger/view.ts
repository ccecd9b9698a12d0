import { MEASURES, type Measure } from './answers.ts';

/** Keys that jobs are summed and filtered by, as the ledger knows them. */
export const KEYS = [
  'user',
  'project',
  'accelerator',
  'state',
  'month',
  'quarter',
  'year',
  'day',
  'weekday',
  'hour',
  'partition',
  'cluster',
  'place',
  'zone',
  'source',
  'phase',
  'load',
  'rung',
] as const;
export type Key = (typeof KEYS)[number];

/** What groups are made by, one after the other, as one goes down. */
const CHAIN: readonly Key[] = ['user', 'project', 'accelerator', 'state', 'month'];
/** Of pictures of their own, or as many as jobs. */
const NOT_GROUPS: readonly Key[] = ['day'];
export const GROUP_KEYS = KEYS.filter((key) => !NOT_GROUPS.includes(key));

/** Which jobs: by key, the value that they have in common; '' = not told. */
export type Where = Readonly<Partial<Record<Key, string>>>;

/** What the page shows: all of it stands in its address. */
export interface View {
  readonly by: readonly [Key] | readonly [Key, Key];
  readonly where: Where;
  readonly measure: Measure;
  /** The key of the job whose receipt is open. */
  readonly job: string | null;
}

const isKey = (text: string): text is Key => (KEYS as readonly string[]).includes(text);

/** The next thing that jobs of a view can be told apart by. */
const nextKey = (where: Where): Key => CHAIN.find((key) => !(key in where)) ?? 'month';

/**
 * Reads an address.
 *
 * @param params its query; what is none of ours is passed over
 */
export function viewOf(params: URLSearchParams): View {
  const told = [...params].filter((pair): pair is [Key, string] => isKey(pair[0]));
  const where: Where = Object.fromEntries(told);
  const [first, second] = (params.get('by') ?? '').split(',').filter(isKey);
  const measure = MEASURES.find((one) => one === params.get('measure')) ?? 'kgCo2e';
  return {
    by:
      first === undefined
        ? [nextKey(where)]
        : second && second !== first
          ? [first, second]
          : [first],
    where,
    measure,
    job: params.get('job'),
  };
}

/** A view as the query of an address, with `?`; only what is not as it would be anyway. */
export function searchOf({ by, where, measure, job }: View): string {
  const params = new URLSearchParams(where);
  if (by.length > 1 || by[0] !== nextKey(where)) params.set('by', by.join(','));
  if (measure !== 'kgCo2e') params.set('measure', measure);
  if (job !== null) params.set('job', job);
  return `?${params}`;
}

/** The jobs of a group alone, told apart by what comes next. */
export function into(view: View, keys: Where): View {
  const where = { ...view.where, ...keys };
  return { ...view, where, by: [nextKey(where)] };
}

/** The same without a filter. */
export function without(view: View, key: Key): View {
  const where = Object.fromEntries(Object.entries(view.where).filter(([one]) => one !== key));
  return { ...view, where, by: [key] };
}

/** What is asked for some jobs: the end of an address of the ledger. */
export function question(
  what: 'summary' | 'sums' | 'jobs',
  by: readonly Key[],
  where: Where,
  more: Readonly<Record<string, string>> = {},
): string {
  const params = new URLSearchParams({
    ...(by.length > 0 ? { by: by.join(',') } : {}),
    ...where,
    ...more,
  });
  const { size } = params;
  return size > 0 ? `/${what}?${params}` : `/${what}`;
}
