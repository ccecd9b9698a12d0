import { mkdirSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { commons } from '../packages/data/vite/commons.ts';
import { CLIENT_TYPES, clientTypes } from './client-types.ts';
import { SCHEMA_FOLDER, schemas } from './json-schemas.ts';

/** `npm run schemas`: writes the JSON Schemas that the package publishes. */

const { module: routes } = await runnerImport<typeof import('@ml-emissions/server/openapi')>(
  'packages/server/src/openapi/index.ts',
  { plugins: [commons()] },
);
mkdirSync(SCHEMA_FOLDER, { recursive: true });
const made = schemas(routes);
for (const [file, text] of Object.entries(made)) {
  writeFileSync(`${SCHEMA_FOLDER}/${file}`, text);
  console.log(`${SCHEMA_FOLDER}/${file}`);
}
writeFileSync(CLIENT_TYPES, clientTypes(made['openapi.json'] ?? ''));
console.log(CLIENT_TYPES);
