import { writtenTable } from '@ml-emissions/calculator/tables';
import { languageOf } from '$lib/text/languages.ts';
import { PAGE_WORDS } from '$lib/text/load-pages.ts';

const FIRST = 'accelerators';

export const load = async ({ params }: { params: { lang?: string } }) => {
  const [{ words }, table, sources] = await Promise.all([
    PAGE_WORDS.data(languageOf(params.lang)),
    writtenTable(FIRST),
    writtenTable('sources'),
  ]);
  return { words, first: { name: FIRST, table } as const, sources };
};
