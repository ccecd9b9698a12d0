import type { EstimateResult, ProjectResult } from '@ml-emissions/calculator';
import type { Session } from '../state/session.svelte.ts';
import { placeName } from '../text/places.ts';
import { calculate } from '../text/words.ts';
import { runName } from './name.ts';

/** A run as a line of a table. */
export interface Row {
  /** Which run of the project. */
  readonly index: number;
  readonly name: string;
  readonly phase: string;
  /** With how many of them. */
  readonly machine: string;
  readonly hardware: string;
  readonly place: string;
  /** YYYY-MM of its start; '' where it is not told. */
  readonly month: string;
  /** YYYY of its start, or as it is told alone; '' where neither is. */
  readonly year: string;
  readonly hours: number | null;
  /** Null while it has a fault, or does not count yet. */
  readonly result: EstimateResult | null;
  readonly isCounted: boolean;
}

export const GROUPS = ['none', 'phase', 'hardware', 'place', 'month'] as const;
export type GroupBy = (typeof GROUPS)[number];
export type SortBy = 'name' | 'hours' | 'energyKwh' | 'kgCo2e' | 'made';

/** Chips, else the processor or the machine that was rented. */
function hardwareOf({ machine }: EstimateResult, isCounted: boolean): string {
  const chips = machine.accelerators.map(({ count, name }) =>
    isCounted ? `${count ?? ''} ${name}`.trim() : name,
  );
  return chips.join(' + ') || machine.instance || machine.cpu?.name || '';
}

const placeOf = ({ location: { site, provider, region, country, name } }: EstimateResult): string =>
  site ?? ([provider, region].filter(Boolean).join(', ') || placeName(country ?? '', name ?? ''));

const amountOf = (of: unknown): number | null =>
  typeof of === 'number' ? of : ((of as { value?: number } | undefined)?.value ?? null);

/** The runs of the project as lines. */
export function rowsOf(session: Session): Row[] {
  const { phases } = calculate();
  const { figures } = session;
  return session.project.runs.map((form, index) => {
    const result = figures[index] ?? null;
    return {
      index,
      name: runName(session.project, index),
      phase: (phases as Partial<Record<string, string>>)[form.phase] ?? '',
      machine: result ? hardwareOf(result, true) : form.accelerator,
      hardware: result ? hardwareOf(result, false) : form.accelerator,
      place: result ? placeOf(result) : form.zone || form.region,
      month: (result?.run.start ?? '').slice(0, 7),
      year: result?.run.start?.slice(0, 4) ?? String(result?.run.year ?? ''),
      hours: amountOf(result?.run.hours),
      result,
      isCounted: session.isCounted(index),
    };
  });
}

const cellOf = (row: Row, by: Exclude<SortBy, 'name'>): number | null => {
  const { result } = row;
  if (by === 'hours') return row.hours;
  if (!result) return null;
  if (by === 'energyKwh') return result.energyKwh.value;
  return by === 'kgCo2e'
    ? result.operational.kgCo2e.value
    : (result.embodied.kgCo2e?.value ?? null);
};

/** Lines in order; those without a value last, whichever way. */
export function sorted(rows: readonly Row[], by: SortBy, isDown: boolean): Row[] {
  const sign = isDown ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (by === 'name') return sign * a.name.localeCompare(b.name, undefined, { numeric: true });
    const [left, right] = [cellOf(a, by), cellOf(b, by)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** Lines that hold a text in any of their words. */
export function filtered(rows: readonly Row[], text: string): Row[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...rows];
  return rows.filter(({ name, phase, machine, place, month }) =>
    [name, phase, machine, place, month].some((one) => one.toLowerCase().includes(wanted)),
  );
}

/** Lines that have something in common, with what they come to together. */
export interface RowGroup {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly total: ProjectResult | EstimateResult | null;
}

/** Lines by what they have in common, the largest first. */
export function grouped(session: Session, rows: readonly Row[], by: GroupBy): RowGroup[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = by === 'none' ? '' : row[by];
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const kg = ({ total }: RowGroup) => total?.operational.kgCo2e.value ?? 0;
  const all = [...groups].map(([name, some]) => ({
    name,
    rows: some,
    total: totalOf(session, some, `${by} ${name}`),
  }));
  return by === 'month'
    ? all.sort((a, b) => (a.name < b.name ? -1 : 1))
    : all.sort((a, b) => kg(b) - kg(a));
}

/** What some runs come to together: what they share does not average out. */
export function totalOf(
  session: Session,
  rows: readonly Row[],
  name: string,
): ProjectResult | EstimateResult | null {
  const counted = rows.filter(({ isCounted, result }) => isCounted && result);
  const [only, ...others] = counted;
  if (!only) return null;
  if (others.length === 0) return only.result;
  // In the order of the project, whichever way they are sorted here.
  const indices = counted.map(({ index }) => index).toSorted((a, b) => a - b);
  const { total } = session;
  if (total && indices.length === total.runs.length) return total;
  return session.totalOf(indices, name);
}

/** Lines of groups with how many the whole group has. */
export interface ShownGroup extends RowGroup {
  readonly count: number;
}

/** The first lines, whichever groups they are of: a few thousand at once would hold up every key. */
export function firstOf(groups: readonly RowGroup[], most: number): ShownGroup[] {
  let left = most;
  return groups.map((group) => {
    const rows = group.rows.slice(0, Math.max(0, left));
    left -= rows.length;
    return { ...group, rows, count: group.rows.length };
  });
}
