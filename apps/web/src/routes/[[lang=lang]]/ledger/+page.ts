import { ledgerWords } from '$lib/ledger/words.ts';
import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

export const load = async ({ params }: { params: { lang?: string } }) => {
  const language = languageOf(params.lang);
  // A job's receipt says what those of the calculator say.
  const [{ words }, { words: calculate }, { words: sheet }] = await Promise.all([
    ledgerWords(language),
    WORDS.calculate(language),
    WORDS.sheet(language),
  ]);
  return { words, calculate, sheet };
};
