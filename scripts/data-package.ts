import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPackage, PACKAGE_FOLDERS } from '../packages/data/src/check/data-package.ts';
import { DATA, editionId } from '../packages/data/vite/folder.ts';

/** `npm run data:package`: describes the tables of each folder, from the columns that the code knows. */
for (const folder of PACKAGE_FOLDERS) {
  const text = `${JSON.stringify(dataPackage(editionId(), folder), null, 2)}\n`;
  writeFileSync(join(DATA, folder, 'datapackage.json'), text);
}
