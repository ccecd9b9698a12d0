import { EXAMPLE, type Form } from './form.ts';

const KEY = 'ml-emissions.form.1';
const LONGEST = 10_000;

/** What was typed last time; null where there is nothing, or nothing that can be read. */
export function storedForm(): Form | null {
  try {
    const text = localStorage.getItem(KEY);
    if (text === null || text.length > LONGEST) return null;
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return null;
    const fields = Object.entries(EXAMPLE).map(([name, example]) => {
      const value = Object.hasOwn(stored, name) ? (stored as Record<string, unknown>)[name] : null;
      return [name, typeof value === 'string' ? value : example];
    });
    return Object.fromEntries(fields) as Form;
  } catch {
    return null;
  }
}

/** Keeps what was typed; a browser that keeps nothing is no error. */
export function storeForm(form: Readonly<Form>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(form));
  } catch {
    // Private windows and full storages refuse: then this visit is all there is.
  }
}
