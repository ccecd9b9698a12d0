import { type Case, type Library, numberIn, readCases } from './cases.ts';
import { type Prediction, type Score, scoreOf } from './meter.ts';

const SECONDS_PER_HOUR = 3600;
const WH_PER_KWH = 1000;
/** What the 2019 site's tables say of the two: it has no host. */
const SITE_W: Readonly<Record<string, number>> = { gpu: 300, cpu: 125 };

function predict(library: Library, row: Case, more: object): Prediction {
  const hours = (numberIn(row, 'seconds') ?? Number.NaN) / SECONDS_PER_HOUR;
  const parsed = library.parseRun({
    ...(row.device === 'gpu' ? { hardware: [{ accelerator: 'RTX 4090' }] } : {}),
    host: { cpu: 'i9-13900K' },
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

/**
 * A desktop at the wall: nothing measured but hours, then with the energy that CodeCarbon counted.
 *
 * Source: Fischer 2025, arXiv:2509.22092.
 */
export function validateWallMeter(library: Library): {
  readonly strata: readonly Score[];
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
