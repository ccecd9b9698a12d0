import { MOST_RUNS, opening, type ProjectForm, projectOf, writtenOf } from '../state/project.ts';
import { language } from '../text/format.ts';
import { WORDS } from '../text/load.ts';

/** No run file of a person is larger; tables of many runs are, and what the page itself saves of these. */
const MB = 1_000_000;
const MOST_BYTES = 1 * MB;
const MOST_MANY_BYTES = 10 * MB;
const JSON_OBJECT = /^\s*\{/;

/** What a file says, or what is wrong with it, in words of the page's list and of the parser. */
export type Read =
  | {
      readonly ok: true;
      readonly project: ProjectForm;
      /** What of the file became no run, in words. */
      readonly left: string;
    }
  | {
      readonly ok: false;
      readonly fault: 'large' | 'unreadable' | 'other' | 'many' | 'columns';
      readonly detail: string;
    };

async function decoded(text: string): Promise<unknown> {
  const bare = text.replace(/^\ufeff/, '');
  // A report carries its run in a line of its own.
  if (bare.includes('ml-emissions:1:')) {
    const { readTrailer } = await import('@ml-emissions/report');
    const trailer = readTrailer(bare);
    if (trailer) return trailer.input;
  }
  if (bare.trimStart().startsWith('{')) return JSON.parse(bare);
  const { parse } = await import('yaml');
  // Aliases can make a small file huge; a run needs none.
  return parse(bare, { maxAliasCount: 0 });
}

const TABLE = /\.(csv|tsv|txt)$/i;
/** JSON that tools write of many runs, not a run or project. */
const JSON_LOG = /^\s*(\[|\{[\s\S]*"jobs"\s*:)/;

/** Rows of runs as a project; null where it is no table of these. */
async function tableIn(name: string, text: string): Promise<Read | null> {
  const isTable = TABLE.test(name) || (/\.json$/i.test(name) && JSON_LOG.test(text));
  if (!isTable || text.includes('ml-emissions:1:')) return null;
  const [{ formsOfTable }, { leftOf }, { words }] = await Promise.all([
    import('../runs/from-table.ts'),
    import('../runs/left.ts'),
    WORDS.runs(language()),
  ]);
  const read = formsOfTable(text, name.replace(/\.[^.]*$/, ''));
  if (read.ok)
    return {
      ok: true,
      project: { ...opening(), runs: [...read.forms] },
      left: leftOf(read, words.paste),
    };
  const { fault, detail } = read;
  if (fault === 'many' && detail !== '') return { ok: false, fault, detail };
  const isNoRun = fault === 'no-columns' && /\.(csv|tsv)$/i.test(name);
  return isNoRun ? { ok: false, fault: 'columns', detail } : null;
}

/**
 * A file that was chosen or dropped -> what the page shows: a run, a project, or a report that carries one.
 *
 * @param file of the user's
 */
export async function readFile(file: File): Promise<Read> {
  const tooLarge = (most: number): Read => ({
    ok: false,
    fault: 'large',
    detail: String(most / MB),
  });
  if (file.size > MOST_MANY_BYTES) return tooLarge(MOST_MANY_BYTES);
  try {
    const text = await file.text();
    const table = await tableIn(file.name, text);
    if (table) return table;
    if (file.size > MOST_BYTES && !JSON_OBJECT.test(text)) return tooLarge(MOST_BYTES);
    const project = projectOf(await decoded(text));
    if (!project) return { ok: false, fault: 'other', detail: '' };
    const { length } = project.runs;
    if (length > MOST_RUNS) return { ok: false, fault: 'many', detail: String(length) };
    return { ok: true, project, left: '' };
  } catch (error) {
    const [detail = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { ok: false, fault: 'unreadable', detail };
  }
}

/** Hands a text to the browser to be saved. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The project as the file that this page, the command and the library read. */
export const fileOf = (project: Readonly<ProjectForm>): Blob =>
  new Blob([`${JSON.stringify(writtenOf(project), null, 2)}\n`], { type: 'application/json' });
