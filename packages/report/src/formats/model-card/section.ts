const HEADING = '## Environmental Impact';
export const BEGIN = '<!-- ml-emissions: begin -->';
export const END = '<!-- ml-emissions: end -->';

const HEADINGS = /^#{1,6}[ \t]+Environmental Impact[ \t]*$/im;
/** What answers our question, as the hub's template and CodeCarbon's cards have it: a line each. */
const ANSWERS = [
  /^[ \t]*[-*+][ \t]+\**(?:Hardware Type|Hours used|Cloud Provider|Compute Region|Carbon Emitted|Energy Consumed)\b[:*].*\r?\n?/gim,
  /^Carbon emissions (?:can be estimated using the \[Machine Learning Impact calculator\]|were measured using \[CodeCarbon\]).*\r?\n?/gim,
];
/** An amount of emissions or of energy. */
const FIGURE =
  /\d[\d.,]*\s*(?:(?:µg|mg|g|kg|t|tons?|tonnes?|grams?|kilograms?)\b[^.\n]{0,20}\bCO(?:2|₂)|[kMG]?Wh\b)/i;

/** Where the card's section on environmental impact stands, its heading apart; null where it has none. */
function sectionOf(body: string): { readonly from: number; readonly to: number } | null {
  const heading = HEADINGS.exec(body);
  if (!heading) return null;
  const from = heading.index + heading[0].length;
  const next = /^#{1,6}[ \t]/m.exec(body.slice(from));
  return { from, to: next ? from + next.index : body.length };
}

/** Our part in a text; null where it is not there. */
function partOf(body: string): { readonly from: number; readonly to: number } | null {
  const from = body.indexOf(BEGIN);
  const to = body.indexOf(END, from);
  return from >= 0 && to > from ? { from, to: to + END.length } : null;
}

const withoutAnswers = (text: string): string =>
  ANSWERS.reduce((left, answer) => left.replaceAll(answer, ''), text);

/** A section without our part and without what we replace. */
function othersIn(section: string): string {
  const part = partOf(section);
  const rest = part ? section.slice(0, part.from) + section.slice(part.to) : section;
  return withoutAnswers(rest).replaceAll(/<!--[\s\S]*?-->/g, '');
}

/** The line of the card's section that says another figure in its own words; null where none does. */
export function otherFigure(body: string): string | null {
  const section = sectionOf(body);
  if (!section) return null;
  const lines = othersIn(body.slice(section.from, section.to)).split(/\r?\n/);
  return lines.find((one) => FIGURE.test(one))?.trim() ?? null;
}

/**
 * Our part between its marks if it is there, else under the card's heading, else at its end; what answered there before
 * goes.
 *
 * @param body of the card
 * @param part ours
 * @param ours gives a text the card's line ends
 */
export function withSection(body: string, part: string, ours: (text: string) => string): string {
  const section = sectionOf(body);
  if (!section) {
    const there = partOf(body);
    if (there) return body.slice(0, there.from) + ours(part) + body.slice(there.to);
    const gap = body === '' || /\n\r?\n$/.test(body) ? '' : body.endsWith('\n') ? '\n' : '\n\n';
    return `${body}${ours(`${gap}${HEADING}\n\n${part}\n`)}`;
  }
  const inside = body.slice(section.from, section.to);
  const there = partOf(inside);
  const before = there ? withoutAnswers(inside.slice(0, there.from)) : ours('\n\n');
  const rest = withoutAnswers(there ? inside.slice(there.to) : inside);
  const after = /^\r?\n/.test(rest) ? rest : ours('\n') + rest;
  return `${body.slice(0, section.from)}${before}${ours(part)}${after}${body.slice(section.to)}`;
}
