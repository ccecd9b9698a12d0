import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ProjectForm } from '../state/project.ts';

/** One state of a piece of work, as `textOf` writes it. */
interface Kept {
  /** When it was typed, ms. */
  readonly at: number;
  readonly name: string;
  readonly runs: number;
  /** Operational emissions; null where they were not known. */
  readonly kg: number | null;
  readonly text: string;
}

/** A piece of work as it is now. */
export interface Work extends Kept {
  readonly id: string;
  /** Since when no version of it was kept, ms. */
  readonly since: number;
}

/** A piece of work as it was. */
export interface Version extends Kept {
  readonly work: string;
}

interface Schema extends DBSchema {
  works: { key: string; value: Work; indexes: { at: number } };
  versions: { key: [work: string, at: number]; value: Version };
}

// The limits of the shelf. Nothing but the oldest versions is ever dropped for them.
export const MOST_WORKS = 300;
const MOST_VERSIONS = 40;
/** What is typed within this time is one version. */
const APART_MS = 5 * 60_000;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('ml-emissions', 1, {
    upgrade(db) {
      db.createObjectStore('works', { keyPath: 'id' }).createIndex('at', 'at');
      db.createObjectStore('versions', { keyPath: ['work', 'at'] });
    },
    // A newer page in another tab may change the stores: what is asked next opens them anew.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

const allOf = (work: string) => IDBKeyRange.bound([work, 0], [work, Number.MAX_VALUE]);
const versionOf = ({ id, since: _, ...kept }: Work): Version => ({ ...kept, work: id });

// Other tabs look at the shelf anew once something on it has changed.
const channel = new BroadcastChannel('ml-emissions.shelf');
const tell = (): void => channel.postMessage('changed');

/** Calls back whenever another tab has changed the shelf, until what it returns is called. */
export function onOtherTab(changed: () => void): () => void {
  channel.addEventListener('message', changed);
  return () => channel.removeEventListener('message', changed);
}

/**
 * Puts a project on the shelf in place of its former state, which stays as a version if none was kept for a while.
 *
 * @param project whose `id` says which piece of work it is
 * @param text of it
 * @param kg what it emits, where that is known
 * Errors: rejects where the browser keeps nothing, or the shelf is full.
 */
export async function put(
  { id, name, runs }: Readonly<ProjectForm>,
  text: string,
  kg: number | null,
): Promise<void> {
  const change = (await database()).transaction(['works', 'versions'], 'readwrite');
  const [works, versions] = [change.objectStore('works'), change.objectStore('versions')];
  const before = await works.get(id);
  const isSame = before?.text === text;
  if (isSame && before.kg === kg) return;
  if (!before && (await works.count()) >= MOST_WORKS) throw new Error('put(): the shelf is full');
  const now = Date.now();
  const isApart = before && !isSame && now - before.since > APART_MS;
  if (isApart) {
    await versions.put(versionOf(before));
    const keys = await versions.getAllKeys(allOf(id));
    for (const key of keys.slice(0, -MOST_VERSIONS)) await versions.delete(key);
  }
  const since = !before || isApart ? now : before.since;
  await works.put({ id, name, at: isSame ? before.at : now, since, runs: runs.length, kg, text });
  await change.done;
  tell();
}

/** All that is on the shelf, the last typed first. */
export async function works(): Promise<readonly Work[]> {
  return (await (await database()).getAllFromIndex('works', 'at')).toReversed();
}

/** How a piece of work was before, the newest first. */
export async function versions(work: string): Promise<readonly Version[]> {
  return (await (await database()).getAll('versions', allOf(work))).toReversed();
}

/** Keeps a piece of work as it is now as a version. */
export async function keepVersion(id: string): Promise<void> {
  const change = (await database()).transaction(['works', 'versions'], 'readwrite');
  const work = await change.objectStore('works').get(id);
  if (work) {
    await change.objectStore('versions').put(versionOf(work));
    await change.objectStore('works').put({ ...work, since: Date.now() });
  }
  await change.done;
  tell();
}

/** A piece of work with its versions, taken from the shelf: `putBack` undoes it. */
export interface Taken {
  readonly work: Work;
  readonly versions: readonly Version[];
}

/** Takes a piece of work from the shelf. */
export async function take(work: Work): Promise<Taken> {
  const all = await versions(work.id);
  const change = (await database()).transaction(['works', 'versions'], 'readwrite');
  await change.objectStore('works').delete(work.id);
  await change.objectStore('versions').delete(allOf(work.id));
  await change.done;
  tell();
  return { work, versions: all };
}

/** Puts back what was taken. */
export async function putBack(taken: Taken): Promise<void> {
  const change = (await database()).transaction(['works', 'versions'], 'readwrite');
  await change.objectStore('works').put(taken.work);
  for (const version of taken.versions) await change.objectStore('versions').put(version);
  await change.done;
  tell();
}
