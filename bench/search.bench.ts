import { do_not_optimize, measure } from 'mitata';

// The package as users get it, not its sources.
const built = new URL('../packages/cli/dist/index.js', import.meta.url).href;
const { catalogue, list, show }: typeof import('../packages/cli/src/index.ts') = await import(
  built
);

// Baseline: the naive way, a scan of every accelerator's name for the text as typed.
const BASELINE = 'scan of accelerator names';

const { accelerators, searchAccelerators, searchRegions } = catalogue();
const QUERIES = [
  'h',
  'a100',
  'a100 80gb pc',
  'NVIDIA A100 80GB PCIe',
  'us east virg',
  'frankf',
  'zzz',
];
let turn = 0;
const query = () => QUERIES[turn++ % QUERIES.length] ?? '';

const works: Readonly<Record<string, () => unknown>> = {
  [BASELINE]: () => {
    const text = query().toLowerCase();
    return accelerators.filter(({ name }) => name.toLowerCase().includes(text));
  },
  'accelerators, as one types': () => searchAccelerators(query(), 50),
  'regions of all providers': () => searchRegions(null, query(), 50),
  'processors (2,438 rows)': () => list('cpus', query()),
  'whole catalogue: show': () => show(query()),
};

const NS_PER_MS = 1e6;
const median: Record<string, number> = {};
for (const [name, work] of Object.entries(works)) {
  const { p50 } = await measure(() => do_not_optimize(work()), { batch_samples: 64 });
  median[name] = p50 / NS_PER_MS;
}
console.log(`\nOne query, median of ${QUERIES.length} texts, and its ratio to a ${BASELINE}\n`);
for (const [name, ms] of Object.entries(median)) {
  const ratio = (ms / (median[BASELINE] ?? Number.NaN)).toFixed(1);
  console.log(`${name.padEnd(30)} ${ms.toFixed(3).padStart(8)} ms ${ratio.padStart(8)} x`);
}
