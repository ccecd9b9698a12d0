/**
 * What is made when it is first asked for, and kept: one question needs a part of what all of them do, and a command
 * that answers one should start soon.
 *
 * @param make a pure function
 */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
