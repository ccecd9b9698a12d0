import { mass } from './figure.ts';
import type { FormatOptions } from './format.ts';
import { packed, unpacked } from './packed.ts';
import type { Report } from './report.ts';
import { runFileOf, type Written } from './run-file.ts';

/** What a text carries so that it can be checked: the inputs, what it said, and how it was written. */
export interface Trailer {
  readonly input: Written;
  /** Editions with their hashes, as they were. */
  readonly editions: Readonly<Record<string, string>>;
  readonly kgCo2e: number;
  /** The figure as the text words it. */
  readonly said: string;
  readonly date: string;
  /** The name of the format; absent in lines before 0.2. */
  readonly format?: string;
  /** Options of the format that were on. */
  readonly options?: FormatOptions;
  /** The version that wrote it; absent in lines before 0.2. */
  readonly version?: string;
  /** Where the calculator stands that it links to; absent where it links to none. */
  readonly site?: string;
  /** The language of its sentences; absent of English. */
  readonly language?: string;
}

/** How each line of provenance begins. */
export const MARK = 'ml-emissions:1:';
/** A line of provenance; what a renderer of Markdown escapes in it is escaped by `\`. */
export const MARKED: RegExp = /ml-emissions:1:[\w\\-]+/g;

/** The figure of a report as every text words it. */
export function saidFigure({ operational }: Report): string {
  const { number, unit } = mass(operational);
  return `${number} ${unit}`;
}

/**
 * The line that a text carries, without the signs of a comment.
 *
 * @param report what the text says
 * @param format the name of its format
 * @param options what of the format's options is on
 */
export function trailerOf(report: Report, format: string, options: FormatOptions = {}): string {
  const on = Object.entries(options).filter(([, isOn]) => isOn);
  const trailer: Trailer = {
    input: runFileOf(report.result),
    editions: Object.fromEntries(report.runs.map(({ edition }) => [edition.id, edition.hash])),
    kgCo2e: report.operational.value,
    said: saidFigure(report),
    date: report.date,
    format,
    ...(on.length > 0 ? { options: Object.fromEntries(on) } : {}),
    version: report.version,
    ...(report.site === null ? {} : { site: report.site }),
    ...(report.language === 'en' ? {} : { language: report.language }),
  };
  return `${MARK}${packed(trailer)}`;
}

/** A line of provenance that was read, with where it stands among all of the text. */
export interface FoundTrailer {
  readonly trailer: Trailer;
  /** Its place among the lines of provenance of the text, from 0; the same line may stand there again. */
  readonly places: readonly number[];
}

function read(line: string): Trailer | null {
  const value = unpacked(line.slice(MARK.length).replaceAll('\\', '')) as Partial<Trailer> | null;
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

/** The lines of provenance of a text, each once; null among them where one cannot be read. */
export function trailersOf(text: string): (FoundTrailer | null)[] {
  const lines = (text.match(MARKED) ?? []).map((line) => line.replaceAll('\\', ''));
  return [...new Set(lines)].map((line) => {
    const trailer = read(line);
    const places = lines.flatMap((one, index) => (one === line ? [index] : []));
    return trailer && { trailer, places };
  });
}

/** The first line of provenance of a text; null where it carries none that can be read. */
export function readTrailer(text: string): Trailer | null {
  return trailersOf(text)[0]?.trailer ?? null;
}
