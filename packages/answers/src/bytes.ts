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

/**
 * Text in the making, as bytes. Lines of numbers are put together so in a third of the time that strings take.
 */
export class Bytes {
  #bytes = Buffer.allocUnsafe(SIZE);
  #at = 0;
  readonly #digits = new Uint8Array(DIGITS);

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
    const power = value >= LEAST && value < MOST ? this.#split(value) : DIGITS;
    if (power < DIGITS) this.#digitsAt(power);
    else this.text(String(Number(value.toPrecision(DIGITS))));
  }

  /** The twelve digits of a number; what is returned is how many powers of ten the first of them counts. */
  #split(value: number): number {
    let power = value < 1 ? FIRST_POWER : 0;
    if (power < 0) while (value * (SCALES[power - FIRST_POWER] as number) >= ONE) power += 1;
    else while (power < DIGITS - 1 && value >= (POWERS[power + 1] as number)) power += 1;
    let whole = Math.round(value * (SCALES[power - FIRST_POWER] as number));
    if (whole >= ONE) {
      whole /= 10;
      power += 1;
    }
    const upper = Math.floor(whole / HALF);
    this.#half(DIGITS, whole - upper * HALF);
    this.#half(DIGITS / 2, upper);
    return power;
  }

  /** Six digits, up to a place. */
  #half(end: number, whole: number): void {
    let left = whole;
    for (let at = end - 1; at >= end - DIGITS / 2; at--) {
      const rest = (left / 10) | 0;
      this.#digits[at] = ZERO + left - rest * 10;
      left = rest;
    }
  }

  /** The digits with their point; the first of them counts so many powers of ten. */
  #digitsAt(power: number): void {
    const digits = this.#digits;
    const bytes = this.#bytes;
    let at = this.#at;
    let last = DIGITS - 1;
    while (last > power && last > 0 && digits[last] === ZERO) last -= 1;
    if (power < 0) {
      bytes[at++] = ZERO;
      bytes[at++] = POINT;
      for (let zeros = -1; zeros > power; zeros--) bytes[at++] = ZERO;
    }
    for (let index = 0; index <= last; index++) {
      bytes[at++] = digits[index] as number;
      if (index === power && index < last) bytes[at++] = POINT;
    }
    this.#at = at;
  }

  #makeRoom(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#at + more));
    this.#bytes.copy(wider, 0, 0, this.#at);
    this.#bytes = wider;
  }
}
