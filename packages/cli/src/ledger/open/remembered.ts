/** Answers that are kept: who goes back to where they were should not wait again. */
const MOST = 200;

/**
 * A function that answers the same question once: what a ledger says cannot change while it is open to be read.
 *
 * @param answer to a question, which is plain data; what fails is asked again
 */
export function remembered<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return (question) => {
    const key = JSON.stringify(question);
    const known = kept.get(key) ?? answer(question);
    kept.delete(key);
    kept.set(key, known);
    known.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return known;
  };
}
