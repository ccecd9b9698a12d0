import { latex, markdown } from './escape.ts';
import { LINK_START, MOST_LINK_LETTERS } from './link.ts';
import { packed } from './packed.ts';
import { type Report, wordsOf } from './report.ts';
import { runFileOf } from './run-file.ts';

/** The name of the calculator, as every text says it. */
export const CALCULATOR = 'ML Emissions Calculator';

/** Where the calculator stands on the internet, and where it opens the run of a report. */
export interface Addresses {
  readonly calculator: string;
  /** null of a project that is too long for an address. */
  readonly run: string | null;
}

/** Signs that would end an address in Markdown or LaTeX. */
const ENDING = /[(){}\\<>"\s]/g;

/**
 * The addresses of a report; null where nobody told where the calculator stands.
 *
 * The run's follows from its inputs, so that a text that carries these needs only the calculator's.
 */
export function addressesOf({ site, result }: Report): Addresses | null {
  if (site === null) return null;
  const hex = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  const calculator = site.replaceAll(ENDING, hex);
  const run = `${calculator}${LINK_START}${packed(runFileOf(result))}`;
  return { calculator, run: run.length > MOST_LINK_LETTERS ? null : run };
}

/** How a format links: a text that means itself, and where it leads. */
interface Links {
  readonly set: (text: string) => string;
  readonly link: (text: string, address: string) => string;
}

const MARKDOWN: Links = {
  set: markdown,
  link: (text, address) => `[${markdown(text)}](${address})`,
};

/** `\href` of hyperref takes `#` and `%` escaped, wherever it stands. */
const LATEX: Links = {
  set: latex,
  link: (text, address) => `\\href{${address.replaceAll(/[#%]/g, '\\$&')}}{${latex(text)}}`,
};

/** A sentence with the calculator's name linked. */
function named(sentence: string, report: Report, { set, link }: Links): string {
  const addresses = addressesOf(report);
  if (!addresses) return set(sentence);
  const [before = '', ...after] = sentence.split(CALCULATOR);
  return `${set(before)}${link(CALCULATOR, addresses.calculator)}${set(after.join(CALCULATOR))}`;
}

/** A sentence that opens the run, after a space; '' where no address is known. */
function opening(report: Report, { set, link }: Links): string {
  const run = addressesOf(report)?.run ?? null;
  const { opens } = wordsOf(report);
  return run === null ? '' : ` ${link(opens.run, run)}${set(opens.there)}`;
}

/** A sentence on what a report was made with, in Markdown, with its links. */
export function linkedMarkdown(sentence: string, report: Report): string {
  const next = opening(report, MARKDOWN);
  return `${named(sentence, report, MARKDOWN)}${next === '' || sentence.endsWith('.') ? '' : '.'}${next}`;
}

/**
 * The same in LaTeX.
 *
 * @param set how the format sets its words
 * @param cited what is cited at the end of the sentence
 */
export const linkedLatex = (
  sentence: string,
  report: Report,
  set: (text: string) => string,
  cited = '',
): string =>
  `${named(sentence.replace(/\.$/, ''), report, { ...LATEX, set })}${cited}.${opening(report, LATEX)}`;

/** The addresses as plain text in a line: the calculator's, then the run's; '' where none is known. */
export function addressLine(report: Report): string {
  const addresses = addressesOf(report);
  if (!addresses) return '';
  const { calculator, run } = addresses;
  return `${calculator}${run === null ? '' : wordsOf(report).thisRun(run)}`;
}
