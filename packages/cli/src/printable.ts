// Text from files and flags must not steer the terminal that shows it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text without control characters. */
export function printable(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}
