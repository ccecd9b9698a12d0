import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Nothing of ours inflates to more; what does is not ours. */
const MOST_BYTES = 2_000_000;
const LEVEL = 9;

function toText(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function toBytes(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** Anything as a short text of letters, digits, `-` and `_`. */
export function packed(value: unknown): string {
  return toText(deflateSync(strToU8(JSON.stringify(value)), { level: LEVEL }));
}

/** The same read again; null where the text is not what `packed` gave. */
export function unpacked(text: string): unknown {
  try {
    const out = new Uint8Array(MOST_BYTES);
    return JSON.parse(strFromU8(inflateSync(toBytes(text), { out })));
  } catch {
    return null;
  }
}
