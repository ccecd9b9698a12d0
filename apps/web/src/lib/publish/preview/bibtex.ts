/** An entry of a bibliography, as a list of references has it. */
export interface Reference {
  readonly key: string;
  readonly authors: string;
  readonly title: string;
  readonly rest: readonly string[];
  readonly url: string | null;
}

const ENTRY = /^@\w+\{([^,]+),\n([\s\S]*?)\n\}/gm;
const FIELD = /^\s*(\w+)\s*=\s*\{(.*)\},?$/gm;

/** `Lacoste, Alexandre and Luccioni, Alexandra` -> `Alexandre Lacoste, Alexandra Luccioni`. */
const people = (names: string): string =>
  names
    .split(' and ')
    .map((name) => name.split(', ').toReversed().join(' '))
    .join(', ');

/**
 * The entries that `bibtex` of `packages/report` writes, one field a line.
 *
 * @param text of BibTeX
 */
export function referencesOf(text: string): readonly Reference[] {
  return [...text.matchAll(ENTRY)].map(([, key = '', body = '']) => {
    const fields: Readonly<Record<string, string>> = Object.fromEntries(
      [...body.matchAll(FIELD)].map(([, name, value = '']) => [
        name,
        value.replaceAll(/[{}]/g, ''),
      ]),
    );
    const { author = '', title = '', journal, note, year, url = null } = fields;
    return {
      key,
      authors: people(author),
      title,
      // A note that holds the day holds the year.
      rest: [journal, note, note?.includes(year ?? '') ? undefined : year].filter(
        (one) => one !== undefined,
      ),
      url,
    };
  });
}
