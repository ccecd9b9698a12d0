/** Answers by what was asked, the newest of them, up to so many characters. */
export interface AnswerCache {
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, answer: string) => void;
}

/** Longer questions are seldom asked again. */
const LONGEST_KEY = 4000;

/**
 * A cache that lets go of what was not asked for longest. The same question always has the same answer, so that nothing
 * in it can be out of date.
 *
 * @param most characters of all answers
 */
export function createAnswerCache(most: number): AnswerCache {
  const kept = new Map<string, string>();
  let size = 0;
  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    set(key, answer) {
      if (key.length > LONGEST_KEY || answer.length > most / 2) return;
      size += key.length + answer.length - (kept.get(key)?.length ?? -key.length);
      kept.set(key, answer);
      for (const [oldest, { length }] of kept) {
        if (size <= most) break;
        kept.delete(oldest);
        size -= oldest.length + length;
      }
    },
  };
}
