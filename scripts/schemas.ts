import { mkdirSync, writeFileSync } from 'node:fs';
import { SCHEMA_FOLDER, schemas } from './json-schemas.ts';

/** `npm run schemas`: writes the JSON Schemas that the package publishes. */

mkdirSync(SCHEMA_FOLDER, { recursive: true });
for (const [file, text] of Object.entries(schemas())) {
  writeFileSync(`${SCHEMA_FOLDER}/${file}`, text);
  console.log(`${SCHEMA_FOLDER}/${file}`);
}
