import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { mass } from './figure.ts';
import type { Report } from './report.ts';
import { runFileOf, type Written } from './run-file.ts';

/** What a text carries so that it can be checked: the inputs, and what it said. */
export interface Trailer {
  readonly input: Written;
  /** Editions with their hashes, as they were. */
  readonly editions: Readonly<Record<string, string>>;
  readonly kgCo2e: number;
  /** The figure as the text words it. */
  readonly said: string;
  readonly date: string;
}

const MARK = 'ml-emissions:1:';
const FOUND = /ml-emissions:1:([A-Za-z0-9_-]+)/;
/** No trailer of ours inflates to more; what does is not ours. */
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

/** The figure of a report as every text words it. */
export function saidFigure({ operational }: Report): string {
  const { number, unit } = mass(operational);
  return `${number} ${unit}`;
}

/** The line that a text carries, without the signs of a comment. */
export function trailerOf(report: Report): string {
  const trailer: Trailer = {
    input: runFileOf(report.result),
    editions: Object.fromEntries(report.runs.map(({ edition }) => [edition.id, edition.hash])),
    kgCo2e: report.operational.value,
    said: saidFigure(report),
    date: report.date,
  };
  return `${MARK}${packed(trailer)}`;
}

/** The trailer of a text; null where it carries none that can be read. */
export function readTrailer(text: string): Trailer | null {
  const [, body] = FOUND.exec(text) ?? [];
  if (body === undefined) return null;
  const value = unpacked(body) as Partial<Trailer> | null;
  const isWhole =
    typeof value === 'object' &&
    value !== null &&
    typeof value.input === 'object' &&
    typeof value.editions === 'object' &&
    typeof value.kgCo2e === 'number' &&
    typeof value.said === 'string' &&
    typeof value.date === 'string';
  return isWhole ? (value as Trailer) : null;
}
