import type { Calculator } from '@ml-emissions/calculator';
import type { Quantity } from '@ml-emissions/model';
import { ratioOfGroups } from '@ml-emissions/rates';
import type { Engine } from '../engine/engine.ts';
import { PRICED } from '../price/cube.ts';
import { JOB } from '../price/job-sql.ts';
import { kindsOf, priceShaped, shapesOf } from '../price/priced.ts';
import { Rates } from '../price/rates.ts';
import { createShapes } from '../price/shapes.ts';
import { pricedEdition } from '../priced-table.ts';
import { conditionOf, type SummaryKey, type Where } from '../summary/keys.ts';
import { pricedSource, type SummaryRow, summaryRow } from '../summary/summary.ts';
import { type Group, groupsOf, type Source, shapeKey } from '../summary/sums.ts';
import { type Change, changedRun } from './change.ts';
import { Hours, type Weighed } from './hours.ts';

/** What jobs emitted, and what they would have. */
export interface WhatIfRow {
  /** As everywhere: by the mean of their grids' years. */
  readonly here: SummaryRow;
  /** By the hours of the day that they ran in; null where these are not asked about. */
  readonly kgCo2eAtItsHours: Quantity | null;
  /** The same of the hours that they would run in, where these are asked about. */
  readonly there: SummaryRow;
  /** Emissions there / here, what both share cancelled; null where there is nothing to divide by. */
  readonly ratio: Quantity | null;
  /** The same with manufacture. */
  readonly totalRatio: Quantity | null;
}

/** Jobs under a change. */
export interface WhatIf {
  readonly all: WhatIfRow;
  /** By what was asked for, largest emissions here first; none where it was nothing. */
  readonly rows: readonly WhatIfRow[];
  /** Why jobs stay as they are, in whole or in part, with how many. */
  readonly unchanged: readonly { readonly reason: string; readonly jobs: number }[];
  /** What a reader should know of jobs that are changed, with how many. */
  readonly notes: readonly { readonly about: string; readonly jobs: number }[];
}

/** What is known of a template's shapes stands beside its jobs as they would be: they are summed by what they are. */
const CHANGED = `changed AS priced JOIN (
  SELECT template, min(accelerator) AS accelerator, min(zone) AS zone, min(place) AS place, min(phase) AS phase,
    min(rung) AS rung, min(rest_w) AS rest_w, min(low_w) AS low_w
  FROM shape GROUP BY template
) AS shape ON priced.template = shape.template`;

/**
 * What jobs would have emitted elsewhere, on other chips, under a limit or in another building.
 *
 * They are priced again as they would be, and summed beside what they are.
 *
 * @param by what to sum by: as the jobs are
 * @param where which jobs
 * Errors: throws `LedgerFault` where nothing is priced, or the accelerator is unknown.
 * Source: docs/method.md, section 7.
 */
export async function whatIf(
  engine: Engine,
  calculator: Calculator,
  change: Change,
  by: readonly SummaryKey[] = [],
  where: Where = {},
): Promise<WhatIf> {
  const here = await pricedSource(engine);
  const { sql, values } = conditionOf(where);
  const columns = JOB.map((name) => `priced.${name}`).join(', ');
  await engine.work('asked', `SELECT ${columns} FROM ${PRICED} WHERE ${sql}`, values);
  const [reasons, notes] = [new Map<number, string>(), new Map<number, string>()];
  const hours = change.start ? new Hours(calculator, change.start) : null;
  const there = await changedSource(engine, calculator, change, { reasons, notes }, hours);
  const groups = new Map<string, { readonly here: Group; there?: Group }>();
  for (const group of await groupsOf(engine, here, by, where))
    groups.set(JSON.stringify(group.keys), { here: group });
  for (const group of await groupsOf(engine, there, by, {})) {
    const pair = groups.get(JSON.stringify(group.keys));
    if (!pair) throw new Error('whatIf(): jobs of no group');
    pair.there = group;
  }
  const pairs = [...groups.values()].map((pair) => ({ ...pair, there: pair.there ?? pair.here }));
  const weighed = hours && (await hours.weigh(engine, by, here, there));
  const parts = pairs.map((pair) => weighedPair(pair, weighed));
  return {
    all: rowOf([], wholeOf(parts), weighed),
    rows: (by.length === 0 ? [] : parts)
      .map((pair) => rowOf(by, pair, weighed))
      .sort((a, b) => b.here.kgCo2e.value - a.here.kgCo2e.value),
    unchanged: [
      ...(await countsOf(engine, reasons)).map(([reason, jobs]) => ({ reason, jobs })),
      ...(weighed?.unweighed ?? []),
    ],
    notes: (await countsOf(engine, notes)).map(([about, jobs]) => ({ about, jobs })),
  };
}

/** The asked jobs as they would be. */
async function changedSource(
  engine: Engine,
  calculator: Calculator,
  change: Change,
  { reasons, notes }: Readonly<Record<'reasons' | 'notes', Map<number, string>>>,
  hours: Hours | null,
): Promise<Source> {
  const shapes = createShapes(calculator, {
    edition: await pricedEdition(engine),
    changed(run, template) {
      const there = changedRun(calculator, run, change);
      if (there.reason !== null) reasons.set(template, there.reason);
      if (there.note !== null) notes.set(template, there.note);
      hours?.note(template, run, there);
      return there;
    },
  });
  const shaped = await kindsOf(engine, shapes, 'asked AS used');
  const rates = new Rates();
  const found = [...shapesOf(shapes, shaped, rates)];
  await priceShaped(engine, shaped.used, rates, 'changed', engine.work);
  return {
    relation: CHANGED,
    shapes: new Map(found.map((shape) => [shapeKey(shape), shape])),
    products: rates.products,
  };
}

/** Groups as one. */
const joined = (groups: readonly Group[]): Group => ({
  keys: [],
  jobs: groups.reduce((sum, { jobs }) => sum + jobs, 0),
  deviceHours: groups.reduce((sum, { deviceHours }) => sum + deviceHours, 0),
  runs: groups.flatMap(({ runs }) => runs),
  measuredKwh: groups.reduce((sum, { measuredKwh }) => sum + measuredKwh, 0),
});

/** Jobs that have their keys in common, as they are and as they would be. */
interface Pair {
  readonly here: Group;
  /** By the hours that they ran in. */
  readonly atItsHours: Group | null;
  readonly there: Group;
}

const weighedPair = (
  { here, there }: Pick<Pair, 'here' | 'there'>,
  weighed: Weighed | null,
): Pair => ({
  here,
  atItsHours: weighed?.here(here) ?? null,
  there: weighed ? weighed.there(there) : there,
});

const wholeOf = (parts: readonly Pair[]): Pair => {
  const atItsHours = parts.map((part) => part.atItsHours).filter((group) => group !== null);
  return {
    here: joined(parts.map(({ here }) => here)),
    atItsHours: atItsHours.length > 0 ? joined(atItsHours) : null,
    there: joined(parts.map(({ there }) => there)),
  };
};

const rowOf = (
  by: readonly SummaryKey[],
  { here, atItsHours, there: weighedThere }: Pair,
  weighed: Weighed | null,
): WhatIfRow => {
  const before = atItsHours ?? here;
  const there = weighed ? weighed.unsure(weighedThere) : weighedThere;
  return {
    here: summaryRow(by, here),
    kgCo2eAtItsHours: atItsHours && summaryRow(by, atItsHours).kgCo2e,
    there: summaryRow(by, there),
    ratio: ratioOfGroups(there.runs, before.runs, 'operationalKgCo2e'),
    totalRatio: ratioOfGroups(there.runs, before.runs, 'totalKgCo2e'),
  };
};

/** What is said of templates, with how many of the asked jobs have them. */
async function countsOf(
  engine: Engine,
  reasons: ReadonlyMap<number, string>,
): Promise<[said: string, jobs: number][]> {
  if (reasons.size === 0) return [];
  const counts = new Map<string, number>();
  const sql = 'SELECT template, count(*) AS jobs FROM asked GROUP BY template';
  for (const { template, jobs } of await engine.rows(sql)) {
    const reason = reasons.get(Number(template));
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + Number(jobs));
  }
  return [...counts];
}
