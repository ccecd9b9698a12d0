/** Computers whose name is none of their chip: `MacBook Pro` must not make an M1 an M1 Pro. */
const COMPUTER =
  /\b(?:mac\s?book(?:\s?(?:air|pro|neo))?|mac\s?(?:studio|mini|pro)|imac(?:\s?pro)?)\b(?:\s*\(?(?:\d{1,2}(?:\.\d)?[\s-]?(?:inch|")\s*,?\s*)?(?:early|mid|late)?\s*(?:20\d\d)?\)?)?/gi;
/** Cores of a chip that is named beside them. */
const CORES =
  /\b\d+(?:\s*[+/]\s*\d+)?\s*-?\s*(?:c|cores?)\b(?:\s*(?:cpu|gpu))?(?:\s*\d+\s*\+\s*\d+)?/gi;
const CLOCK = /@\s*[\d.]+\s*ghz/gi;
/** Words about a chip that tell it from no other. */
const ABOUT =
  /\b(?:tensor\s+cores?|gpus?|cpus?|graphi(?:cs|ques?)|cards?|cartes?|chips?|puces?|hgx|accelerators?|unified|memory|v?ram|hbm\d?e?|gddr\d?x?|nvl\d+|systems?|nodes?|servers?|clusters?|machines?|average|mean|idle|mix|mixed|with|using|discrete|dedicated|the|each|of)\b/gi;
/** Sizes of a hosted machine around its chip: `T4 small`, `a10g-largex2`. */
const SIZE = /(?<=\d[a-z]?)(?:\s*-\s*|\s+)(?:small|medium|large|xlarge)(?=\s|$|x\d)/gi;

/** A text without the computer around the chip. */
export const withoutComputer = (text: string): string => plain(text.replace(COMPUTER, ' '));

/** A text without words that tell no chip from another. */
export function withoutAsides(text: string): string {
  return plain(text.replace(CLOCK, ' ').replace(CORES, ' ').replace(SIZE, ' ').replace(ABOUT, ' '));
}

/** A processor without its cores and the word for it: `AMD EPYC 7742 64-Core Processor`. */
export const withoutCores = (text: string): string =>
  plain(text.replace(CORES, ' ').replace(/\bprocessors?\b/gi, ' '));

/** What hardware was used for, and that another would have done as well. */
const BEHIND =
  /[\s,]+(?:for\s+(?:the\s+)?(?:model\s+)?(?:pre-?|post-?)?(?:training|fine-?tuning|inference|evaluation|experiments?)|or\s+(?:an?\s+)?(?:equivalent|similar|comparable|better|higher|more))\.?$/i;

/**
 * A description without what it was used for, and that.
 *
 * @example withoutUse('A100 x4 for training') // { name: 'A100 x4', use: 'for training' }
 */
export function withoutUse(text: string): { readonly name: string; readonly use: string | null } {
  const [use] = BEHIND.exec(text) ?? [];
  return use === undefined
    ? { name: text, use: null }
    : { name: text.slice(0, -use.length), use: use.replace(/^[\s,]+/, '') };
}

/** Text that says nothing about hardware, or that there is none of a kind. */
const NOTHING = [
  /^(?:0(?![.,/])|no|none|without)\b[^,;+&|]*$/i,
  /^(?:n\s*\/\s*a|na|nil|null|unknown|unspecified|not\s+(?:specified|applicable|available|known))$/i,
  /^apple\s+silicon$/i,
  /^(?:cpu|gpu|hardware)\s*(?:model|type|name)?\s*:?$/i,
  /^(?:apple\s*)?(?:20\d\d)?$/i,
];

/** Memory and cores of the computer, which say nothing of the accelerator. */
const OF_COMPUTER = [
  /^\d+(?:\.\d+)?\s*(?:gb|gib|tb|g)\s*(?:of\s+)?(?:(?:unified|system|ddr\d)\s+)?(?:ram|memory)(?:\s*\/\s*cpu)?$/i,
  /^\d+\s*-?\s*(?:c|cores?|v?cpus?|threads?)\b(?:\s*(?:cpu|gpu))?[\s\d()+-]*$/i,
];

/** Whether a part of a description says nothing at all. */
export const saysNothing = (text: string): boolean => NOTHING.some((form) => form.test(text));

/** Whether a part of a description is of the computer around, in words that a run has other fields for. */
export const isOfComputer = (text: string): boolean => OF_COMPUTER.some((form) => form.test(text));

/** A line of `nvidia-smi -L`. */
const LISTED = /^gpu\s+\d+:\s+(.+?)(?:\s+\(uuid:.*\))?$/i;

/** `Cpu model: Intel …` -> `Intel …`, `GPU 0: Tesla T4 (UUID: …)` -> `Tesla T4`. */
export const withoutLabel = (text: string): string =>
  text
    .replace(LISTED, '$1')
    .replace(/^(?:cpu|gpu|hardware|accelerator)\s*(?:model|type|name|used)?\s*:\s+/i, '');

const plain = (text: string): string =>
  text
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
