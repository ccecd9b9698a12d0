/** So many answers are kept; a log in which more differ starts anew. */
const MOST = 10_000;

/**
 * A function of a text that few texts of a log differ in, worked out once for each.
 *
 * @param of gives the same for the same text, and nobody changes what it gave
 */
export function remembered<Of>(of: (text: string) => Of): (text: string) => Of {
  const known = new Map<string, { readonly answer: Of }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.answer;
    if (known.size >= MOST) known.clear();
    const answer = of(text);
    known.set(text, { answer });
    return answer;
  };
}
