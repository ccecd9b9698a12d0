import { Buffer } from 'node:buffer';

/** Room for one piece more: a number, a sign, a short text. */
const PIECE = 64;
const SIZE = 300_000;
/** As many as `Bytes` writes of a number: half of its time went into the seventeen that tell it from its neighbours. */
const DIGITS = 12;
const ONE = 10 ** DIGITS;
const HALF = 10 ** (DIGITS / 2);
/** Numbers outside of these are rare. */
const LEAST = 1e-6;
const MOST = 1e12;
/** By how much a number is multiplied so that twelve digits stand before its point: 1e-6 has the first. */
const FIRST_POWER = -6;
const SCALES = Array.from(
  { length: DIGITS - FIRST_POWER },
  (_, at) => 10 ** (DIGITS - 1 - FIRST_POWER - at),
);
const POWERS = Array.from({ length: DIGITS }, (_, at) => 10 ** at);

const ZERO = 48;
const POINT = 46;
const LAST_ASCII = 127;
const QUOTE = 34;
const BACKSLASH = 92;
const FIRST_VISIBLE = 32;

/** Each number below a thousand as its three digits. */
const TRIPLES = Uint8Array.from(
  { length: 3000 },
  (_, at) => ZERO + (Math.floor(Math.floor(at / 3) / 10 ** (2 - (at % 3))) % 10),
);

/** Text that is written many times, as bytes. */
export const pieceOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Text in the making, as bytes. Lines of numbers are put together so in a third of the time that strings take.
 */
export class Bytes {
  #bytes = Buffer.allocUnsafe(SIZE);
  #at = 0;

  /** Bytes so far. */
  get length(): number {
    return this.#at;
  }

  /** What was written, which is the caller's from now on; the next text begins anew. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#at);
    this.#bytes = Buffer.allocUnsafe(SIZE);
    this.#at = 0;
    return taken;
  }

  text(text: string): void {
    if (text.length > PIECE || !this.#ascii(text)) this.#any(text);
  }

  /** Text that was made ready by `pieceOf`, in half the time. */
  piece(piece: Uint8Array): void {
    this.#makeRoom(piece.length);
    this.#bytes.set(piece, this.#at);
    this.#at += piece.length;
  }

  /** A text as JSON has it, in quotes. */
  quoted(text: string): void {
    const start = this.#at;
    if (text.length + 2 <= PIECE && this.#plainlyQuoted(text)) return;
    this.#at = start;
    this.#any(JSON.stringify(text));
  }

  /** A short text in quotes; false for one that holds a sign that JSON writes otherwise, or one of several bytes. */
  #plainlyQuoted(text: string): boolean {
    this.#makeRoom(PIECE);
    const bytes = this.#bytes;
    let at = this.#at;
    bytes[at++] = QUOTE;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < FIRST_VISIBLE || code > LAST_ASCII || code === QUOTE || code === BACKSLASH)
        return false;
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.#at = at;
    return true;
  }

  /** A short text of signs of one byte; false for one that has others. */
  #ascii(text: string): boolean {
    this.#makeRoom(PIECE);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > LAST_ASCII) return false;
      bytes[at++] = code;
    }
    this.#at = at;
    return true;
  }

  /** Any text: a sign takes three bytes at most for each of its units. */
  #any(text: string): void {
    this.#makeRoom(3 * text.length);
    this.#at += this.#bytes.write(text, this.#at, 'utf8');
  }

  /**
   * A number in twelve significant digits, none of them a zero that says nothing: 320, 0.25, 1.5e-9.
   *
   * @param value 0 or more
   */
  number(value: number): void {
    if (!(value >= LEAST && value < MOST)) {
      this.text(textOf(value));
      return;
    }
    let power = powerOf(value);
    let whole = Math.round(value * (SCALES[power - FIRST_POWER] as number));
    if (whole >= ONE) {
      whole /= 10;
      power += 1;
    }
    if (power === DIGITS) {
      this.text(textOf(value));
      return;
    }
    this.#makeRoom(PIECE);
    if (power < 0) this.#zeros(power);
    const start = this.#at;
    const upper = Math.floor(whole / HALF);
    this.#six(start, upper);
    this.#six(start + DIGITS / 2, whole - upper * HALF);
    this.#pointAfter(start, power);
  }

  /** The zeros before the first digit of a number below one. */
  #zeros(power: number): void {
    const bytes = this.#bytes;
    bytes[this.#at++] = ZERO;
    bytes[this.#at++] = POINT;
    for (let left = -1; left > power; left--) bytes[this.#at++] = ZERO;
  }

  /** Six digits from a place on. */
  #six(start: number, whole: number): void {
    const upper = (whole / 1000) | 0;
    const bytes = this.#bytes;
    const [first, second] = [3 * upper, 3 * (whole - upper * 1000)];
    bytes[start] = TRIPLES[first] as number;
    bytes[start + 1] = TRIPLES[first + 1] as number;
    bytes[start + 2] = TRIPLES[first + 2] as number;
    bytes[start + 3] = TRIPLES[second] as number;
    bytes[start + 4] = TRIPLES[second + 1] as number;
    bytes[start + 5] = TRIPLES[second + 2] as number;
  }

  /** Of twelve digits, the first of which counts such a power of ten: the point goes in, zeros that say nothing go. */
  #pointAfter(start: number, power: number): void {
    const bytes = this.#bytes;
    const wholes = start + power + 1;
    let end = start + DIGITS;
    while (end > wholes && end > start + 1 && bytes[end - 1] === ZERO) end -= 1;
    if (power >= 0 && end > wholes) {
      for (let at = end; at > wholes; at--) bytes[at] = bytes[at - 1] as number;
      bytes[wholes] = POINT;
      end += 1;
    }
    this.#at = end;
  }

  #makeRoom(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#at + more));
    this.#bytes.copy(wider, 0, 0, this.#at);
    this.#bytes = wider;
  }
}

/** How many powers of ten the first digit of a number counts. */
function powerOf(value: number): number {
  let power = value < 1 ? FIRST_POWER : 0;
  if (power < 0) while (value * (SCALES[power - FIRST_POWER] as number) >= ONE) power += 1;
  else while (power < DIGITS - 1 && value >= (POWERS[power + 1] as number)) power += 1;
  return power;
}

/** Twelve digits of any number. */
const textOf = (value: number): string => String(Number(value.toPrecision(DIGITS)));
