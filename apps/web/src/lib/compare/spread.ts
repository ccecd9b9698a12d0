/** Something on a plane with a size. */
interface Dot {
  readonly x: number;
  readonly y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Farther than about four gaps from its true place a dot would tell another place: there it covers others. */
const MOST_TURNS = 60;

/**
 * Moves dots that would cover each other to the nearest free spot, always in the same way.
 *
 * Each dot looks for its spot along a spiral around its true place.
 *
 * @param items with their true places, the most important first
 * @param gap the least distance between two dots
 */
export function spread<Item extends Dot>(
  items: readonly Item[],
  gap: number,
): (Item & { readonly atX: number; readonly atY: number })[] {
  const cells = new Map<string, Dot[]>();
  const cellOf = (x: number, y: number) => `${Math.floor(x / gap)},${Math.floor(y / gap)}`;
  const isFree = (x: number, y: number): boolean => {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const near = cells.get(cellOf(x + dx * gap, y + dy * gap)) ?? [];
        if (near.some((dot) => Math.hypot(dot.x - x, dot.y - y) < gap)) return false;
      }
    }
    return true;
  };
  return items.map((item) => {
    let { x, y } = item;
    for (let turn = 1; !isFree(x, y); turn += 1) {
      if (turn === MOST_TURNS) {
        ({ x, y } = item);
        break;
      }
      const radius = gap * 0.55 * Math.sqrt(turn);
      x = item.x + radius * Math.cos(turn * GOLDEN_ANGLE);
      y = item.y + radius * Math.sin(turn * GOLDEN_ANGLE);
    }
    const cell = cellOf(x, y);
    cells.set(cell, [...(cells.get(cell) ?? []), { x, y }]);
    return { ...item, atX: x, atY: y };
  });
}
