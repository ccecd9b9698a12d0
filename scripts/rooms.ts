import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './command.ts';
import { forbiddenImports, isHeld, ROOMS } from './rooms/arrows.ts';

/** Part of `npm run check:lint`: every import of every room is along the arrows; 1 where one is not. */

function packagesOf(room: string): string[] {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, room, 'package.json'), 'utf8'),
  );
  return Object.keys({ ...dependencies, ...devDependencies });
}

const found = Object.keys(ROOMS).flatMap((room) => {
  const packages = packagesOf(room);
  return readdirSync(join(ROOT, room, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/src/${file.replaceAll('\\', '/')}`)
    .filter(isHeld)
    .flatMap((file) => forbiddenImports(file, readFileSync(join(ROOT, file), 'utf8'), packages));
});
for (const line of found) console.error(line);
process.exitCode = found.length > 0 ? 1 : 0;
