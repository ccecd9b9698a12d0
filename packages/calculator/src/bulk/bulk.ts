import type { Editions } from '@ml-emissions/data';
import type { Problem } from '@ml-emissions/model';
import {
  createLineReader,
  isProject,
  type LineReader,
  type Outline,
  outlineOf,
} from '@ml-emissions/schema';
import { estimateProject } from '../estimate/project.ts';
import { parseProject } from '../parse/project.ts';
import { prepareInput } from '../prepare.ts';
import { type Frame, frameOf, kindOf, type Rated, ratedOf, type Seen } from './rated.ts';
import { createRecent } from './recent.ts';
import { type SlimRow, slimRowOf, slimRowOfProject } from './slim-row.ts';

export type { SlimRow } from './slim-row.ts';

/** Why one of many has no row. */
export interface Refused {
  readonly problems: readonly [Problem, ...Problem[]];
}

/** Answers many runs, most of which differ from others in time, counts and measured values only. */
export interface Bulk {
  /**
   * The row of one run or project.
   *
   * @param written as in a file: decoded JSON or YAML
   * @returns the figures of `estimate`, to a billionth, or every problem of the run as `parseRun` tells them
   * Errors: none for any input; throws where a page asks for tables that it has not imported.
   */
  readonly rowOf: (written: unknown) => SlimRow | Refused;
}

/** The same for runs as lines of JSON. */
export interface LineBulk extends Bulk {
  /**
   * The row of a line that is like an earlier one but for its quantities, name and dates.
   *
   * @param bytes in UTF-8, of which the line is a part
   * @returns null for any other line: it is for `rowOf` once it is decoded, and for `learn` after that
   */
  readonly rowOfLine: (bytes: Uint8Array, from: number, to: number) => SlimRow | null;
  /** Keeps in mind how a line is written. */
  readonly learn: LineReader['learn'];
}

/**
 * Outlines, and kinds beyond one an outline, that are kept at hand, up to twice as many of each: a fleet has fewer, and
 * one takes some 70 kB.
 */
const MOST = 300;
/** An outline that is longer than this is not that of many runs. */
const LONGEST_KEY = 2000;

/** What no row tells. */
const SHORT = { receipt: false, alternatives: false } as const;

/** How runs of an outline fall into kinds, and what answers the kind without a name of its own. */
interface Known {
  readonly frame: Frame;
  rated: Rated | undefined;
}

/**
 * Rows for many runs: the rates of each kind of run are worked out once, and every other run of it is multiplied by them.
 * A run of a kind that was not seen before, or of which something is unlikely, is looked at as `estimate` does.
 *
 * @param editions whose facts count; a calculator's
 * @returns a function of runs as written; what it keeps in mind has a bound
 * Source: docs/method.md, "Many runs at once".
 * @example
 * import { createBulk, editions } from 'ml-emissions';
 *
 * const { rowOf } = createBulk(editions);
 * const run = { hardware: [{ accelerator: 'T4' }], hours: 2, place: { country: 'FR' } };
 * console.log(rowOf(run));
 */
export function createBulk(editions: Editions): Bulk {
  const { rowOf } = bulkOf(editions);
  return { rowOf };
}

/**
 * The same for lines of JSON.
 *
 * @param textOf decodes a part of a line
 */
export function createLineBulk(
  editions: Editions,
  textOf: (bytes: Uint8Array, from: number, to: number) => string,
): LineBulk {
  const { rowOf, quickRowOf } = bulkOf(editions);
  const { outlineOf, learn } = createLineReader(textOf);
  return {
    rowOf,
    rowOfLine(bytes, from, to) {
      const outline = outlineOf(bytes, from, to);
      return outline && quickRowOf(outline);
    },
    learn,
  };
}

function bulkOf(editions: Editions) {
  const outlines = createRecent<Known>(MOST);
  const kinds = createRecent<Rated>(MOST);

  const ratedIn = (known: Known, { frame, outline, kind }: Placed): Rated | undefined =>
    kind === '' && !frame.timed ? known.rated : kinds.get(kind + outline.key);

  /** Null where the run itself must be looked at. */
  const quickRowOf = (outline: Outline): SlimRow | null => {
    const known = outlines.get(outline.key);
    const placed = known && placedIn(known, outline);
    return (placed && ratedIn(known, placed)?.(placed.outline)) ?? null;
  };

  /** Learns a kind of run at its second run: its rates cost three times what a run does, and many kinds have one run. */
  const learn = (seen: Seen, known: Known | undefined, placed: Placed | null): SlimRow | null => {
    const { key } = seen.outline;
    if (key.length > LONGEST_KEY) return null;
    if (!known) outlines.set(key, { frame: frameOf(seen), rated: undefined });
    if (!known || !placed) return null;
    const { frame, outline, kind } = placed;
    const rated = ratedOf({ ...seen, outline });
    if (!rated) return null;
    if (kind === '' && !frame.timed) known.rated = rated;
    else kinds.set(kind + outline.key, rated);
    return rated(outline);
  };

  return {
    quickRowOf,
    rowOf(written: unknown): SlimRow | Refused {
      if (isProject(written)) {
        const parsed = parseProject(editions, written);
        if (!parsed.ok) return { problems: parsed.problems };
        return slimRowOfProject(estimateProject(editions, parsed.project, SHORT));
      }
      const outline = outlineOf(written);
      const known = outline ? outlines.get(outline.key) : undefined;
      const placed = outline && known ? placedIn(known, outline) : null;
      const rated = known && placed ? ratedIn(known, placed) : undefined;
      const quick = placed && rated?.(placed.outline);
      if (quick) return quick;
      const found = prepareInput(editions, written);
      if (!found.ok) return { problems: found.problems };
      const { prepared } = found;
      const learned =
        outline && !rated
          ? learn({ written: written as object, outline, prepared }, known, placed)
          : null;
      return learned ?? slimRowOf(prepared);
    },
  };
}

/** A run of a known outline: its kind, and its outline with its time where it is a plan. */
interface Placed {
  readonly frame: NonNullable<Frame>;
  readonly outline: Outline;
  readonly kind: string;
}

function placedIn({ frame }: Known, untimed: Outline): Placed | null {
  const outline = frame?.timed ? frame.timed(untimed) : untimed;
  return frame && outline && { frame, outline, kind: kindOf(frame, outline) };
}
