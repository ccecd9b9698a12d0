import type { Calculator } from '@ml-emissions/calculator';
import type { Run } from '@ml-emissions/model';
import { atHours, type RateRow } from '@ml-emissions/rates';
import type { Engine } from '../engine/engine.ts';
import { keySql, type SummaryKey } from '../summary/keys.ts';
import { type Group, type Source, shapeKey } from '../summary/sums.ts';
import type { Changed, StartHour } from './change.ts';
import { weighedSql } from './hours-sql.ts';
import { putDays, type Weighing, weighingOf } from './weigh.ts';

/** Groups as the hours of their jobs make them. */
export interface Weighed {
  readonly here: (group: Group) => Group;
  readonly there: (group: Group) => Group;
  /** Jobs as they would be, of a group or of all together (no keys): with what is unsure of that. */
  readonly unsure: (there: Group) => Group;
  /** Why jobs are not weighed, with how many. */
  readonly unweighed: readonly { readonly reason: string; readonly jobs: number }[];
}

/** Weighs jobs by the hours of the day that they ran in, and would run in. */
export class Hours {
  readonly #start: StartHour;
  readonly #calculator: Calculator;
  readonly #weighings = new Map<number, Weighing>();
  readonly #reasons = new Map<number, string>();

  constructor(calculator: Calculator, start: StartHour) {
    this.#calculator = calculator;
    this.#start = start;
  }

  /** Takes note of a template: its run, and as it would be. */
  note(template: number, run: Run, there: Changed): void {
    if (this.#weighings.has(template) || this.#reasons.has(template)) return;
    const found = weighingOf(this.#calculator, run, there);
    if ('reason' in found) this.#reasons.set(template, found.reason);
    else this.#weighings.set(template, found);
  }

  /**
   * Weighs the asked jobs.
   *
   * @param here as they are, priced
   * @param there as they would be
   */
  async weigh(
    engine: Engine,
    by: readonly SummaryKey[],
    here: Source,
    there: Source,
  ): Promise<Weighed> {
    await putDays(engine, this.#weighings, this.#start);
    await engine.work('weighed', weighedSql(this.#start.hour === 'best'));
    const ofHere = await ratiosOf(engine, here, by, 'here_ratio');
    const ofThere = await ratiosOf(engine, there, by, 'there_ratio');
    const logs = new Map([
      ...(await logsOf(engine, there, by)),
      ...(await logsOf(engine, there, [])),
    ]);
    return {
      here: (group) => weighed(group, (row) => atHours(row, ofHere(group, row))),
      there: (group) => weighed(group, (row) => atHours(row, ofThere(group, row))),
      unsure: (group) =>
        weighed(group, (row) => atHours(row, 1, logs.get(nameOf(group.keys)) ?? 0)),
      unweighed: await this.#unweighed(engine),
    };
  }

  async #unweighed(engine: Engine): Promise<Weighed['unweighed']> {
    const sql = `SELECT template, lack, count(*) AS jobs FROM (SELECT template, CASE WHEN started IS NULL THEN 'start'
      WHEN hours IS NULL THEN 'hours' END AS lack FROM asked) AS looked GROUP BY template, lack`;
    const counts = new Map<string, number>();
    for (const { template, lack, jobs } of await engine.rows(sql)) {
      const reason = this.#reasons.get(Number(template)) ?? LACKS[lack as keyof typeof LACKS];
      if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + Number(jobs));
    }
    return [...counts].map(([reason, jobs]) => ({ reason, jobs }));
  }
}

const LACKS = {
  start: 'when it began is not told',
  hours: 'how long it ran is not told',
} as const;

const weighed = (group: Group, at: (row: RateRow) => RateRow): Group => ({
  ...group,
  runs: group.runs.map((run) => ({ ...run, row: at(run.row) })),
});

const nameOf = (keys: readonly unknown[]): string => JSON.stringify(keys);
const namesOf = (by: readonly SummaryKey[]) => ({
  select: by.map((key, at) => `${keySql(key)} AS key${at}, `).join(''),
  names: by.map((_, at) => `key${at}`),
  told: (row: Readonly<Record<string, unknown>>) => nameOf(by.map((_, at) => row[`key${at}`])),
});

/** By group and rates, what the hours of their jobs mean for what these emitted together. */
async function ratiosOf(
  engine: Engine,
  { relation, shapes }: Source,
  by: readonly SummaryKey[],
  ratio: 'here_ratio' | 'there_ratio',
): Promise<(group: Group, row: RateRow) => number> {
  const { select, names, told } = namesOf(by);
  const sums = new Map<string, Map<RateRow, { kg: number; weighed: number }>>();
  const sql = `
SELECT ${[...names, 'template', 'kind'].join(', ')}, sum(kg) AS kg, sum(kg * ratio) AS weighed
FROM (
  SELECT ${select}priced.template, priced.kind, priced.kg_co2e AS kg, weighed.${ratio} AS ratio
  FROM ${relation} JOIN weighed ON priced.key = weighed.job
) AS part
GROUP BY ${[...names, 'template', 'kind'].join(', ')}`;
  for (const found of await engine.rows(sql)) {
    const shape = shapes.get(shapeKey(found));
    if (!shape) throw new Error('ratiosOf(): jobs of no shape');
    const ofGroup = sums.get(told(found)) ?? new Map();
    sums.set(told(found), ofGroup);
    const sum = ofGroup.get(shape.row) ?? { kg: 0, weighed: 0 };
    sum.kg += Number(found.kg);
    sum.weighed += Number(found.weighed);
    ofGroup.set(shape.row, sum);
  }
  return ({ keys }, row) => {
    const sum = sums.get(nameOf(keys))?.get(row);
    return sum && sum.kg > 0 ? sum.weighed / sum.kg : 1;
  };
}

/**
 * By group, the log of how far single days and years take it from what mean days make of it: jobs of one day and grid are
 * off together, those of several days each in their own way, and the years all in one.
 */
async function logsOf(
  engine: Engine,
  { relation }: Source,
  by: readonly SummaryKey[],
): Promise<ReadonlyMap<string, number>> {
  const { select, names, told } = namesOf(by);
  const grouped = names.length > 0 ? `GROUP BY ${names.join(', ')}` : '';
  const sql = `
SELECT ${names.map((name) => `${name}, `).join('')}sum(kg) AS kg, sum(of_day * of_day) AS days, sum(of_years) AS years
FROM (
  SELECT ${names.map((name) => `${name}, `).join('')}grid, started_on, sum(kg) AS kg, sum(kg * day_log) AS of_day,
    sum(kg * year_log) AS of_years
  FROM (
    SELECT ${select}weighed.grid, weighed.started_on, weighed.day_log, weighed.year_log,
      priced.kg_co2e * weighed.there_ratio AS kg
    FROM ${relation} JOIN weighed ON priced.key = weighed.job
  ) AS part
  GROUP BY ${[...names, 'grid', 'started_on'].join(', ')}
) AS of_days
${grouped}`;
  const logs = new Map<string, number>();
  for (const row of await engine.rows(sql)) {
    const [kg, days, years] = [Number(row.kg), Number(row.days), Number(row.years)];
    if (kg > 0) logs.set(told(row), Math.sqrt(days + years * years) / kg);
  }
  return logs;
}
