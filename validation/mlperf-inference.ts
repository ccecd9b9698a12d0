import { type Case, type Library, numberIn, readCases, said } from './cases.ts';
import { numberOf, type PowerCase, predicted, type Told } from './power-case.ts';

const KINDS: Readonly<Record<string, string>> = {
  'gpu-server': 'GPU server',
  'ai100-server': 'Cloud AI 100 server',
  edge: 'edge device',
  workstation: 'workstation',
};
/** LoadGen's names, as a run says them, and what the tables call them. */
const LOADS: Readonly<Record<string, readonly [scenario: string, load: string]>> = {
  offline: ['offline', 'batched'],
  server: ['server', 'batched'],
  singlestream: ['single-stream', 'single-stream'],
  multistream: ['multi-stream', 'multi-stream'],
};

/** How much is told of a machine, hours aside. */
interface Telling {
  readonly told: Told;
  /** What is told of a row; null where it does not state that. */
  readonly of: (row: Case) => object | null;
}

const bare = (row: Case) =>
  said({
    hardware: [{ accelerator: row.accelerator, count: numberIn(row, 'chips') }],
    site: row.site === '' ? undefined : row.site,
    nodes: row.site === '' && row.kind !== 'edge' ? numberIn(row, 'nodes') : undefined,
    work: row.work,
  });
const scenarioOf = (row: Case) => LOADS[row.scenario ?? '']?.[0];

const TELLINGS: readonly Telling[] = [
  {
    told: 'work',
    of: (row) => (row.kind === 'edge' || row.kind === 'workstation' ? null : bare(row)),
  },
  {
    told: 'without-nodes',
    of: (row) =>
      row.kind === 'gpu-server'
        ? { ...bare(row), nodes: undefined, scenario: scenarioOf(row), site: 'own-cluster' }
        : null,
  },
  {
    told: 'scenario',
    of: (row) => ({ ...bare(row), scenario: scenarioOf(row) }),
  },
  {
    told: 'processors',
    of: (row) =>
      row.cpu === ''
        ? null
        : {
            ...bare(row),
            scenario: scenarioOf(row),
            host: {
              cpu: row.cpu,
              cpuCount: numberIn(row, 'cpu_count'),
              memoryGb: numberIn(row, 'memory_gb'),
            },
          },
  },
];

/** Who submitted it, of a source such as `mlcommons/inference_results_v1.0 closed/DellEMC`. */
const submitterOf = (source: string) => source.split('/').at(-1) ?? '';

/**
 * Servers, edge devices and a workstation under inference, metered at the plug: each run as often as something else
 * is told of it. Nothing measured is told but hours.
 *
 * Source: power logs published with MLPerf Inference v1.0 to v3.0, Apache-2.0.
 *
 * @param library the package
 */
export function validateMlperfInference(library: Library): PowerCase[] {
  // A log that stands for a second accuracy target, or for a scenario that was not run, is one run.
  const rows = readCases('mlperf-inference').filter(({ repeats }) => repeats === '');
  return rows.flatMap((row) =>
    TELLINGS.flatMap(({ told, of }) => {
      const inputs = of(row);
      if (!inputs) return [];
      const [, load = ''] = LOADS[row.scenario ?? ''] ?? [];
      const kind = KINDS[row.kind ?? ''] ?? '';
      return [
        {
          id: row.case_id ?? '',
          kind,
          load,
          machine: `${row.system} (${submitterOf(row.source ?? '')})`,
          card: row.accelerator ?? '',
          network: row.benchmark ?? '',
          // Where the scenario is not told, one usual value is asked for all.
          ask: told === 'work' ? kind : `${kind}, ${load}`,
          told,
          inputs: JSON.stringify(inputs),
          hours: numberOf(row, 'hours'),
          prediction: predicted(library, inputs, numberOf(row, 'hours'), numberOf(row, 'wall_kwh')),
        },
      ];
    }),
  );
}
