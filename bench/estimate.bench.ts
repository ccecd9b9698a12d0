import { co2 } from '@tgwf/co2';
import { do_not_optimize, measure } from 'mitata';

// The package as users get it, not its sources.
const built = new URL('../packages/cli/dist/index.js', import.meta.url).href;
const library: typeof import('../packages/cli/src/index.ts') = await import(built);
const { estimate, footprintOf, parseRun, prepare } = library;

// Baseline: CO2.js, the library that this field uses most in JavaScript. Its perByte gives a bare number,
// its perByteTrace a number with the factors behind it.
const BASELINE = 'CO2.js perByte';

const site = new co2({ model: 'swd', version: 4 });
const parsed = parseRun({
  hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
});
if (!parsed.ok) throw new Error('the run of the benchmark was refused');
const { run } = parsed;
const prepared = prepare(run);

const works: Readonly<Record<string, () => unknown>> = {
  [BASELINE]: () => site.perByte(1_000_000),
  'CO2.js perByteTrace': () => site.perByteTrace(1_000_000),
  'value of a prepared run': () => footprintOf(prepared).operationalKgCo2e,
  'whole result, no receipt': () => estimate(run, { receipt: false }),
  'whole result with receipt': () => estimate(run),
  'parse, look up and estimate': () => {
    const again = parseRun({
      hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
      hours: 100,
      place: { provider: 'gcp', region: 'us-central1' },
    });
    return again.ok ? estimate(again.run) : again.problems;
  },
};

const NS_PER_S = 1e9;
const median: Record<string, number> = {};
for (const [name, work] of Object.entries(works)) {
  const { p50 } = await measure(() => do_not_optimize(work()), { batch_samples: 4096 });
  median[name] = p50;
}
const ns = (name: string) => median[name] ?? Number.NaN;

console.log(`Node ${process.versions.node}; median of one call, and its ratio to ${BASELINE}\n`);
for (const name of Object.keys(works)) {
  const perSecond = Math.round(NS_PER_S / ns(name)).toLocaleString('en');
  const ratio = (ns(name) / ns(BASELINE)).toFixed(2);
  console.log(
    `${name.padEnd(30)} ${ns(name).toFixed(0).padStart(8)} ns ${ratio.padStart(8)} x ${perSecond.padStart(14)} /s`,
  );
}
const receipt = ns('whole result with receipt') - ns('whole result, no receipt');
console.log(`\nThe receipt costs ${receipt.toFixed(0)} ns.`);
