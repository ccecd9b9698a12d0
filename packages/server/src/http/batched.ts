/** Where lines are written. */
export interface Lines {
  readonly write: (lines: string) => void;
}

/** The same, with all lines of one turn in one go: each write costs as much as a small answer. */
export function batched(to: Lines): Lines {
  let waiting = '';
  const flush = () => {
    const lines = waiting;
    waiting = '';
    to.write(lines);
  };
  return {
    write(line) {
      if (waiting === '') setImmediate(flush);
      waiting += line;
    },
  };
}
