import type { LiveRun, Quantity, Together } from '@ml-emissions/calculator';
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
  readonly result: LiveRun | null;
  readonly isCounted: boolean;
}

export const GROUPS = ['none', 'phase', 'hardware', 'place', 'month'] as const;
export type GroupBy = (typeof GROUPS)[number];
export type SortBy = 'name' | 'hours' | 'energyKwh' | 'kgCo2e' | 'made';

/** Chips, else the processor or the machine that was rented. */
function hardwareOf({ machine }: LiveRun, isCounted: boolean): string {
  const chips = machine.accelerators.map(({ count, name }) =>
    isCounted ? `${count ?? ''} ${name}`.trim() : name,
  );
  return chips.join(' + ') || machine.instance || machine.cpu?.name || '';
}

const placeOf = ({ location: { site, provider, region, country, name } }: LiveRun): string =>
  site ?? ([provider, region].filter(Boolean).join(', ') || placeName(country ?? '', name ?? ''));

const amountOf = (of: unknown): number | null =>
  typeof of === 'number' ? of : ((of as { value?: number } | undefined)?.value ?? null);

/** The runs of the project as lines. */
export function rowsOf(session: Session): Row[] {
  const { phases } = calculate();
  const { listed } = session;
  return session.project.runs.map((form, index) => {
    const result = listed?.runs[index] ?? null;
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

const FIGURES = {
  energyKwh: 'energyKwh',
  kgCo2e: 'operationalKgCo2e',
  made: 'embodiedKgCo2e',
} as const;

function cellOf(row: Row, by: Exclude<SortBy, 'name'>): number | null {
  if (by === 'hours') return row.hours;
  return row.result?.value(FIGURES[by]) ?? null;
}

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

/** What a line or a group of them shows. */
export interface Amounts {
  readonly energyKwh: number;
  readonly operationalKgCo2e: Quantity;
  /** Null where it is not known. */
  readonly embodiedKgCo2e: number | null;
}

/** Lines that have something in common, with what they come to together. */
export interface RowGroup {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly total: Amounts | null;
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
  const kg = ({ total }: RowGroup) => total?.operationalKgCo2e.value ?? 0;
  const all = [...groups].map(([name, some]) => ({
    name,
    rows: some,
    total: totalOf(session, some),
  }));
  return by === 'month'
    ? all.sort((a, b) => (a.name < b.name ? -1 : 1))
    : all.sort((a, b) => kg(b) - kg(a));
}

/** What one run comes to. */
export const amountsOf = (run: LiveRun): Amounts => ({
  energyKwh: run.value('energyKwh') ?? 0,
  operationalKgCo2e: run.operational.kgCo2e,
  embodiedKgCo2e: run.value('embodiedKgCo2e'),
});

/** What some runs come to together: what they share does not average out. */
export function totalOf({ listed }: Pick<Session, 'listed'>, rows: readonly Row[]): Amounts | null {
  const counted = rows.flatMap((row) => (row.isCounted && row.result ? [row] : []));
  const [only, ...others] = counted;
  if (!only?.result) return null;
  if (others.length === 0) return amountsOf(only.result);
  // In the order of the project, whichever way they are sorted here.
  const places = counted.map(({ index }) => index).toSorted((a, b) => a - b);
  const sum = listed?.together(places);
  return sum ? amountsOfSum(sum) : null;
}

const amountsOfSum = ({ energyKwh, operational, embodied }: Together): Amounts => ({
  energyKwh: energyKwh.value,
  operationalKgCo2e: operational.kgCo2e,
  embodiedKgCo2e: embodied.kgCo2e?.value ?? null,
});

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
