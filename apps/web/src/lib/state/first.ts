import type { EstimateResult, SourceRow } from '@ml-emissions/calculator';
import { calculator } from '@ml-emissions/calculator/full';
import { writtenTable } from '@ml-emissions/calculator/tables';
import { engineOf, type Named } from './engine.ts';
import { draftOf, EXAMPLE } from './form.ts';
import { type OtherChips, otherChips } from './other-chips.ts';

/** Something that stands on the ruler beside the result. */
export interface Landmark {
  readonly id: string;
  readonly kg: number;
  readonly name: string;
  readonly sourceId: string;
}

/** The answer that the page opens with, and the names that it shows. */
export interface First {
  readonly result: EstimateResult;
  readonly providers: readonly Named[];
  readonly sources: readonly SourceRow[];
  readonly landmarks: readonly Landmark[];
  readonly chips: OtherChips | null;
}

async function landmarks(): Promise<readonly Landmark[]> {
  const { columns, rows } = await writtenTable('landmarks');
  const cell = (row: readonly string[], name: string) => row[columns.indexOf(name)] ?? '';
  return rows.map((row) => ({
    id: cell(row, 'id'),
    name: cell(row, 'name'),
    kg: Number(cell(row, 'kg_co2e')),
    sourceId: cell(row, 'source_id'),
  }));
}

/** What the example emits: worked out when the site is built, so that it stands there at once. */
export async function firstAnswer(): Promise<First> {
  const engine = engineOf(calculator);
  const parsed = engine.parseRun(draftOf(EXAMPLE));
  if (!parsed.ok) throw new Error(`The example is no run: ${JSON.stringify(parsed.problems)}`);
  const result = engine.estimate(parsed.run);
  const choices = engine.catalogue();
  const named = result.carbonIntensityGPerKwh.beside.map(({ sourceId }) => sourceId);
  return {
    result,
    providers: engine.providersWithRegions(choices),
    sources: [...new Set(named)].flatMap((id) => choices.source(id) ?? []),
    landmarks: await landmarks(),
    chips: otherChips(result),
  };
}
