import { createReadStream } from 'node:fs';

/** An object of a list, as text; null where it does not end, or is longer than any row of a log. */
export interface JsonItem {
  readonly line: number;
  readonly text: string | null;
}

/** Characters of an object; what is longer is told and not kept. */
const LONGEST = 50_000_000;

/**
 * The objects of a list in a JSON file, one at a time, so that a file of any length takes the memory of one of them.
 * Only brackets and strings are looked at: who takes an item parses it.
 *
 * @param path of the file, UTF-8
 * @param key of the list in the outermost object; null where the list is all there is
 * @returns each object with the line that it begins at (1 is the first)
 * Errors: those of reading the file. A file that ends within an object gives a last item without text.
 * @example for await (const { line, text } of jsonItems('sacct.json', 'jobs')) console.log(line, text);
 */
export async function* jsonItems(path: string, key: string | null): AsyncGenerator<JsonItem> {
  const scanner = new Scanner(key);
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    yield* scanner.read(String(chunk));
  }
  if (scanner.isWithin) yield { line: scanner.begun, text: null };
}

/** Where in a JSON text one is, across the parts that it comes in. */
class Scanner {
  readonly #key: string | null;
  readonly #listDepth: number;
  #depth = 0;
  #line = 1;
  #isString = false;
  #isEscaped = false;
  /** The last string before a list in the outermost object: its name. */
  #name = '';
  #isList = false;
  #isTooLong = false;
  #parts: string[] = [];
  #length = 0;
  begun = 0;

  constructor(key: string | null) {
    this.#key = key;
    this.#listDepth = key === null ? 1 : 2;
  }

  get isWithin(): boolean {
    return this.begun > 0;
  }

  *read(chunk: string): Generator<JsonItem> {
    let from = this.isWithin ? 0 : -1;
    for (let at = 0; at < chunk.length; at += 1) {
      const char = chunk[at];
      if (char === '\n') this.#line += 1;
      if (this.#isString) this.#inString(char ?? '');
      else if (char === '"') {
        this.#isString = true;
        if (this.#depth === 1) this.#name = '';
      } else if (char === '{' || char === '[') {
        if (this.#isList && this.#depth === this.#listDepth && char === '{') {
          this.begun = this.#line;
          from = at;
        }
        this.#depth += 1;
        if (char === '[' && this.#depth === this.#listDepth)
          this.#isList = this.#key === null || this.#name === this.#key;
      } else if (char === '}' || char === ']') {
        this.#depth -= 1;
        if (this.isWithin && this.#depth === this.#listDepth) {
          this.#keep(chunk.slice(from, at + 1));
          yield this.#take();
          from = -1;
        }
        if (this.#depth < this.#listDepth) this.#isList = false;
      }
    }
    if (this.isWithin) this.#keep(chunk.slice(from));
  }

  #inString(char: string): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (char === '\\') this.#isEscaped = true;
    else if (char === '"') this.#isString = false;
    else if (this.#depth === 1) this.#name += char;
  }

  #keep(text: string): void {
    this.#length += text.length;
    this.#isTooLong ||= this.#length > LONGEST;
    if (this.#isTooLong) this.#parts = [];
    else this.#parts.push(text);
  }

  #take(): JsonItem {
    const item = { line: this.begun, text: this.#isTooLong ? null : this.#parts.join('') };
    this.#parts = [];
    this.#length = 0;
    this.#isTooLong = false;
    this.begun = 0;
    return item;
  }
}
