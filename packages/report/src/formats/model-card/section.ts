const HEADING = '## Environmental Impact';
export const BEGIN = '<!-- ml-emissions: begin -->';
export const END = '<!-- ml-emissions: end -->';

/** What a card calls it; signs, emoji and numbers about it are free. */
const TITLE =
  '[^\\p{L}\\r\\n]*(?:Environmental (?:Impact|Footprint)|(?:Carbon|CO[2₂]) (?:Footprint|Emissions))(?:[^\\p{L}\\r\\n]*optional)?[^\\p{L}\\r\\n]*';
const UNDERLINE = '\\r?\\n {0,3}(?:=+|-+)[ \\t]*$';
/** A heading by `#`, by a line of `=` or `-` under it, or a line in bold that stands for one. */
const HEADINGS = new RegExp(
  `^ {0,3}(?:#{1,6}[ \\t]+${TITLE}$|(?![-*+>|#])${TITLE}${UNDERLINE}|(?<bold>\\*\\*|__)${TITLE}(?:\\*\\*|__):?[ \\t]*$)`,
  'gimu',
);
const HEADING_LINE = `#{1,6}[ \\t]|[^\\s#>|*+-].*${UNDERLINE}`;
const NEXT_HEADING = new RegExp(`^ {0,3}(?:${HEADING_LINE})`, 'm');
const NEXT_BOLD = new RegExp(
  `^ {0,3}(?:${HEADING_LINE}|(?:\\*\\*|__)[^*_\\r\\n]+(?:\\*\\*|__):?[ \\t]*$)`,
  'm',
);
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
/** What answers our question, as the hub's template and CodeCarbon's cards have it: a line each, with what hangs on it. */
const ANSWERS = [
  /^([ \t]*)(?:[-*+][ \t]+[*_]*|\*\*|__)(?:Hardware Type|Hours used|Cloud Provider|Compute Region|Carbon Emitted|Energy Consumed)\b[:*_].*(?:\r?\n|$)(?:\1[ \t]{2,}\S.*(?:\r?\n|$))*/gim,
  /^Carbon emissions (?:can be estimated using the \[Machine Learning Impact calculator\]\([^)\s]*\)(?: presented in \[Lacoste et al\. \(2019\)\]\([^)\s]*\))?|were measured using \[CodeCarbon\]\([^)\s]*\))\.?[ \t]*(?:\r?\n|$)?/gim,
];
/** AutoTrain's line, which repeats the field of the front matter among its own. */
const REPEATED = /^[-*][ \t]+CO2 Emissions \(in grams\):.*(?:\r?\n|$)/gm;
/** An answer that is an amount. */
const AMOUNT = /(?:Carbon Emitted|Energy Consumed)\b\D*\d/i;
const ENERGY = /Energy Consumed/i;
const MASS = '(?:µg|mg|g|kg|kt|t|(?:metric )?(?:tons?|tonnes?)|grams?|kilograms?|kilos?)';
/** An amount of emissions or of energy. */
const FIGURE = new RegExp(
  [
    `\\d[\\d.,]*\\s*${MASS}(?:\\b[^.\\n]{0,20}[^\\p{L}.\\n])?CO[2₂]`,
    `\\b(?:CO[2₂]|carbon|emissions?|emitted|footprint)(?=[^\\p{L}])[^.\\n]{0,40}?\\d[\\d.,]*\\s*${MASS}\\b`,
    `\\bCO[2₂] emissions? \\((?:in )?${MASS}\\)\\D{0,5}\\d`,
    '\\d[\\d.,]*\\s*[kMG]?Wh\\b',
  ].join('|'),
  'iu',
);

/** What answers beside it, as CodeCarbon's cards have it under other headings: where the work ran, on what, for how long. */
const TOLD_BESIDE =
  /^\s*(?:[-*+]\s+[*_]*|\*\*|__)(?:On Cloud|GPU Model|CPU Model|Hardware Type|Hours used|Cloud Provider|Compute Region)\b[:*_].*[\p{L}\d]/iu;

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

/** Where the card's sections on environmental impact stand, their headings apart, in their order. */
function sectionsOf(body: string): Span[] {
  const said = withoutComments(withoutCode(body));
  const sections: Span[] = [];
  for (const heading of said.matchAll(HEADINGS)) {
    const from = heading.index + heading[0].length;
    // A heading within a section is of it.
    if (from <= (sections.at(-1)?.to ?? -1)) continue;
    const next = (heading.groups?.bold ? NEXT_BOLD : NEXT_HEADING).exec(said.slice(from));
    sections.push({ from, to: next ? from + next.index : body.length });
  }
  return sections;
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

/** The card's sections without our part; '' where it has none. */
const othersOf = (body: string): string =>
  sectionsOf(body)
    .map(({ from, to }) => beside(body.slice(from, to)))
    .join('\n');

const linesWith = (text: string, isMeant: (line: string) => boolean): string[] =>
  withoutComments(withoutCode(text))
    .split(/\r?\n/)
    .filter(isMeant)
    .map((one) => one.trim());

const saysFigure = (text: string) => linesWith(text, (line) => FIGURE.test(line));

/** The line of the card's sections that says another figure in its own words; null where none does. */
export function otherFigure(body: string): string | null {
  return saysFigure(withoutAnswers(othersOf(body)))[0] ?? null;
}

/** Lines outside of its sections that answer too: whether it is of the same work, only its author knows. */
export function answersElsewhere(body: string): string[] {
  const mine = [...sectionsOf(body), ...[partOf(body)].filter((one) => one !== null)];
  const outside = mine
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (left, { from, to }) => left.slice(0, from) + blank(left.slice(from, to)) + left.slice(to),
      body,
    );
  return linesWith(
    outside.replaceAll(REPEATED, ''),
    (line) => FIGURE.test(line) || TOLD_BESIDE.test(line),
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
  const there = partOf(body);
  const sections = sectionsOf(body);
  const home = there
    ? sections.find(({ from, to }) => from <= there.from && there.to <= to)
    : sections[0];
  // From the last to the first, so that what stands before stays where it is.
  const whole = sections.toReversed().reduce((left, section) => {
    const inside = left.slice(section.from, section.to);
    const mended = section === home ? withPart(inside, ours(part), ours) : withoutAnswers(inside);
    return left.slice(0, section.from) + mended + left.slice(section.to);
  }, body);
  if (home) return unrepeated(whole);
  const alone = partOf(whole);
  if (alone) return unrepeated(whole.slice(0, alone.from) + ours(part) + whole.slice(alone.to));
  const left = unrepeated(whole);
  const gap = left === '' || /\n\r?\n$/.test(left) ? '' : left.endsWith('\n') ? '\n' : '\n\n';
  return `${left}${ours(`${gap}${HEADING}\n\n${part}\n`)}`;
}

const unrepeated = (body: string): string => {
  const said = withoutComments(withoutCode(body));
  return [...said.matchAll(REPEATED)]
    .toReversed()
    .reduce(
      (left, { index, 0: line }) => left.slice(0, index) + left.slice(index + line.length),
      body,
    );
};

/** A section with our part in it. */
function withPart(inside: string, part: string, ours: (text: string) => string): string {
  const there = partOf(inside);
  const before = there ? withoutAnswers(inside.slice(0, there.from)) : ours('\n\n');
  const rest = withoutAnswers(there ? inside.slice(there.to) : inside);
  const after = /^\r?\n/.test(rest) ? rest : ours('\n') + rest;
  return `${before}${part}${after}`;
}
