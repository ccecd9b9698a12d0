import { type ReportLanguage, SIUNITX, xml } from '@ml-emissions/report';

/** What our own LaTeX says, block by block: the dialect of `packages/report`, not all of LaTeX. */
export type Block =
  | { readonly kind: 'text'; readonly html: string }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly string[][] };

const LETTERS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  allowbreak: '\u200b',
  answerYes: 'Yes',
};
const COMMENT = /(?<!\\)%.*$\n?/gm;
const TABLE = /\\begin\{(table\*?)\}[\s\S]*?\\end\{\1\}/g;
/** A command with what it takes, or a sign that stands for another. */
const COMMAND =
  /\\href\{((?:[^{}\\]|\\.)*)\}\{([^{}]*)\}|\\cite\{([^}]*)\}|\\textsubscript\{([^}]*)\}|\\qty\{([^}]*)\}\{([^}]*)\}|\\num\{([^}]*)\}|\{\\bf ([^}]*)\}|\\item(\[\])?|\\([a-zA-Z]+)(?:\{\})?|\\([^a-zA-Z])|~|--|[&<>"]/g;

/** A number as siunitx sets it. */
function grouped(digits: string, language: ReportLanguage): string {
  const set = digits.replace(/\B(?=(?:\d{3})+(?!\d))/g, '\u202f');
  return language === 'fr' ? set.replace('.', ',') : set;
}

/** A line of our LaTeX as HTML. Citations are numbered in their order. */
function inline(text: string, cited: string[], language: ReportLanguage): string {
  return text.replaceAll(
    COMMAND,
    (
      sign: string,
      address: string | undefined,
      name: string | undefined,
      key: string | undefined,
      sub: string | undefined,
      amount: string | undefined,
      unit: string | undefined,
      plain: string | undefined,
      bold: string | undefined,
      _: string | undefined,
      command: string | undefined,
      letter: string | undefined,
    ) => {
      if (address !== undefined) {
        const href = xml(address.replaceAll(/\\([#%])/g, '$1'));
        return `<a href="${href}" rel="noreferrer">${inline(name ?? '', cited, language)}</a>`;
      }
      if (key !== undefined) {
        if (!cited.includes(key)) cited.push(key);
        return `[${cited.indexOf(key) + 1}]`;
      }
      if (sub !== undefined) return `<sub>${xml(sub)}</sub>`;
      if (amount !== undefined) {
        const of = (unit ?? '').replaceAll(/\\(\w+)/g, (_all, one: string) => SIUNITX[one] ?? one);
        return `${xml(grouped(amount, language))}\u00a0${xml(of)}`;
      }
      if (plain !== undefined) return xml(grouped(plain, language));
      if (bold !== undefined) return `<b>${inline(bold, cited, language)}</b>`;
      if (sign.startsWith('\\item')) return '';
      if (command !== undefined) return LETTERS[command] ?? '';
      if (letter !== undefined) return letter === ',' ? '\u202f' : xml(letter);
      if (sign === '~') return '\u00a0';
      return sign === '--' ? '–' : xml(sign);
    },
  );
}

function tableOf(text: string, cited: string[], language: ReportLanguage): Block {
  const [, caption = ''] = /\\caption\{(.*)\}/.exec(text) ?? [];
  const [, body = ''] = /\\toprule\n([\s\S]*)\\bottomrule/.exec(text) ?? [];
  const rows = body
    .replaceAll(/\\midrule\s*/g, '')
    .trim()
    .split(/\s*\\\\\s*/)
    .filter(Boolean)
    .map((row) => row.split(/(?<!\\)&/).map((cell) => inline(cell, cited, language).trim()));
  return { kind: 'table', caption: inline(caption, cited, language), rows };
}

/**
 * Our LaTeX as blocks of HTML, with the keys that it cites.
 *
 * @param source of a report
 * @param language of its numbers
 */
export function latexBlocks(
  source: string,
  language: ReportLanguage = 'en',
): {
  readonly blocks: readonly Block[];
  readonly cited: readonly string[];
} {
  const cited: string[] = [];
  const text = source.replaceAll(COMMENT, '');
  const tables = text.match(TABLE) ?? [];
  const parts = text.split(TABLE).filter((one) => one !== 'table' && one !== 'table*');
  const blocks = parts.flatMap((part, index): Block[] => {
    const lines = part.trim().split('\n').filter(Boolean);
    const isList = lines.some((line) => line.startsWith('\\item'));
    const html = lines.map((line) => inline(line, cited, language)).join(isList ? '<br>' : ' ');
    const table = tables[index];
    return [
      ...(html === '' ? [] : [{ kind: 'text', html } as const]),
      ...(table === undefined ? [] : [tableOf(table, cited, language)]),
    ];
  });
  return { blocks, cited };
}
