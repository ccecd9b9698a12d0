import type { SearchName } from './search.ts';

/** What this tab has half typed into a field with a list, through a reload. */
const DRAFT_KEY = 'ml-emissions.draft.1';

/** Text that is not taken yet, and its field. */
interface Draft {
  readonly name: SearchName;
  readonly text: string;
}

/** Keeps what is half typed; nothing for null. Where the browser refuses, it lives as long as the page. */
export function keepDraft(draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(DRAFT_KEY, JSON.stringify(draft));
    else sessionStorage.removeItem(DRAFT_KEY);
  } catch {
    // A browser that keeps nothing.
  }
}

/** What was half typed before a reload; null where nothing was. */
export function readDraft(): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { name, text } = kept as Partial<Draft>;
    return typeof name === 'string' && typeof text === 'string' ? { name, text } : null;
  } catch {
    return null;
  }
}
