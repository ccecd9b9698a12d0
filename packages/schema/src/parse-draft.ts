import type { Problem } from '@ml-emissions/model';
import * as v from 'valibot';
import { crossProblems, missingParts } from './cross-field.ts';
import { type Draft, draftSchema, namesSchema } from './draft.ts';
import { problem, toProblem } from './to-problem.ts';
import { unknownFields } from './unknown-fields.ts';
import { withoutNulls } from './without-nulls.ts';

/** The names in a run that can be looked up though something else in it is wrong. */
export type Names = Pick<Draft, 'place' | 'edition' | 'instance' | 'slice'> & {
  readonly host?: { readonly cpu?: string | undefined } | undefined;
  readonly carbonIntensityGPerKwh?: unknown;
  /** A hole where an entry of the list names no hardware. */
  readonly hardware: readonly (Draft['hardware'][number] | null)[];
};

/** A run as written; or what is wrong with it, and the names in it that are still worth looking up. */
export type ParsedDraft =
  | { readonly ok: true; readonly value: Draft }
  | {
      readonly ok: false;
      readonly problems: readonly [Problem, ...Problem[]];
      readonly names: Names;
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
  const said = withoutNulls(input);
  const parsed = v.safeParse(draftSchema, said);
  const problems = [
    ...unknownFields(input),
    ...(parsed.issues ?? []).map(toProblem),
    ...(parsed.success ? crossProblems(parsed.output) : missingParts(said)),
  ];
  const [first, ...rest] = problems;
  if (first) return { ok: false, problems: [first, ...rest], names: v.parse(namesSchema, said) };
  if (!parsed.success) throw new Error('parseDraft(): no issue, yet no run');
  return { ok: true, value: parsed.output };
}
