import { SCENARIOS } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { estimate, list, parseRun } = calculator;
const SHORT = { receipt: false, alternatives: false };

/** What chips alone draw in an hour, kWh. */
function energyOf(told: object) {
  const bare = { host: { powerW: 0 }, overheadFactor: 1, pue: 1, carbonIntensityGPerKwh: 1 };
  const parsed = parseRun({ ...bare, hours: 1, ...told });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { value, low = value, high = value } = estimate(parsed.run, SHORT).energyKwh;
  return { value, low, high };
}

const CHIPS = list('accelerators').filter(
  ({ segment, kind, tdpW }, index) =>
    tdpW !== null && (kind === 'tpu' || segment !== 'datacenter' || index % 5 === 0),
);
const INFERENCE = ['inference', 'llm-inference', 'vision-inference'] as const;

test.each(INFERENCE)('%s: how requests come, told, lies in the range of not told', (work) => {
  for (const { id } of CHIPS) {
    const chip = { hardware: [{ accelerator: id, count: 1 }], work };
    const { low, high } = energyOf(chip);
    for (const scenario of SCENARIOS) {
      const { value } = energyOf({ ...chip, scenario });
      expect(value, `${id}, ${scenario}`).toBeGreaterThanOrEqual(low * 0.99);
      expect(value, `${id}, ${scenario}`).toBeLessThanOrEqual(high * 1.01);
    }
  }
});

test.each(INFERENCE)('%s: more requests at a time draw no less', (work) => {
  for (const { id } of CHIPS) {
    const chip = { hardware: [{ accelerator: id, count: 1 }], work };
    const [one, few, many] = ['single-stream', 'multi-stream', 'server'].map(
      (scenario) => energyOf({ ...chip, scenario }).value,
    );
    expect(few, id).toBeGreaterThanOrEqual(one ?? 0);
    expect(many, id).toBeGreaterThanOrEqual(few ?? 0);
  }
});

test('inference of an unknown kind is between its two kinds', () => {
  for (const { id } of CHIPS) {
    const of = (work: string) =>
      energyOf({ hardware: [{ accelerator: id, count: 1 }], work, scenario: 'single-stream' })
        .value;
    const [text, images] = [of('llm-inference'), of('vision-inference')];
    expect(of('inference'), id).toBeGreaterThanOrEqual(Math.min(text, images));
    expect(of('inference'), id).toBeLessThanOrEqual(Math.max(text, images));
  }
});
