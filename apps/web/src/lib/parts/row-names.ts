import type * as PlotModule from '@observablehq/plot';

/** About what a letter of a chart takes. */
const LETTER_PX = 8;
const GAP_PX = 14;
/** Names that take more of a chart's width than this stand above their rows. */
const MOST = 0.45;
const NAME_PX = 18;
/** Half of the first figure of an axis. */
const EDGE_PX = 18;

/** How the rows of a chart are named. */
interface RowNames {
  /** What a chart takes of it as it stands. */
  readonly left: { readonly marginLeft: number };
  /** The scale of its rows. */
  readonly y: { readonly label: null; readonly domain: string[]; readonly axis?: null };
  /** How much higher a row is than what is drawn in it. */
  readonly extraPx: number;
  /** How far what is drawn in a row stands under its middle. */
  readonly dy: number;
  /** The names, where they are no axis. */
  readonly marks: PlotModule.Markish[];
}

/**
 * Names left of the rows of a chart, or above each where a narrow one has no room beside its names.
 *
 * @param names in the order of the rows
 * @param width of the chart, px
 * @param rowPx height of what is drawn in a row
 */
export function rowNames(
  plot: typeof PlotModule,
  names: readonly string[],
  width: number,
  rowPx: number,
): RowNames {
  const marginLeft = GAP_PX + LETTER_PX * Math.max(...names.map(({ length }) => length));
  const y = { label: null, domain: [...names] };
  if (marginLeft <= MOST * width) {
    return { left: { marginLeft }, y, extraPx: 0, dy: 0, marks: [] };
  }
  const above = plot.text(names, {
    y: (name: string) => name,
    text: (name: string) => name,
    frameAnchor: 'left',
    textAnchor: 'start',
    dx: -EDGE_PX,
    dy: -rowPx / 2,
    fill: 'currentColor',
    stroke: 'var(--paper)',
    strokeWidth: 4,
  });
  return {
    left: { marginLeft: EDGE_PX },
    y: { ...y, axis: null },
    extraPx: NAME_PX,
    dy: NAME_PX / 2,
    marks: [above],
  };
}
