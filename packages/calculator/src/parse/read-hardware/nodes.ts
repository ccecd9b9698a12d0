const NUMBER = String.raw`\d{1,3}(?:,\d{3})+|\d+`;
const WORD = '(?:nodes?|servers?|machines?|hosts?|boxes|n(?:œ|oe)uds?)';
const EACH = String.raw`(?:each|a\s*piece|(?:per|par|a)\s+${WORD}|\/\s*node)`;

/** Ways to tell how many servers the chips are in; `each` where the count is of the chips in one. */
const FORMS: readonly (readonly [RegExp, { readonly isEach: boolean }])[] = [
  // 4 nodes x 8 A100, 4 nodes with 8 A100 each
  [
    new RegExp(
      String.raw`^(?<nodes>${NUMBER})\s*${WORD}\s*(?:[x×*:]|,?\s*each|(?=.*${EACH}$),?|(?=\s*(?:of|with|à|de|avec|having)\b))\s*(?:of|with|à|de|avec|having)?\s*(?<rest>[^\s].*?)[\s,]*${EACH}?$`,
      'i',
    ),
    { isEach: true },
  ],
  // 8x A100 per node, 4 nodes
  [
    new RegExp(
      String.raw`^(?<rest>.+?)[\s,]*\(?${EACH}\)?[\s,;x×*(]*(?:on|across|over|in)?\s*(?<nodes>${NUMBER})\s*${WORD}\)?$`,
      'i',
    ),
    { isEach: true },
  ],
  // 4 nodes, 8 A100
  [
    new RegExp(String.raw`^(?<nodes>${NUMBER})\s*${WORD}\s*[,;]\s*(?<rest>\S.*)$`, 'i'),
    { isEach: false },
  ],
  // 32x A100 (4 nodes), 32x A100 on 4 nodes
  [
    new RegExp(
      String.raw`^(?<rest>.+?)\s*(?:[,;(]|\bon\b|\bacross\b|\bover\b|\bin\b|\bsur\b)\s*(?<nodes>${NUMBER})\s*${WORD}\)?$`,
      'i',
    ),
    { isEach: false },
  ],
];

/** `64 H100 (8 per node)` */
const PER_NODE =
  /[\s,;]*\(?\b(\d+)\s*(?:gpus?|chips?|cards?|accelerators?)?\s*(?:per|\/|a)\s*(?:node|server|host)\b\)?/i;

/** A description without its servers, and how many those are. */
export interface WithNodes {
  readonly rest: string;
  /** null where only the chips in one are told. */
  readonly nodes: number | null;
  /** Chips in one, beside their count in all. */
  readonly perNode: number | null;
  /** Whether the count in the rest is of the chips in one server. */
  readonly isEach: boolean;
}

/**
 * The servers in a description of hardware, apart from what is in them.
 *
 * @returns null where it tells none
 * @example nodesIn('32x A100 (4 nodes)') // { rest: '32x A100', nodes: 4, isEach: false }
 */
export function nodesIn(text: string): WithNodes | null {
  const [whole, perNode] = PER_NODE.exec(text) ?? [];
  if (whole !== undefined && perNode !== undefined) {
    const bare = text.replace(whole, '');
    const inner = nodesIn(bare);
    return {
      rest: inner?.rest ?? bare,
      nodes: inner?.nodes ?? null,
      perNode: Number(perNode),
      isEach: false,
    };
  }
  for (const [form, { isEach }] of FORMS) {
    const { nodes = '', rest = '' } = form.exec(text)?.groups ?? {};
    const count = Number(nodes.replaceAll(',', ''));
    if (count > 0 && rest !== '') {
      return { rest: rest.trim(), nodes: count, perNode: null, isEach };
    }
  }
  return null;
}

/** Fewer chips in a server are rare: `8x A100, 4 nodes` may be 8 in all or 8 in each. */
export const FEWEST_IN_A_NODE = 4;
