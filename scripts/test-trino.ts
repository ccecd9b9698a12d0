import { run } from './command.ts';
import { fetchTrino } from './trino/home.ts';
import { trinoJava, trinoNeeds } from './trino/server.ts';

/** `npm run test:trino`: the ledger's tests on a cluster's engine, which is fetched where it is not here. */
if (trinoJava() !== null) await fetchTrino();
const needs = trinoNeeds();
if ('missing' in needs) console.log(`Not run on Trino: ${needs.missing}`);
process.exitCode = await run('npx', ['vitest', 'run', 'tests/trino']);
