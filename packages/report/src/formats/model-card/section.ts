const HEADING = '## Environmental Impact';
export const BEGIN = '<!-- ml-emissions: begin -->';
export const END = '<!-- ml-emissions: end -->';

/** Its title, bare or set off: `**Environmental Impact**`. */
const TITLE = '[*_]{0,3}Environmental Impact:?[*_]{0,3}';
const UNDERLINE = '\\r?\\n {0,3}(?:=+|-+)[ \\t]*$';
/** A heading by `#`, or by a line of `=` or `-` under it. */
const HEADINGS = new RegExp(
  `^ {0,3}(?:#{1,6}[ \\t]+${TITLE}[ \\t]*(?:#+[ \\t]*)?$|${TITLE}[ \\t]*${UNDERLINE})`,
  'im',
);
const NEXT_HEADING = new RegExp(`^ {0,3}(?:#{1,6}[ \\t]|[^\\s#>|*+-].*${UNDERLINE})`, 'm');
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
/** What answers our question, as the hub's template and CodeCarbon's cards have it: a line each. */
const ANSWERS = [
  /^[ \t]*[-*+][ \t]+\**(?:Hardware Type|Hours used|Cloud Provider|Compute Region|Carbon Emitted|Energy Consumed)\b[:*].*\r?\n?/gim,
  /^Carbon emissions (?:can be estimated using the \[Machine Learning Impact calculator\]|were measured using \[CodeCarbon\]).*\r?\n?/gim,
];
/** An answer that is an amount. */
const AMOUNT = /(?:Carbon Emitted|Energy Consumed)\b\D*\d/i;
const ENERGY = /Energy Consumed/i;
/** An amount of emissions or of energy. */
const FIGURE =
  /\d[\d.,]*\s*(?:(?:µg|mg|g|kg|t|tons?|tonnes?|grams?|kilograms?)\b[^.\n]{0,20}\bCO(?:2|₂)|[kMG]?Wh\b)/i;

interface Span {
  readonly from: number;
  readonly to: number;
}

const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ');

/** The text with its code between fences blanked, each other character at its place: what stands there is shown, not said. */
function withoutCode(text: string): string {
  let open = '';
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      const [, fence = '', rest = ''] = FENCE.exec(line.trimEnd()) ?? [];
      if (open !== '') {
        const isEnd = fence.startsWith(open) && rest.trim() === '';
        if (isEnd) open = '';
        return blank(line);
      }
      const begins = fence !== '' && !(fence.startsWith('`') && rest.includes('`'));
      if (begins) open = fence;
      return begins ? blank(line) : line;
    })
    .join('');
}

/** The same without comments, our marks among them. */
const withoutComments = (text: string): string => text.replaceAll(/<!--[\s\S]*?-->/g, blank);

/** Where the card's section on environmental impact stands, its heading apart; null where it has none. */
function sectionOf(body: string): Span | null {
  const said = withoutComments(withoutCode(body));
  const heading = HEADINGS.exec(said);
  if (!heading) return null;
  const from = heading.index + heading[0].length;
  const next = NEXT_HEADING.exec(said.slice(from));
  return { from, to: next ? from + next.index : body.length };
}

/** Our part in a text; null where it is not there. */
function partOf(body: string): Span | null {
  const said = withoutCode(body);
  const from = said.indexOf(BEGIN);
  const to = said.indexOf(END, from);
  return from >= 0 && to > from ? { from, to: to + END.length } : null;
}

/** Where lines stand that answer our question. */
function answersIn(text: string): Span[] {
  const said = withoutComments(withoutCode(text));
  return ANSWERS.flatMap((answer) => [...said.matchAll(answer)])
    .map(({ index, 0: line }) => ({ from: index, to: index + line.length }))
    .toSorted((a, b) => a.from - b.from);
}

const withoutAnswers = (text: string): string =>
  answersIn(text).reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);

/** A section without our part. */
function beside(section: string): string {
  const part = partOf(section);
  return part ? section.slice(0, part.from) + section.slice(part.to) : section;
}

/** The card's section without our part; '' where it has none. */
function othersOf(body: string): string {
  const section = sectionOf(body);
  return section ? beside(body.slice(section.from, section.to)) : '';
}

/** The line of the card's section that says another figure in its own words; null where none does. */
export function otherFigure(body: string): string | null {
  const others = withoutComments(withoutCode(withoutAnswers(othersOf(body))));
  return (
    others
      .split(/\r?\n/)
      .find((one) => FIGURE.test(one))
      ?.trim() ?? null
  );
}

/**
 * The line among those that we replace which says what was metered; null where none does.
 *
 * @param body of the card
 * @param isMeter whether a text names what meters
 */
export function meteredAnswer(body: string, isMeter: (text: string) => boolean): string | null {
  const others = othersOf(body);
  const answers = answersIn(others).map(({ from, to }) => others.slice(from, to).trim());
  const isMetered = answers.some((one) => !AMOUNT.test(one) && /were measured/i.test(one));
  const amount = answers.find(
    (one) => AMOUNT.test(one) && (isMetered || ENERGY.test(one) || isMeter(one)),
  );
  return amount ?? null;
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
