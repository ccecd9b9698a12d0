import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a Slurm with its accounting is made of: packages slurm-wlm, slurmdbd, munge and mariadb-server of Debian. */
const NEEDED = ['munged', 'mariadbd', 'slurmdbd', 'slurmctld', 'slurmd', 'sacctmgr', 'sbatch'];

/** What is not there to start a Slurm with; empty where all is. */
export const missing = (): string[] => [
  ...NEEDED.filter((name) => spawnSync('which', [name]).status !== 0),
  ...(process.getuid?.() === 0 ? [] : ['to be root']),
];

const run = promisify(execFile);
const SECONDS = 1000;

/** A Slurm of one node that has two accelerators on paper, in a folder of its own. */
export interface Slurm {
  /** Runs one of Slurm's commands, and gives what it printed. */
  readonly ask: (command: string, ...args: readonly string[]) => Promise<string>;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Tries until it succeeds. */
async function until(what: string, works: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + 60 * SECONDS;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      await works();
      return;
    } catch (error) {
      last = error;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  throw new Error(`${what} did not come up: ${last}`);
}

/** Starts a Slurm with its accounting; ready in some seconds. */
export async function startSlurm(): Promise<Slurm> {
  const folder = mkdtempSync(join(tmpdir(), 'slurm-'));
  const at = (name: string) => join(folder, name);
  // What Slurm's daemons write is theirs alone.
  chmodSync(folder, 0o755);
  for (const name of ['munge', 'db', 'spool', 'state', 'log']) mkdirSync(at(name), { mode: 0o755 });
  const [dbPort, dbdPort, controlPort, nodePort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const host = hostname().split('.')[0] ?? 'localhost';
  const socket = at('munge/socket');
  writeFileSync(at('munge/key'), 'k'.repeat(128), { mode: 0o400 });
  writeFileSync(
    at('slurmdbd.conf'),
    `AuthType=auth/munge
AuthInfo=socket=${socket}
DbdHost=localhost
DbdPort=${dbdPort}
SlurmUser=root
LogFile=${at('log/slurmdbd.log')}
PidFile=${at('slurmdbd.pid')}
StorageType=accounting_storage/mysql
StorageHost=127.0.0.1
StoragePort=${dbPort}
StorageUser=slurm
StoragePass=slurm
StorageLoc=slurm
`,
    { mode: 0o600 },
  );
  writeFileSync(
    at('slurm.conf'),
    `ClusterName=lab
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${socket}
CryptoType=crypto/munge
SlurmctldPort=${controlPort}
SlurmdPort=${nodePort}
StateSaveLocation=${at('state')}
SlurmdSpoolDir=${at('spool')}
SlurmctldPidFile=${at('slurmctld.pid')}
SlurmdPidFile=${at('slurmd.pid')}
SlurmctldLogFile=${at('log/slurmctld.log')}
SlurmdLogFile=${at('log/slurmd.log')}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
GresTypes=gpu
AccountingStorageType=accounting_storage/slurmdbd
AccountingStorageHost=localhost
AccountingStoragePort=${dbdPort}
AccountingStoragePass=${socket}
AccountingStorageTRES=gres/gpu,gres/gpu:a100
JobAcctGatherType=jobacct_gather/linux
JobAcctGatherFrequency=1
JobCompType=jobcomp/none
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000 Gres=gpu:a100:2 State=UNKNOWN
PartitionName=gpu Nodes=${host} Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
`,
  );
  // Two files stand for the two accelerators: Slurm counts them and opens neither.
  for (const name of ['gpu0', 'gpu1']) writeFileSync(at(name), '');
  writeFileSync(at('gres.conf'), `NodeName=${host} Name=gpu Type=a100 File=${at('gpu[0-1]')}\n`);
  const children: ChildProcess[] = [];
  const env = { ...process.env, SLURM_CONF: at('slurm.conf'), TZ: 'UTC' };
  const start = (command: string, ...args: readonly string[]) => {
    children.push(spawn(command, args, { env, stdio: 'ignore' }));
  };
  const ask: Slurm['ask'] = async (command, ...args) =>
    (await run(command, args, { env, cwd: folder, maxBuffer: 1e8 })).stdout;
  const stop = async () => {
    for (const child of children.reverse()) {
      child.kill('SIGTERM');
      await Promise.race([
        new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done(null))),
        new Promise((done) => setTimeout(done, 10 * SECONDS)),
      ]);
      child.kill('SIGKILL');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await run('mariadb-install-db', [
      '--no-defaults',
      '--user=root',
      `--datadir=${at('db')}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]);
    start(
      'munged',
      '--foreground',
      '--force',
      `--socket=${socket}`,
      `--key-file=${at('munge/key')}`,
      `--pid-file=${at('munge/pid')}`,
      `--seed-file=${at('munge/seed')}`,
      `--log-file=${at('munge/log')}`,
    );
    start(
      'mariadbd',
      '--no-defaults',
      '--user=root',
      `--datadir=${at('db')}`,
      `--socket=${at('db.sock')}`,
      `--port=${dbPort}`,
      '--bind-address=127.0.0.1',
      `--pid-file=${at('db.pid')}`,
      '--innodb-buffer-pool-size=64M',
    );
    const sql =
      "CREATE DATABASE IF NOT EXISTS slurm; CREATE USER IF NOT EXISTS slurm@'%' IDENTIFIED BY 'slurm'; CREATE USER IF NOT EXISTS slurm@localhost IDENTIFIED BY 'slurm'; GRANT ALL ON slurm.* TO slurm@'%'; GRANT ALL ON slurm.* TO slurm@localhost;";
    await until('the database', () =>
      run('mariadb', ['--no-defaults', `--socket=${at('db.sock')}`, '--user=root', '-e', sql]),
    );
    start('slurmdbd', '-D');
    await until('slurmdbd', () => ask('sacctmgr', '-n', '-P', 'list', 'cluster'));
    await ask('sacctmgr', '-i', 'add', 'cluster', 'lab').catch(() => '');
    await ask('sacctmgr', '-i', 'add', 'account', 'vision', 'Cluster=lab').catch(() => '');
    await ask('sacctmgr', '-i', 'add', 'user', 'root', 'Account=vision').catch(() => '');
    start('slurmctld', '-D');
    start('slurmd', '-D', '-N', host);
    await until('the node', async () => {
      const state = await ask('sinfo', '-h', '-o', '%T %E');
      if (!state.startsWith('idle')) throw new Error(state);
    });
    return { ask, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
