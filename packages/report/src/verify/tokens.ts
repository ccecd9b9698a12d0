import { SIUNITX } from '../siunitx.ts';
import { MARK, MARKED } from '../trailer.ts';
import type { ReportLanguage } from '../wording/index.ts';

/** How a format sets its words: what of its text is markup, and means nothing. */
export type Markup = 'markdown' | 'tex' | 'json' | 'xml' | 'plain';

/** One word, number or sign of a text. */
export interface Token {
  readonly text: string;
  readonly isNumber: boolean;
  /** Where it stands in the plain text. */
  readonly from: number;
  readonly to: number;
}

/** A text as its words, without markup. */
export interface Tokens {
  readonly plain: string;
  readonly list: readonly Token[];
  /** How many tokens stand before each line of provenance. */
  readonly marks: readonly number[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Letters of XML and HTML written by their names or numbers. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, ten, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = Number.parseInt(ten ?? hex, ten === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A text without what it hides from its reader, in as many lines, the line of provenance kept. */
const without = (text: string, hidden: RegExp): string =>
  text.replaceAll(hidden, (found) => {
    const marks = found.match(MARKED) ?? [];
    return ` ${marks.join(' ')} ${found.replaceAll(/[^\n]/g, '')}`;
  });

/** Commands that are words: units of siunitx, answers of a checklist. All others say how to set, not what. */
const SPELLED: Readonly<Record<string, string>> = {
  ...SIUNITX,
  answerYes: 'Yes',
  answerNo: 'No',
  answerNA: 'NA',
};

const READERS: Readonly<Record<Markup, (text: string, language: ReportLanguage) => string>> = {
  plain: (text) => text,
  xml: decoded,
  // Others write the same string or list with other escapes and spaces.
  json: (text) =>
    text
      .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll(/\\[bfnrt]/g, ' ')
      .replaceAll(/\\(.)/g, '$1')
      .replaceAll(',', ' '),
  markdown: (text) =>
    decoded(
      without(without(text, /<!--[\s\S]*?-->/g), /<\/?[a-z][^<>]*>/gi)
        .replaceAll(/^[ \t]*(?:>[ \t]?)+/gm, '')
        .replaceAll(/\]\([^()\s]*\)/g, ']')
        .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'),
    ),
  tex: (text, language) =>
    without(text, /(?<!\\)%.*$/gm)
      // Where a link leads is not what a text says.
      .replaceAll(/\\href\s*\{(?:[^{}\\]|\\.)*\}/g, '')
      .replaceAll(/(?<=\d)(?:\\,|\{,\})(?=\d{3})/g, language === 'fr' ? ' ' : ',')
      .replaceAll(/\\(?:begin|end)\{[^}]*\}(?:\[[^\]]*\])?(?:\{[lrcpXm@{}\\.\d ]*\})?/g, ' ')
      .replaceAll(/\\([A-Za-z]+)\*?/g, (_, name: string) => SPELLED[name] ?? '')
      .replaceAll('~', ' ')
      .replaceAll(/\\(.)/g, ' $1'),
};

const tokenWith = (number: string): RegExp =>
  new RegExp(
    [
      `${MARK}[\\w\\\\-]+`,
      'sha256-[0-9a-f]+',
      String.raw`(?<![\p{L}\p{N}–-])[-−](?=\d)`,
      number,
      String.raw`[\p{L}\p{M}]+`,
      '[%‰]',
      String.raw`[<>≤≥](?=\s*\d)`,
    ].join('|'),
    'giu',
  );

/** How a language writes a number, and that number as English has it without groups. */
interface Numbers {
  readonly token: RegExp;
  readonly read: (text: string) => string;
}

const EXPONENT = String.raw`(?:e[+-]?\d+)?`;
const NUMBERS: Readonly<Record<ReportLanguage, Numbers>> = {
  en: {
    token: tokenWith(String.raw`\d+(?:[.,]\d+)*${EXPONENT}`),
    read: (text) => text.replaceAll(/(?<=^\d{1,3}(?:,\d{3})*),(?=\d{3}(?:\D|$))/g, ''),
  },
  // Thousands a space apart, of whatever kind an editor made it.
  fr: {
    token: tokenWith(
      String.raw`(?<!\d[.,]?)(?<!\d )\d{1,3}(?: \d{3})+(?![\d.])(?:,\d+)?${EXPONENT}|\d+(?:[.,]\d+)*${EXPONENT}`,
    ),
    read: (text) => text.replaceAll(' ', '').replace(/^(\d+),(?=\d+(?:e|$))/, '$1.'),
  },
};

/**
 * The words, numbers and signs of a text, in order. Spaces, line ends, markup and punctuation are none of them.
 *
 * @param text of a report, or of a document that one stands in
 * @param markup what the report is written in
 * @param language of its numbers
 */
export function tokensOf(text: string, markup: Markup, language: ReportLanguage = 'en'): Tokens {
  const { token, read } = NUMBERS[language];
  const plain = READERS[markup](text.replaceAll('\r\n', '\n'), language).normalize('NFKC');
  const list: Token[] = [];
  const marks: number[] = [];
  for (const found of plain.matchAll(token)) {
    const [word] = found;
    if (word.startsWith(MARK)) marks.push(list.length);
    else {
      const isNumber = /^\d/.test(word);
      list.push({
        text: isNumber ? read(word) : word,
        isNumber,
        from: found.index,
        to: found.index + word.length,
      });
    }
  }
  return { plain, list, marks };
}

/** The line of a token in its text, from 1. */
export function lineOf({ plain }: Tokens, token: Token): number {
  let line = 1;
  for (let at = plain.indexOf('\n'); at >= 0 && at < token.from; at = plain.indexOf('\n', at + 1))
    line += 1;
  return line;
}
