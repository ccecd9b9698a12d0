import { mass } from './figure.ts';
import { packed, unpacked } from './packed.ts';
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
