/** No run nests deeper; what contains itself must not be followed for ever. */
const DEEPEST = 6;

/**
 * What is said in something decoded: an empty value in a YAML file or a cleared form field means "not said".
 *
 * @param input anything; objects are looked into, the places of a list are kept
 * @returns the same without fields that hold null
 */
export function withoutNulls<Input>(input: Input, depth = 0): Input {
  if (typeof input !== 'object' || input === null || depth > DEEPEST) return input;
  if (Array.isArray(input)) return input.map((one) => withoutNulls(one, depth + 1)) as Input;
  const said = Object.entries(input).filter(([, value]) => value !== null);
  return Object.fromEntries(
    said.map(([key, value]) => [key, withoutNulls(value, depth + 1)]),
  ) as Input;
}
