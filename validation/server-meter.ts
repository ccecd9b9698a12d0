import { type Case, type Library, numberIn, readCases } from './cases.ts';
import { type Prediction, type Score, scoreOf } from './meter.ts';

const WH_PER_KWH = 1000;

/** One configuration with what was predicted of it. */
export interface ServerCase {
  readonly id: string;
  readonly isCapped: boolean;
  readonly prediction: Prediction;
}

function predict(library: Library, row: Case): Prediction {
  const hours = numberIn(row, 'hours') ?? Number.NaN;
  const parsed = library.parseRun({
    hardware: [{ accelerator: row.accelerator, count: numberIn(row, 'chips') }],
    nodes: numberIn(row, 'nodes'),
    work: row.work,
    // The rows of inference are means of the offline scenarios.
    ...(row.kind === 'inference' ? { scenario: 'offline' } : {}),
    hours,
    pue: 1,
    carbonIntensityGPerKwh: 0,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const result = library.estimate(parsed.run);
  const { value, low = value, high = value } = result.energyKwh;
  const tdpW = result.receipt.find(({ step }) => step === 'tdp')?.value ?? Number.NaN;
  return {
    measured: numberIn(row, 'wall_kwh') ?? Number.NaN,
    value,
    low,
    high,
    // Configurations differ in size: the floor is a constant share of their rated power.
    hours: ((numberIn(row, 'chips') ?? 0) * tdpW * hours) / WH_PER_KWH,
    others: { 'the 2019 site': ((numberIn(row, 'chips') ?? 0) * tdpW * hours) / WH_PER_KWH },
  };
}

/**
 * Servers at their power supplies; nothing measured but hours.
 *
 * Source: power logs published with MLPerf Training v4.0 and MLPerf Inference, Apache-2.0.
 */
export function validateServerMeter(library: Library): {
  readonly training: Score;
  readonly inference: Score;
  readonly cases: readonly ServerCase[];
} {
  const rows = readCases('server-meter');
  const cases = rows.map((row) => ({
    id: row.case_id ?? '',
    kind: row.kind,
    isCapped: row.capped === 'yes',
    prediction: predict(library, row),
  }));
  const of = (kind: string) =>
    cases.filter((one) => one.kind === kind).map((one) => one.prediction);
  return {
    training: scoreOf('servers, training', of('training')),
    inference: scoreOf('servers, inference offline', of('inference')),
    cases,
  };
}
