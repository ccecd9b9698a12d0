import { NUMBER_WORDS } from '@ml-emissions/schema';

/** A text that may be a count with a name. */
export interface Counted {
  readonly count: number;
  readonly rest: string;
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ...NUMBER_WORDS,
  ['single', 1],
  ['dual', 2],
  ['quad', 4],
  ['half', 1 / 2],
  ['un seul', 1],
  ['une seule', 1],
]);
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+|\d+\s*\/\s*\d+|\d+(?:\.\d+)?(?:k\b)?`;
/** `un seul` before `un`. */
const UNITS = `(?:${[...WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const VENDORS = '(?:nvidia|amd|intel|google|tesla|cloud|radeon|instinct|geforce)';

/** Ways to write a count, the plainest first; each has the groups `count` and `rest`. */
const FORMS: readonly RegExp[] = [
  // 8x A100, 8 × A100, 8*A100
  new RegExp(String.raw`^(?<count>${NUMBER})\s*[x×*]\s*(?<rest>\S.*)$`, 'i'),
  // (8) A100
  new RegExp(String.raw`^\((?<count>${NUMBER})\s*[x×]?\)\s*(?<rest>\S.*)$`, 'i'),
  // 8 A100, 8 (eight) A100, 1/7 of an A100
  new RegExp(
    String.raw`^(?<count>${NUMBER})\s+(?:\(${UNITS}\)\s+|of\s+(?:an?|one)\s+)?(?<rest>\S.*)$`,
    'i',
  ),
  // eight A100, half of an A100
  new RegExp(String.raw`^(?<count>${UNITS})\s+(?:of\s+(?:an?|one)\s+)?(?<rest>\S.*)$`, 'i'),
  // NVIDIA 2xH200
  new RegExp(
    String.raw`^(?<before>${VENDORS}\s+)(?<count>${NUMBER})\s*[x×*]\s*(?<rest>\S.*)$`,
    'i',
  ),
  // A100 (8x), A100 (x8), A100 (8), A100 (8 GPUs)
  new RegExp(
    String.raw`^(?<rest>.+?)\s*\(\s*[x×]?\s*(?<count>${NUMBER}|${UNITS})\s*[x×]?\s*(?:gpus?|cards?|chips?)?\s*\)$`,
    'i',
  ),
  // A100 8 GPUs, A100 - 8 GPUs
  new RegExp(
    String.raw`^(?<rest>.+?)[\s\u2013-]+(?<count>${NUMBER}|${UNITS})[\s-]*[x×]?\s*(?:gpus?|cards?|chips?)$`,
    'i',
  ),
  // A100 x4, A100x4, A100 * 4
  new RegExp(String.raw`^(?<rest>.+?)\s*[x×*]\s*(?<count>${NUMBER})$`, 'i'),
  // A100: 4
  new RegExp(String.raw`^(?<rest>.+?)\s*[:=]\s*(?<count>${NUMBER})$`, 'i'),
];

/** `1.024` is a thousand and more in German, and hardly more than one in English. */
const EITHER = /^[1-9]\d{0,2}\.\d{3}$/;
/** Units of what follows a number that is no count: `80 GB A100`, `7 nm`. */
const MEASURE = /^(?:gb|gib|go|g|mb|tb|w|watts?|kw|nm|ghz|mhz|%|hours?|h)\b/i;
/** `2 nodes with T4` counts servers, and not what is in them. */
const OF_SERVERS = /^(?:nodes?|servers?|machines?|hosts?|box(?:es)?)\b/i;

/**
 * Every way to read a count off a text, the plainest first. Whether the rest names anything is not asked here.
 *
 * @example counts('8 v100 GPUs') // [{ count: 8, rest: 'v100 GPUs' }]
 */
export function counts(text: string): Counted[] {
  return FORMS.flatMap((form) => {
    const { count, rest = '', before = '' } = form.exec(text)?.groups ?? {};
    if (count === undefined || EITHER.test(count)) return [];
    if (MEASURE.test(rest) || OF_SERVERS.test(rest)) return [];
    const value = numberOf(count);
    return value > 0 ? [{ count: value, rest: before + rest }] : [];
  });
}

/** A count that stands alone: `8 GPUs`. null where the text says more. */
export function countAlone(text: string): number | null {
  const alone = new RegExp(
    String.raw`^(?:x\s*)?(?<count>${NUMBER}|${UNITS})\s*[x×]?\s*(?:gpus?|cards?|chips?|accelerators?)?$`,
    'i',
  ).exec(text);
  return alone ? numberOf(alone.groups?.count ?? '') : null;
}

function numberOf(text: string): number {
  const word = WORDS.get(text.toLowerCase());
  if (word !== undefined) return word;
  const [over = '', under = '1'] = text.replaceAll(',', '').split('/');
  const isThousands = /k$/i.test(over);
  return (Number(over.replace(/k$/i, '')) * (isThousands ? 1000 : 1)) / Number(under);
}

const TIMES_BEHIND = /[x×*]\s*\d+\s*\)?$/i;

/** The same for machines: `p4d.24xlarge, 8 GPUs` counts the chips in one, `2 x p4d.24xlarge` the machines. */
export const machineCounts = (text: string): Counted[] =>
  counts(text).filter(
    ({ count, rest }) =>
      Number.isInteger(count) && (text.endsWith(rest) || TIMES_BEHIND.test(text)),
  );
