/** What was found lately, by a text: as much of it as fits. */
export interface Recent<Item> {
  readonly get: (key: string) => Item | undefined;
  readonly set: (key: string, item: Item) => void;
}

/**
 * What was found lately. It has two halves: once the newer one is full, what stands in the older one and was not asked
 * for since is let go.
 *
 * @param most of each half
 */
export function createRecent<Item>(most: number): Recent<Item> {
  let newer = new Map<string, Item>();
  let older = new Map<string, Item>();
  const set = (key: string, item: Item) => {
    if (newer.size >= most) {
      older = newer;
      newer = new Map();
    }
    newer.set(key, item);
  };
  return {
    get(key) {
      const item = newer.get(key);
      if (item !== undefined) return item;
      const before = older.get(key);
      if (before !== undefined) set(key, before);
      return before;
    },
    set,
  };
}
