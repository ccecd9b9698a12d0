import { addressesOf, CALCULATOR } from './address.ts';
import { editionsOf, methodsOf, type Report, wordsOf } from './report.ts';
import { english } from './wording/index.ts';

/** The paper that all this grows out of. */
export const PAPER = {
  key: 'lacoste2019quantifying',
  text: 'Lacoste, Luccioni, Schmidt, Dandres (2019), Quantifying the Carbon Emissions of Machine Learning, arXiv:1910.09700',
  bibtex: `@article{lacoste2019quantifying,
  title   = {Quantifying the Carbon Emissions of Machine Learning},
  author  = {Lacoste, Alexandre and Luccioni, Alexandra and Schmidt, Victor and Dandres, Thomas},
  journal = {arXiv preprint arXiv:1910.09700},
  year    = {2019},
  url     = {https://arxiv.org/abs/1910.09700}
}`,
} as const;

/** The key of this tool in a bibliography. */
export const TOOL_KEY = 'mlemissions';

/** BibTeX of the paper, and of the tool with the edition that was used, in the language of the report. */
export function bibtex(report: Report): string {
  const site = addressesOf(report)?.calculator;
  const { cited } = wordsOf(report);
  const url = site === undefined ? '' : `,\n  url    = {${site}}`;
  return `${PAPER.bibtex}

@misc{${TOOL_KEY},
  title  = {{${CALCULATOR}}, ${cited.title(report.version, editionsOf(report).join(', '))}},
  author = {{${CALCULATOR} developers}},
  year   = {${report.date.slice(0, 4)}},
  note   = {${cited.note(methodsOf(report).join(', '), report.date)}}${url}
}
`;
}

/** How a text says what it was made with. */
export function madeWith(report: Report, words = english): string {
  return words.madeWith(
    `${CALCULATOR} ${report.version}`,
    methodsOf(report).join(', '),
    editionsOf(report).join(', '),
    report.date,
  );
}
