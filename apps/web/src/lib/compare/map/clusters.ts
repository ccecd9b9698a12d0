import { spread } from '../spread.ts';

/** Something on the map, px. */
interface Spot {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** What is drawn as one mark: a place, or several that would cover each other. */
export interface Mark<Item extends Spot> {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly items: readonly Item[];
}

/**
 * Marks no nearer to each other than a gap, each in the middle of its places.
 *
 * @param items always in the same order, so that the same places stand together
 * @param gap px
 */
export function clustered<Item extends Spot>(items: readonly Item[], gap: number): Mark<Item>[] {
  const marks = items.map(
    (item): Mark<Item> => ({ key: item.key, x: item.x, y: item.y, items: [item] }),
  );
  return settled(marks, gap);
}

/** A mark moves as it takes in places, towards another perhaps: until none is too near. */
function settled<Item extends Spot>(marks: Mark<Item>[], gap: number): Mark<Item>[] {
  const joined = joinNear(marks, gap);
  return joined.length === marks.length ? marks : settled(joined, gap);
}

/** Each mark, or the nearest before it that took it in. */
function joinNear<Item extends Spot>(marks: readonly Mark<Item>[], gap: number): Mark<Item>[] {
  const groups: Mark<Item>[] = [];
  for (const mark of marks) {
    let nearest = -1;
    let least = gap;
    groups.forEach(({ x, y }, index) => {
      const off = Math.hypot(x - mark.x, y - mark.y);
      if (off < least) [nearest, least] = [index, off];
    });
    const group = groups[nearest];
    if (group) groups[nearest] = together(group, mark);
    else groups.push(mark);
  }
  return groups;
}

/** Two marks as one, in the middle of all their places. */
function together<Item extends Spot>(one: Mark<Item>, two: Mark<Item>): Mark<Item> {
  const share = two.items.length / (one.items.length + two.items.length);
  return {
    key: one.key,
    x: one.x + (two.x - one.x) * share,
    y: one.y + (two.y - one.y) * share,
    items: [...one.items, ...two.items],
  };
}

/**
 * The same, with the places of one mark each on its own around it: they stand on one spot, however near one looks.
 *
 * @param opened key of the mark
 * @param gap px between its places
 */
export function opened<Item extends Spot>(
  marks: readonly Mark<Item>[],
  key: string | null,
  gap: number,
): Mark<Item>[] {
  return marks.flatMap((mark) => {
    if (mark.key !== key || mark.items.length === 1) return mark;
    const { x, y } = mark;
    return spread(
      mark.items.map((item) => ({ item, x, y })),
      gap,
    ).map(({ item, atX, atY }) => ({ key: item.key, x: atX, y: atY, items: [item] }));
  });
}
