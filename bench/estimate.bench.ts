import { co2 } from '@tgwf/co2';
import { do_not_optimize, measure } from 'mitata';

// The package as users get it, not its sources.
const built = new URL('../packages/cli/dist/index.js', import.meta.url).href;
const library: typeof import('../packages/cli/src/index.ts') = await import(built);
const {
  catalogue,
  compare,
  createBulk,
  editions,
  estimate,
  headlineOf,
  kgCo2eOf,
  parseRun,
  prepare,
  pricerOf,
  quantitiesOf,
  ratesOf,
  shapeOf,
} = library;

// Baseline: CO2.js, the library that this field uses most in JavaScript. Its perByte gives a bare number,
// its perByteTrace a number with the factors behind it.
const BASELINE = 'CO2.js perByte';
/** What planned and served runs are held against. */
const ORDINARY = 'parse and estimate, no other places';
const OTHERS = ['planned', 'served'] as const;

const site = new co2({ model: 'swd', version: 4 });
const written = {
  hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};

const { hardware, place } = written;

// Inputs vary from call to call, so that no call can be folded into a constant; a prepared run is read
// from memory each time and needs no such care.
const MANY = 64;
const bytes = Array.from({ length: MANY }, (_, index) => 1_000_000 + index);
const runs = bytes.map((_, index) => {
  const parsed = parseRun({ ...written, hours: 100 + index });
  if (!parsed.ok) throw new Error('the run of the benchmark was refused');
  return parsed.run;
});
const [first] = runs;
if (!first) throw new Error('no run to measure');
const prepared = prepare(first);
const rates = ratesOf(shapeOf(first));
if (!rates) throw new Error('the run of the benchmark has no rates');
const price = pricerOf(rates);
const quantities = runs.map(quantitiesOf);
const WITHOUT_PLACES = { alternatives: false };
let turn = 0;
function next<Item>(items: readonly Item[]): Item {
  turn = (turn + 1) % MANY;
  return items[turn] as Item;
}

const works: Readonly<Record<string, () => unknown>> = {
  [BASELINE]: () => site.perByte(next(bytes)),
  'CO2.js perByteTrace': () => site.perByteTrace(next(bytes)),
  'value of a prepared run': () => kgCo2eOf(prepared),
  'value, range and shares, prepared': () => headlineOf(prepared),
  'same shape, other quantities: value and range': () =>
    price(next(quantities), 'operationalKgCo2e'),
  'same shape: value and range of the total': () => price(next(quantities), 'totalKgCo2e'),
  'parse alone': () => parseRun({ ...written, hours: next(bytes) }),
  [ORDINARY]: () => {
    const again = parseRun({ ...written, hours: next(bytes) });
    return again.ok ? estimate(again.run, WITHOUT_PLACES) : again.problems;
  },
  [`planned: ${ORDINARY}`]: () => {
    const again = parseRun({
      hardware,
      place,
      model: { parameters: 7e9, tokens: next(bytes) * 1e6 },
    });
    return again.ok ? estimate(again.run, WITHOUT_PLACES) : again.problems;
  },
  [`served: ${ORDINARY}`]: () => {
    const again = parseRun({
      hardware,
      place,
      model: { parameters: 7e9 },
      service: { requests: next(bytes), per: 'day', outputTokensPerRequest: 300 },
    });
    return again.ok ? estimate(again.run, WITHOUT_PLACES) : again.problems;
  },
  'whole result, no receipt': () => estimate(next(runs), { receipt: false }),
  'whole result with receipt': () => estimate(next(runs)),
  'parse, look up and estimate': () => {
    const again = parseRun({ ...written, hours: next(bytes) });
    return again.ok ? estimate(again.run) : again.problems;
  },
};

const NS_PER_S = 1e9;
// Rounds take turns, so that a busy moment of the machine hits all of them; the quietest round counts.
const ROUNDS = 5;
const median: Record<string, number> = {};
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, work] of Object.entries(works)) {
    const { p50 } = await measure(() => do_not_optimize(work()), { batch_samples: 4096 });
    median[name] = Math.min(p50, median[name] ?? Number.POSITIVE_INFINITY);
  }
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
console.log();
for (const kind of OTHERS) {
  const ratio = ns(`${kind}: ${ORDINARY}`) / ns(ORDINARY);
  console.log(`A ${kind} run: ${ratio.toFixed(2)} x an ordinary one (${ORDINARY}).`);
}
const { accelerators } = catalogue();
const fifty = accelerators.filter(({ bf16TensorTflops }) => bf16TensorTflops).slice(0, 50);
const names = fifty.map(({ id }) => id);
const { p50: compareNs } = await measure(
  () => do_not_optimize(compare(first, { regions: true, accelerators: names })),
  { min_samples: 20 },
);
console.log(
  `\nCompared with all open regions and ${names.length} accelerators: ${(compareNs / 1e6).toFixed(1)} ms.`,
);

// A sweep as people do one before they train: sizes, tokens and chips, each with its range.
const SIZES = Array.from({ length: 20 }, (_, at) => 1e8 * 1.5 ** at);
const TOKENS = Array.from({ length: 25 }, (_, at) => 1e9 * 1.4 ** at);
const { rowOf } = createBulk(editions);
const started = performance.now();
let swept = 0;
for (const accelerator of names.slice(0, 20)) {
  for (const parameters of SIZES) {
    for (const tokens of TOKENS) {
      const hardware = [{ accelerator, count: 64 }];
      const row = rowOf({ hardware, place, model: { parameters, tokens } });
      if (!('problems' in row)) swept += 1;
    }
  }
}
const sweepS = (performance.now() - started) / 1000;
console.log(
  `\nA sweep of ${swept.toLocaleString('en')} plans (sizes x tokens x chips): ${sweepS.toFixed(2)} s, ${((sweepS * NS_PER_S) / swept / ns(ORDINARY)).toFixed(2)} x an ordinary run each (${ORDINARY}).`,
);
const receipt = ns('whole result with receipt') - ns('whole result, no receipt');
console.log(`\nThe receipt costs ${receipt.toFixed(0)} ns.`);
