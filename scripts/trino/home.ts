import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const VERSION = '476';
const TARBALL = `https://repo1.maven.org/maven2/io/trino/trino-server/${VERSION}/trino-server-${VERSION}.tar.gz`;
/** Of the file whose SHA-1 Maven Central states as c9b38be4017ebd2f7095455aaac772fb40247ebe. */
const SHA256 = 'cfd5accde17e8ebd251eeeb78aed1f490e77bb3a164d95a0f454bf8a7c1cbd3f';

/** What is unpacked of 2 GB: the server, the connector, and what files of it are links to. */
const PARTS = [
  'lib',
  'plugin/bigquery',
  'plugin/cassandra',
  'plugin/clickhouse',
  'plugin/delta-lake',
  'plugin/hive',
];

const cache = (name: string) =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ml-emissions', name);
const tarball = cache(`trino-server-${VERSION}.tar.gz`);
const home = cache(`trino-server-${VERSION}`);

/**
 * The folder of an unpacked server: `TRINO_HOME`, or what was fetched before.
 *
 * @returns null where it would have to be fetched
 */
export function trinoHome(): string | null {
  const { TRINO_HOME } = process.env;
  if (TRINO_HOME) return TRINO_HOME;
  if (!existsSync(home) && existsSync(tarball)) unpack();
  return existsSync(home) ? home : null;
}

/** Fetches the server, 821 MB, once, and keeps it in the user's cache. */
export async function fetchTrino(): Promise<void> {
  if (trinoHome() !== null) return;
  mkdirSync(cache(''), { recursive: true });
  const part = `${tarball}.${process.pid}`;
  try {
    console.log(`fetching ${TARBALL} (821 MB, once)`);
    const { body, status } = await fetch(TARBALL);
    if (status !== 200 || !body) throw new Error(`${TARBALL} answers ${status}`);
    await pipeline(Readable.fromWeb(body as never), createWriteStream(part));
    const hash = createHash('sha256');
    await pipeline(createReadStream(part), hash);
    const found = hash.digest('hex');
    if (found !== SHA256) throw new Error(`${TARBALL} has the hash ${found}, not ${SHA256}`);
    renameSync(part, tarball);
  } finally {
    rmSync(part, { force: true });
  }
  unpack();
}

function unpack(): void {
  const part = `${home}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  const root = `trino-server-${VERSION}`;
  const { status, stderr } = spawnSync(
    'tar',
    ['xzf', tarball, '-C', part, '--strip-components=1', ...PARTS.map((name) => `${root}/${name}`)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${tarball} cannot be unpacked: ${stderr}`);
  renameSync(part, home);
}
