import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPackage } from '../packages/data/src/check/data-package.ts';
import { DATA, editionId } from '../packages/data/vite/folder.ts';

/** `npm run data:package`: writes data/datapackage.json from the columns that the code knows. */
const text = `${JSON.stringify(dataPackage(editionId()), null, 2)}\n`;
writeFileSync(join(DATA, 'datapackage.json'), text);
