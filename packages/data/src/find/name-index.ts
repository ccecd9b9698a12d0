import { distance } from 'fastest-levenshtein';
import { bareName, beginsNoise, plain, tellingWords, wordKey } from './words.ts';

/** Something with a key and the names that people have for it. */
export interface Named<Item> {
  readonly item: Item;
  /** The key; no other item has it. */
  readonly id: string;
  /** Shown in suggestions. */
  readonly label: string;
  readonly names: readonly string[];
}

interface Entry<Item> extends Named<Item> {
  readonly words: ReadonlySet<string>;
  readonly labelWords: ReadonlySet<string>;
  readonly keys: readonly string[];
}

const NONE: readonly never[] = [];

/** Names that people type, found exactly, by words or by nearness. */
export interface NameIndex<Item> {
  /** The item with this very id. */
  readonly byId: (id: string) => Item | undefined;
  /** Items that have this very name, every word of it: by id, else whatever its case, else by the same words in any order. */
  readonly exact: (text: string) => readonly Item[];
  /** The same; else without what stands in brackets and words about it: by id, else whatever its case, else by the same words in any order. */
  readonly named: (text: string) => readonly Item[];
  /** Items that the text names; where none has that very name, all that have every word of it. */
  readonly match: (text: string) => readonly Item[];
  /** Labels of the items whose names come nearest, best first. */
  readonly nearest: (text: string, most: number) => string[];
  /** Items for what has been typed so far, best first; all in order for an empty text. */
  readonly search: (text: string, most: number) => Item[];
}

/** A word that may leave its number out. */
const STEM = /^(\p{L}{3,})\d+$/u;

/** `sxm` stands for `sxm4`: a word of at least three letters may leave its number out. */
function standsFor(asked: string, word: string): boolean {
  return asked === word || (word.startsWith(asked) && STEM.exec(word)?.[1] === asked);
}

function has(entryWords: ReadonlySet<string>, asked: string): boolean {
  if (entryWords.has(asked)) return true;
  for (const word of entryWords) if (standsFor(asked, word)) return true;
  return false;
}

/** How near two plain texts are: 0 = the same, 1 = nothing in common. */
function remoteness(asked: string, name: string): number {
  const edits = distance(asked, name) / Math.max(asked.length, name.length);
  return name.startsWith(asked) || asked.startsWith(name) ? edits / 2 : edits;
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (!list) map.set(key, [item]);
  else if (!list.includes(item)) list.push(item);
}

const namesOf = <Item>({ id, label, names }: Named<Item>): readonly string[] => [
  id,
  label,
  ...names,
];

/** Items by the words of their names, in whatever order these stand. */
function byWordsOf<Item>(entries: readonly Named<Item>[]): ReadonlyMap<string, readonly Item[]> {
  const byWords = new Map<string, Item[]>();
  for (const entry of entries)
    for (const name of namesOf(entry)) push(byWords, wordKey(name), entry.item);
  return byWords;
}

/** Items with the words of their names. */
function wordedOf<Item>(entries: readonly Named<Item>[]): readonly Entry<Item>[] {
  return entries.map((entry) => {
    const names = namesOf(entry);
    const told = names.map(tellingWords);
    return {
      ...entry,
      words: new Set(told.flat()),
      // The label is the second of the names.
      labelWords: new Set(told[1]),
      keys: [...new Set(names.map(plain))],
    };
  });
}

/**
 * Builds an index over names.
 *
 * @param entries the items with their ids and names, in the order in which ties are shown
 */
export function nameIndex<Item>(entries: readonly Named<Item>[]): NameIndex<Item> {
  const byId = new Map<string, Item>();
  const byName = new Map<string, Item[]>();
  for (const { id, label, names, item } of entries) {
    byId.set(id, item);
    for (const name of [id, label, ...names]) push(byName, plain(name), item);
  }
  // Most texts are a name as it stands, and a command asks once: words are told apart when they are asked for.
  let worded: readonly Entry<Item>[] | null = null;
  const words = (): readonly Entry<Item>[] => {
    worded ??= wordedOf(entries);
    return worded;
  };
  let byWords: ReadonlyMap<string, readonly Item[]> | null = null;
  const withSameWords = (text: string): readonly Item[] | undefined => {
    byWords ??= byWordsOf(entries);
    return byWords.get(wordKey(text));
  };

  function exact(text: string): readonly Item[] {
    const item = byId.get(text);
    if (item !== undefined) return [item];
    return byName.get(plain(text)) ?? withSameWords(text) ?? NONE;
  }

  function named(text: string): readonly Item[] {
    const found = exact(text);
    return found.length > 0 ? found : namedBare(text);
  }

  function namedBare(text: string): readonly Item[] {
    const bare = bareName(text);
    return bare === '' ? [] : (byName.get(bare) ?? withSameWords(bare) ?? []);
  }

  function match(text: string): readonly Item[] {
    const found = named(text);
    if (found.length > 0) return found;
    const asked = tellingWords(text);
    const [rarest, ...others] = asked
      .map((word) => ({ word, entries: entriesWith(word) }))
      .sort((a, b) => a.entries.length - b.entries.length);
    if (!rarest) return found;
    return rarest.entries
      .filter((entry) => others.every(({ word }) => has(entry.words, word)))
      .map((entry) => entry.item);
  }

  let byWord: Map<string, Entry<Item>[]> | null = null;

  /** Entries with a word, or with one that it stands for, in their order. */
  function entriesWith(asked: string): readonly Entry<Item>[] {
    if (byWord === null) {
      byWord = new Map();
      for (const entry of words()) {
        const own = [...entry.words].flatMap((word) => [word, STEM.exec(word)?.[1] ?? word]);
        for (const word of new Set(own)) push(byWord, word, entry);
      }
    }
    return byWord.get(asked) ?? NONE;
  }

  function nearest(text: string, most: number): string[] {
    const asked = plain(text).slice(0, 60);
    const askedWords = tellingWords(asked);
    if (askedWords.length === 0) return [];
    return words()
      .map((entry) => {
        const near = Math.min(...entry.keys.map((key) => remoteness(asked, key)));
        const shared = askedWords.filter((word) => has(entry.words, word)).length;
        return { label: entry.label, score: near - shared / askedWords.length };
      })
      .filter(({ score }) => score < 0.67)
      .sort((a, b) => a.score - b.score)
      .slice(0, most)
      .map(({ label }) => label);
  }

  function search(text: string, most: number): Item[] {
    const whole = plain(text);
    if (whole === '') return entries.slice(0, most).map((entry) => entry.item);
    const asked = tellingWords(text);
    const found = withWords(asked, whole, most);
    // `RTX 4090 Laptop GP` is on its way to a word that tells nothing.
    const isUnderWay = found.length === 0 && asked.length > 1 && asked.slice(-1).some(beginsNoise);
    return isUnderWay ? withWords(asked.slice(0, -1), whole, most) : found;
  }

  function withWords(asked: readonly string[], whole: string, most: number): Item[] {
    const found: { item: Item; score: number }[] = [];
    for (const entry of words()) {
      let score = 0;
      for (const word of asked) {
        if (entry.words.has(word)) continue;
        let begins = false;
        for (const own of entry.words) {
          if (own.startsWith(word)) {
            begins = true;
            break;
          }
        }
        if (!begins) {
          score = Number.POSITIVE_INFINITY;
          break;
        }
        score += 1;
      }
      if (score === Number.POSITIVE_INFINITY) continue;
      if (entry.keys.includes(whole)) score -= 1;
      // Words of one name say more than words picked from several.
      const own = [...entry.labelWords];
      if (asked.every((word) => own.some((one) => one.startsWith(word)))) score -= 0.5;
      found.push({ item: entry.item, score });
    }
    return found
      .sort((a, b) => a.score - b.score)
      .slice(0, most)
      .map(({ item }) => item);
  }

  return { byId: (id) => byId.get(id), exact, named, match, nearest, search };
}

/**
 * The same index, built when it is first asked for something that is no id: what programs write mostly is one, and the
 * names of all things need not be read to find it.
 *
 * @param byId the item with this very id, if the index has it
 * @param make builds the index
 */
export function idsFirst<Item>(
  byId: (id: string) => Item | undefined,
  make: () => NameIndex<Item>,
): NameIndex<Item> {
  let made: NameIndex<Item> | undefined;
  const index = () => {
    made ??= make();
    return made;
  };
  const withId = (text: string): readonly Item[] | undefined => {
    const item = byId(text);
    return item === undefined ? undefined : [item];
  };
  return {
    byId,
    exact: (text) => withId(text) ?? index().exact(text),
    named: (text) => withId(text) ?? index().named(text),
    match: (text) => withId(text) ?? index().match(text),
    nearest: (text, most) => index().nearest(text, most),
    search: (text, most) => index().search(text, most),
  };
}

/** Words that a name may have without their letters standing in it: `80 GB` is 80gb. */
const WITH_SIZE = /\dg|gb/;

/**
 * The same index, built when it is first asked for something of which each word stands somewhere in its names: a text
 * that counts its chips names no processor, and to find that out none of their thousands need be told apart.
 *
 * @param said every id, label and name, as written
 * @param make builds the index
 */
export function wordsFirst<Item>(
  said: () => readonly string[],
  make: () => NameIndex<Item>,
): NameIndex<Item> {
  let made: NameIndex<Item> | undefined;
  const index = () => {
    made ??= make();
    return made;
  };
  let all: string | undefined;
  const mayBe = (text: string): boolean => {
    if (made) return true;
    all ??= plain(said().join('\n'));
    return tellingWords(text).every((word) => WITH_SIZE.test(word) || all?.includes(word));
  };
  const mayBeNamed = (text: string) => mayBe(text) || mayBe(bareName(text));
  return {
    byId: (id) => index().byId(id),
    exact: (text) => (mayBe(text) ? index().exact(text) : NONE),
    named: (text) => (mayBeNamed(text) ? index().named(text) : NONE),
    match: (text) => (mayBeNamed(text) ? index().match(text) : NONE),
    nearest: (text, most) => index().nearest(text, most),
    search: (text, most) => index().search(text, most),
  };
}
