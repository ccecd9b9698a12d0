/**
 * What a row of the validation is of, in the language of the page.
 *
 * @param name as the validation writes it: parts with commas between them
 * @param parts what each is called
 */
export const rowName = (name: string, parts: Readonly<Record<string, string>>): string =>
  name
    .split(', ')
    .map((part) => parts[part] ?? part)
    .join(', ');
