// Text from files, flags and tables must not steer the terminal that shows it, nor turn the order of its letters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const STEERING = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const BREAK = /[\t\n\r\u2028\u2029]+/g;

const inText = (text: string) => text.replace(BREAK, ' ').replace(STEERING, '\ufffd');

/**
 * A value whose texts can stand on a terminal: without control characters, each on one line. Values pass here before
 * they enter what is shown; what is styled afterwards is ours.
 *
 * @param value a text, or anything made of texts, numbers, lists and plain objects
 */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return inText(value) as Value;
  if (Array.isArray(value)) return value.map(cleaned) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [inText(key), cleaned(part)]),
  ) as Value;
}
