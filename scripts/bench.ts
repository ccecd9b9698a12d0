import { buildIfStale } from './built.ts';
import { run } from './command.ts';

/** `npm run bench`: the built package against its baselines, as ratios measured in this run. */
const BENCHES = ['start', 'estimate', 'bulk', 'search', 'others', 'ledger'];

let status = await buildIfStale();
for (const name of BENCHES) {
  status ||= await run('node', ['--import', 'tsx', `bench/${name}.bench.ts`]);
}
process.exitCode = status;
