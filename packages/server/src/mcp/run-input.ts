import { type AskedRun, askedRun } from '../asked-run.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Schema } from '../route.ts';
import { nameInQuery, RUN_IN_QUERY, runInQuery } from '../run-in-query.ts';
import type { McpService } from './tool.ts';

/** Those that most questions need; the others are told in `run`. */
const OFTEN = [
  'accelerator',
  'count',
  'hours',
  'deviceHours',
  'energyKwh',
  'instance',
  'slice',
  'provider',
  'region',
  'country',
  'zone',
  'namedSite',
  'utilisation',
  'powerW',
  'pue',
  'carbonIntensity',
  'work',
  'phase',
  'method',
  'edition',
];

/** Fields of a run as a model writes them: texts or numbers, `8`, `2d4h`, `50%`. */
export const fieldsOf = (names: readonly string[]): Readonly<Record<string, Schema>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = RUN_IN_QUERY[name];
      return field ? [[name, { type: ['string', 'number'], description: field.about }]] : [];
    }),
  );

/** What most tools are asked about. */
export const RUN_INPUT: Readonly<Record<string, Schema>> = {
  ...fieldsOf(OFTEN),
  run: {
    type: 'object',
    description:
      'in place of all other fields: a whole run, or a project { runs: [run, …] }, as in run.json of the package',
  },
};

/**
 * The run or project that a tool is asked about.
 *
 * Errors: throws `HttpProblem` with every problem of it.
 */
export function runAsked(
  input: Readonly<Record<string, unknown>>,
  { calculator }: McpService,
): { readonly asked: AskedRun; readonly written: Readonly<Record<string, unknown>> } {
  const whole = input.run as Readonly<Record<string, unknown>> | undefined;
  const written = whole ?? runInQuery(input);
  try {
    return { asked: askedRun(calculator, written), written };
  } catch (error) {
    if (whole !== undefined || !(error instanceof HttpProblem)) throw error;
    throw named(error);
  }
}

/** Problems at the names that the tool has for fields. */
function named(error: HttpProblem): HttpProblem {
  const problems = error.problems.map((one) => ({ ...one, field: nameInQuery(one.field) }));
  return new HttpProblem(error.trouble, error.message, { problems });
}
