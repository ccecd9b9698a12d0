import { type Case, type Library, numberIn, readCases } from './cases.ts';
import { type Prediction, type Score, scoreOf } from './meter.ts';

const SECONDS_PER_HOUR = 3600;
const WH_PER_KWH = 1000;
const CPU = 'i9-13900K';
/**
 * Rated powers as the 2019 site takes them: of the card by its table, of the processor, which is not in it, by Intel's.
 *
 * Source: mlco2/impact, data/gpus.csv at commit d0d3ee5 (March 2026): 450 W since pull request 56, merged on 25 February
 * 2026 as 60b37b5; 300 W from October 2024 to then.
 */
const SITE_W: Readonly<Record<string, number>> = { gpu: 450, cpu: 125 };
/** Above it a run of the processor counts as one on all cores: its rated power, by CodeCarbon's count. */
const ALL_CORES_W = 125;
/** Load of the processor as a user would tell it: all cores, or a few, of which one in ten is the usual guess. */
const LOADS = { 'all cores': 1, 'a few cores': 0.1 } as const;
type Load = keyof typeof LOADS;

function predict(library: Library, row: Case, more: object): Prediction {
  const hours = (numberIn(row, 'seconds') ?? Number.NaN) / SECONDS_PER_HOUR;
  const parsed = library.parseRun({
    ...(row.device === 'gpu' ? { hardware: [{ accelerator: 'RTX 4090' }] } : {}),
    host: { cpu: CPU },
    site: 'desktop',
    work: row.task,
    hours,
    carbonIntensityGPerKwh: 0,
    ...more,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const {
    value,
    low = value,
    high = value,
  } = library.estimate(parsed.run, { receipt: false }).energyKwh;
  return {
    measured: (numberIn(row, 'wall_wh') ?? Number.NaN) / WH_PER_KWH,
    value,
    low,
    high,
    hours,
    others: {
      'the 2019 site': ((SITE_W[row.device ?? ''] ?? Number.NaN) * hours) / WH_PER_KWH,
      'CodeCarbon’s count': (numberIn(row, 'component_wh') ?? Number.NaN) / WH_PER_KWH,
    },
  };
}

/** What somebody who watches the machine would tell: here CodeCarbon's count says which. */
function loadOf(row: Case): Load {
  const hours = (numberIn(row, 'seconds') ?? Number.NaN) / SECONDS_PER_HOUR;
  return (numberIn(row, 'component_wh') ?? Number.NaN) / hours > ALL_CORES_W
    ? 'all cores'
    : 'a few cores';
}

/** The runs on the processor with their load told: both kinds, and all of them. */
function loadTold(library: Library, rows: readonly Case[]): Score[] {
  const told = rows
    .filter(({ device }) => device === 'cpu')
    .map((row) => {
      const load = loadOf(row);
      const host = { cpu: CPU, utilisation: LOADS[load] };
      return { load, prediction: predict(library, row, { host }) };
    });
  const of = (name: string, load?: Load) =>
    scoreOf(
      name,
      told.filter((one) => !load || one.load === load).map(({ prediction }) => prediction),
      { isAlike: load !== undefined },
    );
  return [
    of('vision-inference, cpu, all cores told', 'all cores'),
    of('vision-inference, cpu, a few cores told', 'a few cores'),
    of('vision-inference, cpu, load told'),
  ];
}

/**
 * A desktop at the wall: nothing measured but hours; then with the load of the processor told; then with the
 * energy that CodeCarbon counted.
 *
 * Source: Fischer 2025, arXiv:2509.22092.
 */
export function validateWallMeter(library: Library): {
  readonly strata: readonly Score[];
  readonly loadTold: readonly Score[];
  readonly all: Score;
  readonly components: Score;
} {
  const rows = readCases('wall-meter');
  const named = rows.map((row) => ({ row, name: `${row.task}, ${row.device}` }));
  const names = [...new Set(named.map(({ name }) => name))];
  return {
    strata: names.map((name) =>
      scoreOf(
        name,
        named.filter((one) => one.name === name).map(({ row }) => predict(library, row, {})),
      ),
    ),
    loadTold: loadTold(library, rows),
    all: scoreOf(
      'all',
      rows.map((row) => predict(library, row, {})),
      { isAlike: false },
    ),
    components: scoreOf(
      'components metered',
      rows.map((row) =>
        predict(library, row, {
          energyKwh: (numberIn(row, 'component_wh') ?? Number.NaN) / WH_PER_KWH,
          energyScope: 'components',
        }),
      ),
      { isAlike: false },
    ),
  };
}
