import { GRID } from '../state/fields.ts';
import type { Session } from '../state/session.svelte.ts';
import { language } from '../text/format.ts';
import { WORDS } from '../text/load.ts';
import { providerOptions } from './place-options.ts';
import type { Called } from './type-ahead.ts';

const ALSO: Readonly<Record<string, readonly string[]>> = { azure: ['MS Azure'] };

/** Where most models are trained: a first letter that several have is theirs. */
const FIRST: readonly string[] = ['aws', 'azure', 'gcp', GRID];
const rank = ({ value }: Called) => {
  const at = FIRST.indexOf(value);
  return at < 0 ? FIRST.length : at;
};

/** The choices of the list of providers with all that people call them, the likeliest first. */
export async function providersCalled(session: Session): Promise<readonly Called[]> {
  const { words } = await WORDS.fields(language());
  const rows = new Map((session.choices?.providers ?? []).map((row) => [row.id, row]));
  return providerOptions(session.providers, session.form.provider)
    .map(({ value, label }): Called => {
      const row = rows.get(value);
      const own = value === GRID ? words.ownNames : (ALSO[value] ?? []);
      return { value, names: [label, value, ...(row ? [row.name, ...row.aliases] : []), ...own] };
    })
    .toSorted((a, b) => rank(a) - rank(b));
}
