const MOST = 100;
/** Of projects of thousands of runs fewer steps are held: each is a text of its own. */
const MOST_LETTERS = 30_000_000;
/** What stands here and the step before it. */
const LEAST = 2;

/** The newest of some steps, as many as may be held: the last one can be taken back, however long it is. */
export function newest(steps: readonly string[]): readonly string[] {
  let left = MOST_LETTERS;
  const tooOld = steps.findLastIndex((text, index) => {
    left -= text.length;
    return left < 0 && index < steps.length - LEAST;
  });
  return steps.slice(Math.max(tooOld + 1, steps.length - MOST));
}
