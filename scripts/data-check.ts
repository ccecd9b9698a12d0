import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPackage, PACKAGE_FOLDERS } from '../packages/data/src/check/data-package.ts';
import { findingLine } from '../packages/data/src/check/finding.ts';
import { checkCommons } from '../packages/data/src/check/index.ts';
import { checkPublished } from '../packages/data/vite/check-published.ts';
import { DATA, editionId } from '../packages/data/vite/folder.ts';
import { readCommons } from '../packages/data/vite/read-commons.ts';
import { withColumns } from './data-columns.ts';

const MOST = 100;

/** `npm run data:check`: everything wrong with the commons, with file, line, column and what would be right. */
const files = readCommons();
const findings = [...checkCommons(files), ...checkPublished(DATA)];
for (const finding of findings.slice(0, MOST)) console.error(findingLine(finding));
if (findings.length > MOST) console.error(`… and ${findings.length - MOST} more`);
const rows = files.reduce((sum, file) => sum + file.rows.length, 0);
console.log(`${files.length} tables, ${rows} rows, ${findings.length} findings`);

const stale = PACKAGE_FOLDERS.filter((folder) => {
  const described = JSON.parse(readFileSync(join(DATA, folder, 'datapackage.json'), 'utf8'));
  return JSON.stringify(described) !== JSON.stringify(dataPackage(editionId(), folder));
});
for (const folder of stale) {
  console.error(`data/${folder}datapackage.json does not fit the tables; run npm run data:package`);
}
const readme = readFileSync(join(DATA, 'README.md'), 'utf8');
const isDescribed = withColumns(readme) === readme;
if (!isDescribed) {
  console.error('data/README.md does not fit the tables; run npm run data:stats -- --write');
}
process.exitCode = findings.length > 0 || stale.length > 0 || !isDescribed ? 1 : 0;
