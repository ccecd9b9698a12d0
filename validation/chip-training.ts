import { type Case, type Library, numberIn, readCases, said } from './cases.ts';
import { CHIP_ALONE, numberOf, type PowerCase, predicted, type Told } from './power-case.ts';

const networks = new Map(readCases('networks').map((row) => [row.network ?? '', row]));

/** A network by its name, the data that it is trained on aside. */
const nameOf = (benchmark: string) => networks.get(benchmark)?.name ?? benchmark;

const parametersOf = ({ benchmark = '' }: Case, column: string): number | undefined => {
  const row = networks.get(benchmark);
  return row && numberIn(row, column);
};

const isLimited = ({ capped }: Case) => capped === 'yes';

/** What is always told; of a chip that was held below its rating also the limit. */
const bare = (row: Case) => ({
  hardware: [
    said({
      accelerator: row.accelerator,
      count: numberIn(row, 'chips'),
      powerLimitW: isLimited(row) ? numberIn(row, 'power_limit_w') : undefined,
    }),
  ],
  work: row.work,
  site: 'own-cluster',
  ...CHIP_ALONE,
});

const sized = (row: Case, column: string) => {
  const parameters = parametersOf(row, column);
  return said({
    ...bare(row),
    batchSize: numberIn(row, 'batch_size'),
    model: parameters === undefined ? undefined : { parameters },
  });
};

/** How much is told of a training; null where a row does not state that. */
const TELLINGS: readonly { readonly told: Told; readonly of: (row: Case) => object | null }[] = [
  { told: 'work', of: bare },
  { told: 'size', of: (row) => sized(row, 'parameters') },
  {
    told: 'size-as-trained',
    of: (row) =>
      parametersOf(row, 'parameters_as_trained') === undefined
        ? null
        : sized(row, 'parameters_as_trained'),
  },
];

/**
 * Trainings metered in the chip, each as often as something else is told of it. Nothing measured is told but hours;
 * of chips that were held to less than their rating the limit.
 *
 * Sources: del Rey, Martínez-Fernández, Cruz, Franch 2023 (CC BY 4.0); You, Chung, Chowdhury 2023 (Apache-2.0).
 *
 * @param library the package
 */
export function validateChipTraining(library: Library): PowerCase[] {
  return readCases('chip-training').flatMap((row) =>
    TELLINGS.flatMap(({ told, of }) => {
      const inputs = of(row);
      if (!inputs) return [];
      const kind = isLimited(row) ? 'chip under a limit' : 'chip in training';
      return [
        {
          id: row.case_id ?? '',
          kind,
          load: '',
          machine: row.accelerator ?? '',
          card: row.accelerator ?? '',
          network: nameOf(row.benchmark ?? ''),
          ask: `${kind}, ${row.work}`,
          told,
          inputs: JSON.stringify(inputs),
          hours: numberOf(row, 'hours'),
          prediction: predicted(library, inputs, numberOf(row, 'hours'), numberOf(row, 'chip_kwh')),
        },
      ];
    }),
  );
}
