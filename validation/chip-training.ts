import { type Case, type Library, numberIn, readCases, said } from './cases.ts';
import { CHIP_ALONE, numberOf, type PowerCase, predicted } from './power-case.ts';

const networks = new Map(readCases('networks').map((row) => [row.network ?? '', row]));

/** A network by its name, the data that it is trained on aside. */
const nameOf = (benchmark: string) => networks.get(benchmark)?.name ?? benchmark;

const bare = (row: Case) => ({
  hardware: [{ accelerator: row.accelerator, count: numberIn(row, 'chips') }],
  work: row.work,
  site: 'own-cluster',
  ...CHIP_ALONE,
});

/**
 * Trainings metered in the chip, at its full rating: nothing measured is told but hours.
 *
 * Sources: del Rey, Martínez-Fernández, Cruz, Franch 2023 (CC BY 4.0); You, Chung, Chowdhury 2023 (Apache-2.0).
 *
 * @param library the package
 */
export function validateChipTraining(library: Library): PowerCase[] {
  const rows = readCases('chip-training').filter(({ capped }) => capped === 'no');
  return rows.map((row) => {
    const inputs = said(bare(row));
    return {
      id: row.case_id ?? '',
      kind: 'chip in training',
      load: '',
      machine: row.accelerator ?? '',
      card: row.accelerator ?? '',
      network: nameOf(row.benchmark ?? ''),
      ask: row.work ?? '',
      told: 'work' as const,
      inputs: JSON.stringify(inputs),
      prediction: predicted(library, inputs, numberOf(row, 'hours'), numberOf(row, 'chip_kwh')),
    };
  });
}
