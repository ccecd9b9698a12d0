import type { Problem, Reading } from '@ml-emissions/model';
import * as v from 'valibot';
import { crossProblems, missingParts } from './cross-field.ts';
import { draftSchema, type Names, namesSchema } from './draft.ts';
import { RUN_FIELDS } from './fields/run.ts';
import type { Draft } from './fields/types.ts';
import { readTexts } from './read-texts.ts';
import { problem, toProblem } from './to-problem.ts';
import { unknownFields } from './unknown-fields.ts';
import { withoutNulls } from './without-nulls.ts';

interface Said {
  readonly carbonIntensityGPerKwh?: unknown;
}

/** A run as written; or what is wrong with it, and the names in it that are still worth looking up. */
export type ParsedDraft =
  | { readonly ok: true; readonly value: Draft }
  | {
      readonly ok: false;
      readonly problems: readonly [Problem, ...Problem[]];
      readonly names: Names & { readonly carbonIntensityGPerKwh?: unknown };
    };

/**
 * Anything at all -> a run whose shape and bounds hold, or every problem in it. Ids are not looked up here.
 *
 * @param input what came from outside, decoded
 * @returns the run as written, or all problems
 * Errors: none; never throws.
 */
export function parseDraft(input: unknown): ParsedDraft {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return {
      ok: false,
      problems: [
        problem('wrong-type', '', input, {
          message: 'a run is an object with hardware and hours',
          expected: '{ hardware: [{ accelerator, count }], hours, place }',
        }),
      ],
      names: { hardware: [] },
    };
  }
  const { said, readings } = readTexts(withoutNulls(input));
  if (readings.length > 0) addReadings(said, readings);
  const parsed = v.safeParse(draftSchema(), said);
  const problems = [
    ...unknownFields(input),
    ...(parsed.issues ?? []).map((issue) => toProblem(issue, RUN_FIELDS)),
    ...(parsed.success ? crossProblems(parsed.output) : missingParts(said)),
  ];
  const [first, ...rest] = problems;
  if (first) {
    // That an intensity is said, even a wrong one, is why no place is missing.
    const { carbonIntensityGPerKwh } = said as Said;
    const names = { ...v.parse(namesSchema(), said), carbonIntensityGPerKwh };
    return { ok: false, problems: [first, ...rest], names };
  }
  if (!parsed.success) throw new Error('parseDraft(): no issue, yet no run');
  return { ok: true, value: parsed.output };
}

/** A run whose texts were read is a copy of its own. */
function addReadings(said: object, readings: readonly Reading[]): void {
  const { readings: before = [] } = said as { readings?: unknown };
  if (Array.isArray(before)) Object.assign(said, { readings: [...before, ...readings] });
}
