import type { Calculator } from '@ml-emissions/calculator';
import { NOTES, type NoteCode } from '@ml-emissions/logs';
import {
  type FactorKind,
  factorsOf,
  type HintCode,
  hintOf,
  type Quantity,
} from '@ml-emissions/model';
import { figureOfGroups, settled } from '@ml-emissions/rates';
import type { Engine } from '../engine/engine.ts';
import { PRICED } from '../price/cube.ts';
import { parseTemplate } from '../price/shapes.ts';
import { pricedEdition } from '../priced-table.ts';
import { conditionOf, type Where } from '../summary/keys.ts';
import { pricedSource } from '../summary/summary.ts';
import { groupsOf, TEMPLATES } from '../summary/sums.ts';
import { ASKED, NOTE_REMEDIES } from './remedies.ts';

/** What somebody could be asked, with what it would make of the range. */
interface Question {
  readonly id: string;
  readonly what: string;
  readonly how: string;
  /** Of which it is not known. */
  readonly jobs: number;
  /** All that was asked about, if the answer were what is taken now. */
  readonly kgCo2eThen: Quantity;
}

/** What of jobs could be read better, and how. */
interface Mend {
  readonly about: string;
  readonly how: string;
  readonly jobs: number;
}

/** What a ledger does not know. */
export interface Questions {
  readonly jobs: number;
  readonly kgCo2e: Quantity;
  /** What narrows the range most stands first. */
  readonly questions: readonly Question[];
  readonly mends: readonly Mend[];
}

/**
 * What to ask those who run the machines, by how much the answer would narrow the range.
 *
 * @param where about which jobs
 * Errors: throws `LedgerFault` where nothing is priced.
 * Source: docs/method.md, section 6: the range of a sum without the factors that an answer settles.
 */
export async function questionsOf(
  engine: Engine,
  calculator: Calculator,
  where: Where = {},
): Promise<Questions> {
  const source = await pricedSource(engine);
  const [group] = await groupsOf(engine, source, [], where);
  if (!group) return { jobs: 0, kgCo2e: { value: 0 }, questions: [], mends: [] };
  const kgCo2e = figureOfGroups(group.runs, FIGURE) ?? { value: 0 };
  const unknown = await unknownsOf(engine, calculator);
  const questions = ASKED.flatMap(({ id, what, how, hints }): Question[] => {
    const settles = (key: string) => {
      const hint = unknown.get(key);
      return hint !== undefined && hints.includes(hint);
    };
    const having = group.runs.filter(({ row }) =>
      row.figures[FIGURE]?.terms.some(({ keys, logs }) =>
        keys.some((key, at) => settles(key) && logs[at] !== 0),
      ),
    );
    if (having.length === 0) return [];
    const then = group.runs.map((one) => ({ ...one, row: settled(one.row, settles) }));
    const jobs = having.reduce((sum, one) => sum + one.jobs, 0);
    return [{ id, what, how, jobs, kgCo2eThen: figureOfGroups(then, FIGURE) ?? kgCo2e }];
  });
  return {
    jobs: group.jobs,
    kgCo2e,
    questions: questions.sort((a, b) => widthOf(a.kgCo2eThen) - widthOf(b.kgCo2eThen)),
    mends: await mendsOf(engine, where),
  };
}

const FIGURE = 'operationalKgCo2e';

/** How far the upper end of a range is from the lower one, as a ratio. */
const widthOf = ({ value, low = value, high = value }: Quantity): number => high / low;

/** What somebody said or a meter read is not asked again: how far it may be off is its own range. */
const TOLD: readonly string[] = ['given', 'measured'] satisfies FactorKind[];

/** What would settle each unknown of the ledger's shapes, by its key. */
async function unknownsOf(
  engine: Engine,
  calculator: Calculator,
): Promise<ReadonlyMap<string, HintCode>> {
  const edition = await pricedEdition(engine);
  const found = new Map<string, HintCode>();
  const sql = `SELECT run, kind FROM shape JOIN ${TEMPLATES} ON shape.template = template.id`;
  for (const { run, kind } of await engine.rows(sql)) {
    const parsed = parseTemplate(calculator, String(run), { edition }, Number(kind));
    if (!parsed.ok) continue;
    for (const [key, { name, factor }] of factorsOf(calculator.prepare(parsed.run).account))
      if (!TOLD.includes(factor.kind)) found.set(key, hintOf(name));
  }
  return found;
}

/** How jobs were read, as far as somebody can mend it. */
async function mendsOf(engine: Engine, where: Where): Promise<Mend[]> {
  const { sql, values } = conditionOf(where);
  const codes = Object.keys(NOTE_REMEDIES) as NoteCode[];
  const counts = codes.map(
    (code, at) =>
      `sum(CASE WHEN ' ' || priced.notes || ' ' LIKE '% ${code} %' THEN 1 ELSE 0 END) AS n${at}`,
  );
  const [row = {}] = await engine.rows(
    `SELECT ${counts.join(', ')} FROM ${PRICED} WHERE ${sql}`,
    values,
  );
  return codes
    .map((code, at) => ({
      about: NOTES[code],
      how: NOTE_REMEDIES[code] ?? '',
      jobs: Number(row[`n${at}`]),
    }))
    .filter(({ jobs }) => jobs > 0)
    .sort((a, b) => b.jobs - a.jobs);
}
