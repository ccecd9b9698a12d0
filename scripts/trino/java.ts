import { spawnSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const BESIDE = '/usr/lib/jvm';

/**
 * A Java that is here: of `JAVA_HOME`, on the path, or where Linux keeps them.
 *
 * @param fits whether a major version will do
 * @returns the path of `java`; null where there is none that fits
 */
export function findJava(fits: (version: number) => boolean): string | null {
  const { JAVA_HOME } = process.env;
  const candidates = [
    ...(JAVA_HOME ? [join(JAVA_HOME, 'bin', 'java')] : []),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'java')),
    ...installed().map((name) => join(BESIDE, name, 'bin', 'java')),
  ];
  const found = candidates.find((java) => fits(versionOf(java)));
  return found === undefined ? null : realpathSync(found);
}

function installed(): string[] {
  try {
    return readdirSync(BESIDE).sort();
  } catch {
    return [];
  }
}

/** The major version, which `java -version` tells on stderr; 0 where there is no such program. */
function versionOf(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(?:1\.)?(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}
