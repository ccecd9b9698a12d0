import { hierarchy, treemap } from 'd3-hierarchy';
import type { Cell, Measure } from './answers.ts';

/** A cell as an area of a picture that is 1 high. */
export interface Area {
  readonly cell: Cell;
  /** Which of the outer groups it is in, the largest 0. */
  readonly outer: number;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

interface Node {
  readonly cell?: Cell;
  readonly children?: readonly Node[];
}

/**
 * Cells as areas as large as their figures, those of one outer group beside each other.
 *
 * @param outerOf which group a cell is in
 * @param aspect width of the picture over its height
 */
export function areasOf(
  cells: readonly Cell[],
  measure: Measure,
  outerOf: (cell: Cell) => string,
  aspect: number,
): readonly Area[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells.filter((one) => one[measure] > 0)) {
    const group = groups.get(outerOf(cell)) ?? [];
    groups.set(outerOf(cell), group);
    group.push(cell);
  }
  const root = hierarchy<Node>({
    children: [...groups.values()].map((group) => ({ children: group.map((cell) => ({ cell })) })),
  })
    .sum(({ cell }) => cell?.[measure] ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const placed = treemap<Node>().size([aspect, 1])(root);
  return (placed.children ?? []).flatMap((group, outer) =>
    group
      .leaves()
      .flatMap(({ data: { cell }, x0, x1, y0, y1 }) =>
        cell ? [{ cell, outer, x1: x0, x2: x1, y1: y0, y2: y1 }] : [],
      ),
  );
}
