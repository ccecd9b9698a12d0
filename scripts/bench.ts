import { buildIfStale } from './built.ts';
import { run } from './command.ts';

/** `npm run bench`: the built package against its baselines, as ratios measured in this run. */
process.exitCode =
  (await buildIfStale()) || (await run('node', ['--import', 'tsx', 'bench/estimate.bench.ts']));
