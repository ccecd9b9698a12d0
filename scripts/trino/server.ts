import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { trinoHome } from './home.ts';
import { findJava } from './java.ts';

/** Trino 476 runs on this one and later ones. */
const LEAST_JAVA = 24;

/** What a server is started with. */
interface Needs {
  readonly java: string;
  readonly home: string;
}

/** A server of Trino on this machine, which nobody else can reach. */
export interface TrinoServer {
  readonly server: string;
  /** `hive`, with Parquet and its metastore as files. */
  readonly catalog: string;
  /** A folder that is `local:///` to it. */
  readonly folder: string;
  /** Ends it, and takes away all that it wrote. */
  readonly stop: () => Promise<void>;
}

/** A Java that runs it; null where there is none. */
export const trinoJava = (): string | null => findJava((version) => version >= LEAST_JAVA);

/** What is needed to start one, or why there is none, in a line. */
export function trinoNeeds(): Needs | { readonly missing: string } {
  const java = trinoJava();
  if (java === null) return { missing: `no Java ${LEAST_JAVA} or later is here (JAVA_HOME)` };
  const home = trinoHome();
  return home === null
    ? { missing: 'no server of Trino is here (npm run test:trino fetches one; TRINO_HOME)' }
    : { java, home };
}

/** Nodes beside the one that is asked, and what they may use. */
interface Options {
  /** 0 for one node that does it all. */
  readonly workers?: number;
  /** Cores that a worker may use: `taskset`'s list, by worker. */
  readonly cores?: readonly string[];
  readonly heap?: string;
}

/**
 * Starts a server, and waits until it answers.
 *
 * Errors: throws with the end of its log where it does not come up.
 */
export async function startTrino(needs: Needs, options: Options = {}): Promise<TrinoServer> {
  const { workers = 0, cores = [], heap = '2G' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-trino-'));
  const nodes: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(nodes.map(ended));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const asked = await freePort();
    const server = `http://127.0.0.1:${asked}`;
    const all = [asked, ...(await Promise.all(Array.from({ length: workers }, freePort)))];
    for (const [at, port] of all.entries())
      nodes.push(
        startNode(needs, { folder, at, port, asked, workers, heap, cores: cores[at - 1] }),
      );
    for (const [at, port] of all.entries()) await ready(port, nodes[at], join(folder, `${at}.log`));
    return { server, catalog: 'hive', folder: join(folder, 'tables'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Node {
  readonly folder: string;
  readonly at: number;
  readonly port: number;
  readonly asked: number;
  readonly workers: number;
  readonly heap: string;
  readonly cores: string | undefined;
}

/** Ends the server when its standard input does, whatever becomes of us, and takes its folder away; Ctrl-C reaches it too. */
const TIED = `exec 3<&0; folder="$1"; shift; "$@" 3<&- & child=$!
(trap '' HUP INT TERM; cat <&3 >/dev/null; kill -9 $child; sleep 1; rm -rf "$folder") 2>/dev/null &
wait $child`;

function startNode({ java, home }: Needs, node: Node): ChildProcess {
  const { folder, at, heap, cores } = node;
  const own = join(folder, String(at));
  writeConfig(home, own, node);
  const log = openSync(join(folder, `${at}.log`), 'w');
  const options = [
    `-Xmx${heap}`,
    '-XX:+UseG1GC',
    '-Djdk.attach.allowAttachSelf=true',
    '-XX:+EnableDynamicAgentLoading',
    '--enable-native-access=ALL-UNNAMED',
    '--sun-misc-unsafe-memory-access=allow',
    '--add-modules=jdk.incubator.vector',
    '-Dnode.environment=test',
    `-Dnode.id=node${at}`,
    `-Dnode.data-dir=${join(own, 'data')}`,
    '-Dnode.bind-ip=127.0.0.1',
    '-Dnode.internal-address=127.0.0.1',
    `-Dconfig=${join(own, 'config.properties')}`,
    `-Dplugin.dir=${join(own, 'plugin')}`,
    `-Dcatalog.config-dir=${join(own, 'catalog')}`,
  ];
  const pinned = cores === undefined ? [] : ['taskset', '-c', cores];
  const line = [
    ...pinned,
    java,
    ...options,
    '-cp',
    join(home, 'lib', '*'),
    'io.trino.server.TrinoServer',
  ];
  return spawn('sh', ['-c', TIED, 'sh', folder, ...line], { cwd: own, stdio: ['pipe', log, log] });
}

function writeConfig(home: string, own: string, { folder, at, port, asked, workers }: Node): void {
  for (const path of [join(own, 'catalog'), join(own, 'plugin'), join(folder, 'tables')])
    mkdirSync(path, { recursive: true });
  // One connector alone: each takes seconds to load.
  symlinkSync(join(home, 'plugin', 'hive'), join(own, 'plugin', 'hive'));
  const properties = (values: Readonly<Record<string, string | number | boolean>>) =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join('');
  writeFileSync(
    join(own, 'config.properties'),
    properties({
      coordinator: at === 0,
      'http-server.http.port': port,
      'discovery.uri': `http://127.0.0.1:${asked}`,
      'query.max-memory': '1200MB',
      'query.max-memory-per-node': '1200MB',
      'memory.heap-headroom-per-node': '400MB',
      ...(at === 0 ? { 'node-scheduler.include-coordinator': workers === 0 } : {}),
    }),
  );
  writeFileSync(
    join(own, 'catalog', 'hive.properties'),
    properties({
      'connector.name': 'hive',
      'hive.metastore': 'file',
      'hive.metastore.catalog.dir': 'local:///',
      'hive.storage-format': 'PARQUET',
      'fs.native-local.enabled': true,
      'local.location': join(folder, 'tables'),
    }),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const READY_MS = 180_000;
const POLL_MS = 250;

async function ready(port: number, node: ChildProcess | undefined, log: string): Promise<void> {
  const since = Date.now();
  while (Date.now() - since < READY_MS && node?.exitCode === null) {
    const info = await fetch(`http://127.0.0.1:${port}/v1/info`)
      .then((answer) => answer.json() as Promise<{ readonly starting: boolean }>)
      .catch(() => null);
    if (info?.starting === false) return;
    await sleep(POLL_MS);
  }
  throw new Error(`Trino does not come up:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

function ended(node: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (node.exitCode !== null) return resolve();
    node.once('exit', () => resolve());
    node.stdin?.end();
  });
}
