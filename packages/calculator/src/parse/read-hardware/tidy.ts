const DECORATION = /^(?:[\s*_`"'#>•–—]|-(?!\d))+|[\s*_`"'.;:!]+$/g;

/**
 * A text without what decorates it: list marks, Markdown, the full stop of a sentence.
 *
 * @example tidy('** 8 16GB V100.') // '8 16GB V100'
 */
export function tidy(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').replace(DECORATION, '');
}

/** And whose it is: `NVIDIA's GB200`. */
const TRADE_MARKS = /\((?:r|tm|c)\)|[®™©]|(?<=[a-z]{2})['’]s\b/gi;

/** What stands in brackets is as good as what stands before them: `A100 (80GB) SXM` -> `A100 80GB SXM`. */
export function withoutBrackets(text: string): string {
  return text
    .replace(TRADE_MARKS, '')
    .replace(/[()[\]{},]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Marks between kinds of hardware, outside brackets. A fraction is one number, and `gres/gpu` one name. */
const BETWEEN =
  /\|\||[,;+&|]|(?<!\d|\b(?:gres|fs|license)|\.(?:com|io))\/|(?<=\d)\/(?!\d)|\b(?:and|plus)\b/gi;

/**
 * The parts of a description that names several things.
 *
 * @example parts('A100 40GB / T4 15GB') // ['A100 40GB', 'T4 15GB']
 */
export function parts(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(BETWEEN)) {
    if (isInside(text, index) || isThousands(text, index)) continue;
    found.push(text.slice(from, index));
    from = index + mark.length;
  }
  return [...found, text.slice(from)].map(tidy).filter(Boolean);
}

function isInside(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.split(/[([{]/).length > before.split(/[)\]}]/).length;
}

/** The comma of 1,024. */
function isThousands(text: string, at: number): boolean {
  return text[at] === ',' && /\d$/.test(text.slice(0, at)) && /^,\d{3}(?!\d)/.test(text.slice(at));
}
