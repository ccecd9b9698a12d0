import { DATA } from '../packages/data/vite/folder.ts';
import { keepPublished, releaseCurrent } from '../packages/data/vite/freeze.ts';

/**
 * `npm run data:freeze`: published editions get copies of the tables that have changed since.
 * `npm run data:freeze -- --release`: and the current edition is published as it stands.
 */
for (const copy of keepPublished(DATA)) console.log(`kept data/${copy}`);
if (process.argv.includes('--release')) {
  const { id, hash } = releaseCurrent(DATA, new Date().toISOString().slice(0, 10));
  console.log(`published ${id}, ${hash}`);
}
