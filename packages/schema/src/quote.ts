import { LIMITS } from './limits.ts';

/** A value fit to stand in a problem: long texts are cut, and how much was cut is said. */
export function quotable(value: unknown): unknown {
  if (typeof value === 'string' && value.length > LIMITS.quoted) {
    return `${value.slice(0, LIMITS.quoted)}… (${value.length} characters)`;
  }
  if (typeof value === 'object' && value !== null) {
    const text = safeJson(value);
    // A copy: what the caller holds may change, and what a problem says may not.
    return text.length > LIMITS.quoted ? quotable(text) : decoded(text);
  }
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') {
    return String(value).slice(0, LIMITS.quoted);
  }
  // JSON has no NaN and no Infinity: as a number they would turn into null on the way out.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value ?? null;
}

/** The same as text, for a message; quotes and control characters are shown as escapes. */
export function quoted(value: unknown): string {
  const fit = quotable(value);
  if (typeof fit !== 'string') return typeof fit === 'object' ? safeJson(fit) : String(fit);
  return `'${JSON.stringify(fit).slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** What a text says as JSON; the text where it says nothing. */
function decoded(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'a value that contains itself';
  }
}
