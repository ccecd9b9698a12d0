import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ROOT } from './command.ts';

/** Where the built page lies. */
export const SITE = join(ROOT, 'apps/web/build');
/** Where the package has it, each file compressed. */
const PACKED = join(ROOT, 'packages/cli/site');

/**
 * Puts the built page into the package, each file compressed: that is how most browsers want it, and a third of the size.
 *
 * @param from where the built page lies
 * Errors: throws where it is not built.
 */
export function packSite(from = SITE): void {
  rmSync(PACKED, { recursive: true, force: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    pack(path, relative(from, path));
  }
  // Assistants read the method.
  pack(join(ROOT, 'docs/method.md'), 'docs/method.md');
}

function pack(path: string, name: string): void {
  const bytes = readFileSync(path);
  const to = `${join(PACKED, name)}.br`;
  mkdirSync(dirname(to), { recursive: true });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(to, brotliCompressSync(bytes, { params }));
}
