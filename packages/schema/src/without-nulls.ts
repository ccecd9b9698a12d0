/** No run nests deeper; what contains itself must not be followed for ever. */
const DEEPEST = 6;

/**
 * What is said in something decoded: an empty value in a YAML file or a cleared form field means "not said".
 *
 * @param input anything; objects are looked into, the places of a list are kept
 * @returns the same without fields that hold null
 */
export function withoutNulls<Input>(input: Input, depth = 0): Input {
  return holdsNull(input, depth) ? copied(input, depth) : input;
}

/** Most runs hold none, and need no copy. */
function holdsNull(input: unknown, depth: number): boolean {
  if (typeof input !== 'object' || input === null || depth > DEEPEST) return false;
  for (const value of Object.values(input)) {
    if (value === null || holdsNull(value, depth + 1)) return true;
  }
  return false;
}

function copied<Input>(input: Input, depth: number): Input {
  if (typeof input !== 'object' || input === null || depth > DEEPEST) return input;
  if (Array.isArray(input)) return input.map((one) => copied(one, depth + 1)) as Input;
  const said = Object.entries(input).filter(([, value]) => value !== null);
  return Object.fromEntries(said.map(([key, value]) => [key, copied(value, depth + 1)])) as Input;
}
