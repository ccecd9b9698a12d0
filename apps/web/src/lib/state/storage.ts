import type { RunForm } from './fields.ts';
import { EXAMPLE } from './form.ts';
import { PROJECT_KEY } from './kept.ts';
import { MOST_RUNS, opening, type ProjectForm } from './project.ts';

const LONGEST = 1_000_000;

function stringsOf<T extends object>(stored: unknown, example: T): T {
  const record = typeof stored === 'object' && stored !== null ? stored : {};
  const fields = Object.entries(example).map(([name, fallback]) => {
    const value = Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : null;
    return [name, typeof value === 'string' ? value : fallback];
  });
  return Object.fromEntries(fields) as T;
}

/** What was typed last time; null where there is nothing, or nothing that can be read. */
export function storedProject(): ProjectForm | null {
  try {
    const text = localStorage.getItem(PROJECT_KEY);
    if (text === null || text.length > LONGEST) return null;
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return null;
    const { runs, active } = stored as { runs?: unknown; active?: unknown };
    if (!Array.isArray(runs) || runs.length === 0 || runs.length > MOST_RUNS) return null;
    return {
      ...stringsOf(stored, { name: '', rest: '' }),
      runs: runs.map((run): RunForm => stringsOf(run, EXAMPLE)),
      active: typeof active === 'number' && active in runs ? active : 0,
    };
  } catch {
    return null;
  }
}

const OPENING = JSON.stringify(opening());

/** Keeps what was typed, nothing where that is the example; a browser that keeps nothing is no error. */
export function storeProject(project: Readonly<ProjectForm>): void {
  try {
    const text = JSON.stringify(project);
    if (text === OPENING) localStorage.removeItem(PROJECT_KEY);
    else localStorage.setItem(PROJECT_KEY, text);
  } catch {
    // Private windows and full storages refuse: then this visit is all there is.
  }
}
