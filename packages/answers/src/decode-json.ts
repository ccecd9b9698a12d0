import { type Problem, problem } from '@ml-emissions/calculator';

/** Of a file, or of a line of many. */
export const MOST_BYTES = 1_000_000;
/** A mark that some editors set before a text. */
export const BOM = '\ufeff';

/** What a file or a line holds, or why it cannot be read. */
export type Decoded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** Why a text cannot be read. */
export function malformed(value: string, message: string, expected: string): Decoded {
  return { ok: false, problem: problem('malformed', '', value, { message, expected }) };
}

/** JSON text -> what it says. */
export function decodeJson(text: string, most = MOST_BYTES): Decoded {
  if (text.length > most) return tooLong(text, text.length, most);
  const bare = text.startsWith(BOM) ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(bare) };
  } catch (error) {
    return malformed(text, `not JSON: ${jsonFault(bare, error as Error)}`, 'a run as JSON');
  }
}

/** Where JSON stops being JSON, in our words: those of engines differ and speak of tokens. */
function jsonFault(text: string, { message }: Error): string {
  if (text.trim() === '') return 'it is empty';
  const [, at] = /position (\d+)/.exec(message) ?? [];
  if (at === undefined) return 'it ends too early, or a sign is missing or too many';
  const before = text.slice(0, Number(at)).split('\n');
  const next = text.charAt(Number(at)) || 'the end';
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}: ${JSON.stringify(next)} does not belong there`;
}

/** The same for a text that is too long. */
export function tooLong(value: string, bytes: number, most = MOST_BYTES): Decoded {
  return {
    ok: false,
    problem: problem('too-long', '', value, {
      message: `the input has ${bytes} bytes`,
      expected: `at most ${most} bytes`,
    }),
  };
}
