import { buildIfStale } from './built.ts';

/** Before `npm pack`: what the package holds is built where it is not, as for `npm start`; a fresh clone has none of it. */
process.exitCode = await buildIfStale();
