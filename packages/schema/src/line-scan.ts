/** Texts that differ from run to run and that no figure hangs on. */
export type OwnText = 'name' | 'start' | 'end';

/**
 * A line of JSON apart: its numbers and its own texts, each with where it stands, and all else as it is. What was found
 * in one line holds until the next one is read.
 */
export class LineScan {
  /** In their order, as many as `count` says. */
  readonly numbers = new Float64Array(MOST);
  count = 0;
  /** Where numbers and own texts begin and end, one after the other, as many as `ends` says. */
  readonly cuts = new Int32Array(2 * MOST);
  ends = 0;
  /** Name, start and end as the run itself tells them in texts, each by the place of its first cut; -1 where it does not. */
  readonly texts: Record<OwnText, number> = { name: -1, start: -1, end: -1 };
  /** Of all that lies between the cuts; two lines that differ there rarely have the same. */
  hash = 0;
  /** How many fields all objects have. */
  fields = 0;

  /**
   * Takes a line apart, in one pass.
   *
   * @param bytes in UTF-8
   * @returns false for what is no JSON at first sight, and for what is rare: escapes, numbers below 0. What lies between the
   * cuts is not checked beyond that: it is JSON where another line with the same between its cuts is
   */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    const { numbers, cuts, texts } = this;
    texts.name = -1;
    texts.start = -1;
    texts.end = -1;
    let hash = 0;
    let count = 0;
    let ends = 0;
    let fields = 0;
    let depth = 0;
    let key = from;
    let own: OwnText | null = null;
    for (let at = from; at < to; ) {
      const sign = bytes[at] as number;
      if (sign === QUOTE) {
        const start = at + 1;
        const before: number = hash;
        for (at = start; at < to; at++) {
          const one = bytes[at] as number;
          if (one === QUOTE) break;
          if (one === BACKSLASH || one < SPACE) return false;
          hash = (Math.imul(hash, 31) + one) | 0;
        }
        if (at === to) return false;
        if (own === null) key = start;
        else {
          // Told twice, the last one counts; nobody writes so.
          if (texts[own] >= 0 || ends === cuts.length) return false;
          texts[own] = ends;
          cuts[ends++] = start;
          cuts[ends++] = at;
          hash = Math.imul(before, 31);
          own = null;
        }
        at += 1;
      } else if (isDigit(sign)) {
        const end = endOfNumber(bytes, at, to);
        const value = numberIn(bytes, at, end);
        if (Number.isNaN(value)) return false;
        if (ends === cuts.length) return false;
        numbers[count++] = value;
        cuts[ends++] = at;
        cuts[ends++] = end;
        hash = Math.imul(hash, 31);
        at = end;
      } else {
        if (sign === COLON) {
          fields += 1;
          own = depth === 1 ? ownText(bytes, key) : null;
        } else if (sign > SPACE) {
          if (sign === MINUS) return false;
          if (sign === OPEN || sign === OPEN_LIST) depth += 1;
          else if (sign === CLOSE || sign === CLOSE_LIST) depth -= 1;
          own = null;
        }
        hash = (Math.imul(hash, 31) + sign) | 0;
        at += 1;
      }
    }
    this.hash = hash;
    this.fields = fields;
    this.count = count;
    this.ends = ends;
    return true;
  }
}

/** Numbers of a line; one of many runs has fewer. */
const MOST = 64;
const codeOf = (sign: string) => sign.charCodeAt(0);
const SPACE = codeOf(' ');
const QUOTE = codeOf('"');
const BACKSLASH = codeOf('\\');
const COLON = codeOf(':');
const MINUS = codeOf('-');
const PLUS = codeOf('+');
const POINT = codeOf('.');
const ZERO = codeOf('0');
const NINE = codeOf('9');
const OPEN = codeOf('{');
const CLOSE = codeOf('}');
const OPEN_LIST = codeOf('[');
const CLOSE_LIST = codeOf(']');
const SMALL_E = codeOf('e');
const LARGE_E = codeOf('E');

const OWN = (['name', 'start', 'end'] as const).map(
  (name) => [name, Uint8Array.from([...`${name}"`].map(codeOf))] as const,
);

/** Which of the own texts a field is, from where its name begins. */
function ownText(bytes: Uint8Array, key: number): OwnText | null {
  for (const [name, signs] of OWN) {
    let at = 0;
    while (at < signs.length && bytes[key + at] === signs[at]) at += 1;
    if (at === signs.length) return name;
  }
  return null;
}

const isDigit = (sign: number) => sign >= ZERO && sign <= NINE;

function endOfNumber(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const sign = bytes[at] as number;
    const isOfNumber =
      isDigit(sign) ||
      sign === POINT ||
      sign === SMALL_E ||
      sign === LARGE_E ||
      sign === PLUS ||
      sign === MINUS;
    if (!isOfNumber) return at;
  }
  return to;
}

/** A whole number of so many digits, and ten to the power of as many, are exact: their quotient is the number nearest to the text. */
const EXACT_DIGITS = 15;
const POWERS = [1];
while (POWERS.length <= EXACT_DIGITS) POWERS.push((POWERS.at(-1) as number) * 10);
const NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** The number as JSON.parse reads it; NaN for what is none in JSON. */
function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let whole = 0;
  let point = to;
  for (let at = from; at < to; at++) {
    const sign = bytes[at] as number;
    if (isDigit(sign)) whole = whole * 10 + (sign - ZERO);
    else if (sign === POINT && point === to) point = at;
    else return rareNumber(bytes, from, to);
  }
  const isPadded = bytes[from] === ZERO && point > from + 1;
  if (to - from > EXACT_DIGITS || point === to - 1 || isPadded) return rareNumber(bytes, from, to);
  return point === to ? whole : whole / (POWERS[to - point - 1] as number);
}

function rareNumber(bytes: Uint8Array, from: number, to: number): number {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] as number);
  return NUMBER.test(text) ? Number(text) : Number.NaN;
}
