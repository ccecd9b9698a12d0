import { buildIfStale } from './built.ts';

/** `npm run build`: the command and the page, whatever was built before. */
process.exitCode = await buildIfStale({ force: true });
