import { page } from '$app/state';
import { language } from './format.ts';
import { WORDS, type WordsOf } from './load.ts';

// Each route loads the rooms whose words it says (+layout.ts, +page.ts). Another language is another
// address and loads the page anew, so a component may keep what it gets here.

/** Words around every page. */
export const shell = () => page.data.shell;
/** Words of the calculator. */
export const calculate = () => page.data.calculate;

let fetched: WordsOf<'sheet'> | undefined;

/** Fetches what `sheet` gives, where it is not written into the page. */
export async function fetchSheetWords(): Promise<WordsOf<'sheet'>> {
  fetched ??= (await WORDS.sheet(language())).words;
  return fetched;
}

/** Words of what stands below the figure: they come with it, a moment after the page. */
export function sheet(): WordsOf<'sheet'> {
  const words = page.data.sheet ?? fetched;
  if (!words) throw new Error('the words of what stands below the figure are not fetched yet');
  return words;
}
