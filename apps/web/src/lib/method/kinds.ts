/** Runs of one kind, of which some share lies within the range. */
interface Kind {
  readonly name: string;
  readonly runs: number;
  readonly covered: number;
}

/** All metered runs together, once as predicted and once told more: no kinds of their own. */
const TOTALS: ReadonlySet<string> = new Set(['all', 'components metered']);
const ALL = ', all';

/**
 * The kinds of runs that a validation tells apart, each run in one of them.
 *
 * @param rows among them totals and parts of others: `edge device, all` beside `edge device, batched`, and
 * `vision-inference, cpu, load told` beside `vision-inference, cpu`. Of rows of one name the last has the most told.
 */
export function kindsOf(rows: readonly Kind[]): Kind[] {
  const last = [...new Map(rows.map((row) => [row.name, row])).values()];
  const isPartOfAnother = ({ name }: Kind) => last.some((one) => name.startsWith(`${one.name}, `));
  const isTotal = ({ name }: Kind) =>
    TOTALS.has(name) ||
    (name.endsWith(ALL) &&
      last.some((one) => one.name !== name && one.name.startsWith(name.slice(0, -ALL.length + 2))));
  return last
    .filter((row) => !isTotal(row) && !isPartOfAnother(row))
    .map(({ name, runs, covered }) => ({
      name: name.endsWith(ALL) ? name.slice(0, -ALL.length) : name,
      runs,
      covered,
    }));
}
