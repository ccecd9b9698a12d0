import { projectOfText, wordsOf } from './as-text.ts';
import { FORMER_KEY, LEAVING_KEY, PROJECT_KEY, STEPS_KEY, TAB_KEY, UNREAD_KEY } from './kept.ts';
import { opening, type ProjectForm } from './project.ts';

// Three stores. This tab's own (sessionStorage) outlives a reload; what was typed last (localStorage) is what a new
// tab begins with, and how tabs hear of each other; the shelf (IndexedDB, lib/shelf) keeps every project and its
// versions. The first two are written at once with every change, so that nothing is lost when a window closes.

/** A project and when it was typed, ms. */
export interface Stored {
  readonly at: number;
  readonly project: ProjectForm;
  /** Where it holds a fault, the last that had none: its figure stays in sight. */
  readonly good: ProjectForm | null;
}

/** Steps back and forward, as `History` writes them. */
export interface Steps {
  readonly past: readonly string[];
  readonly future: readonly string[];
  /** What came by a link or a file and is untouched, as `wordsOf` has it; '' where nothing did. */
  readonly brought: string;
}

/** More letters of steps are not kept through a reload; the newest come first. */
const MOST_STEP_LETTERS = 1_000_000;
const OPENING = wordsOf(opening());

/** Whether it is what the page opens with. */
export const isOpening = (project: Readonly<ProjectForm>): boolean =>
  // Hundreds of runs need not be written to be told from one.
  project.runs.length === 1 && isOpeningWords(wordsOf(project));

/** The same of what `wordsOf` says. */
export const isOpeningWords = (words: string): boolean => words === OPENING;

/** Private windows and full storages refuse: then this visit is all there is, and the shelf says so. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** Reads `at:project`, with a second line for the last good one; null where it is no such text. */
export function readStored(text: string): Stored | null {
  const [, at, rest = '', good] = /^(\d+):(.*)(?:\n(.*))?$/.exec(text) ?? [];
  const project = projectOfText(rest);
  return project && { at: Number(at), project, good: good ? projectOfText(good) : null };
}

/** What cannot be read is set aside before anything is written over it. */
function setAside(store: Storage, key: string, text: string): void {
  localStorage.setItem(UNREAD_KEY, text);
  store.removeItem(key);
}

function stored(store: Storage, key: string): Stored | null {
  const text = store.getItem(key);
  if (text === null) return null;
  const read = readStored(text);
  if (!read) setAside(store, key, text);
  return read;
}

/** What was typed by the page before it kept projects apart. */
function former(): Stored | null {
  const text = localStorage.getItem(FORMER_KEY);
  if (text === null) return null;
  const project = projectOfText(text);
  if (!project) setAside(localStorage, FORMER_KEY, text);
  return project && { at: 0, project, good: null };
}

/** What this tab held before a reload, or else what was typed last; null where there is neither. */
export function storedProject(): Stored | null {
  const last = attempt(() => stored(localStorage, PROJECT_KEY) ?? former());
  const own = attempt(() => stored(sessionStorage, TAB_KEY));
  // Another tab may have gone on with the same piece of work.
  const isNewer = last !== null && last.project.id === own?.project.id && last.at > own.at;
  return own && !isNewer ? own : last;
}

/**
 * Keeps what was typed, nothing where that is the example.
 *
 * @param project as `textOf` writes it
 * @param good the last without a fault, where this one has any
 * @param is `own` is false of what came by a link and is untouched: a new tab begins with one's own work
 * @returns whether it outlives a reload
 */
export function storeProject(
  project: string,
  good: string | null,
  is: { readonly own: boolean; readonly opening: boolean },
): boolean {
  const texts = [`${Date.now()}:${project}`];
  if (good !== null) texts.unshift(`${texts[0]}\n${good}`);
  const isInTab = storeFirst(() => sessionStorage, TAB_KEY, texts);
  if (!is.own) return isInTab;
  attempt(() => localStorage.removeItem(FORMER_KEY));
  if (!is.opening) return storeFirst(() => localStorage, PROJECT_KEY, texts) || isInTab;
  attempt(() => localStorage.removeItem(PROJECT_KEY));
  return isInTab;
}

/**
 * Keeps the first of some texts that there is room for. What stood there would come back as if it were the newest.
 *
 * @param store asked for here: where storage is blocked, its name alone throws
 */
function storeFirst(store: () => Storage, key: string, texts: readonly string[]): boolean {
  for (const text of texts) {
    const isThere = attempt(() => {
      store().setItem(key, text);
      return true;
    });
    if (isThere) return true;
  }
  attempt(() => store().removeItem(key));
  return false;
}

/** Steps that this tab had before a reload. */
export function storedSteps(): Steps | null {
  return attempt(() => {
    const value: unknown = JSON.parse(sessionStorage.getItem(STEPS_KEY) ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { past, future, brought } = value as Readonly<Record<string, unknown>>;
    const isSteps = (some: unknown): some is string[] =>
      Array.isArray(some) && some.every((one) => typeof one === 'string' && projectOfText(one));
    return isSteps(past) && isSteps(future) && typeof brought === 'string'
      ? { past, future, brought }
      : null;
  });
}

/** Keeps the newest steps through a reload. */
export function storeSteps({ past, future, brought }: Steps): void {
  let left = MOST_STEP_LETTERS - future.reduce((sum, { length }) => sum + length, 0);
  const first = past.findLastIndex(({ length }) => {
    left -= length;
    return left < 0;
  });
  attempt(() =>
    sessionStorage.setItem(
      STEPS_KEY,
      JSON.stringify({ past: past.slice(first + 1), future, brought }),
    ),
  );
}

/** Texts of projects that were in hand and may not be on the shelf yet: a window may close in between. */
export function storeLeaving(texts: readonly string[]): void {
  attempt(() => {
    if (texts.length === 0) localStorage.removeItem(LEAVING_KEY);
    else localStorage.setItem(LEAVING_KEY, texts.join('\n'));
  });
}

/** What an earlier visit had no time to put on the shelf. */
export function leaving(): readonly ProjectForm[] {
  const text = attempt(() => localStorage.getItem(LEAVING_KEY)) ?? '';
  return text.split('\n').flatMap((one) => projectOfText(one) ?? []);
}

/** What could not be read on an earlier visit or this one; null where all could. */
export const unread = (): string | null => attempt(() => localStorage.getItem(UNREAD_KEY));
export const dropUnread = (): void => void attempt(() => localStorage.removeItem(UNREAD_KEY));
