import { type Problem, problem } from '@ml-emissions/calculator';
import { type AskedRun, askedRun } from './asked-run.ts';
import { bodyCheck, type Check } from './http/checked.ts';
import { invalid } from './http/http-problem.ts';
import { type Asked, ref, type Schema, type Service } from './route.ts';

/** A body that asks something about a run or a project. */
export interface Subject {
  /** As the OpenAPI document has it. */
  readonly schema: Schema;
  /** What it asks about, and the rest of it. */
  readonly read: (
    asked: Asked,
    service: Service,
  ) => AskedRun & { readonly options: Readonly<Record<string, unknown>> };
}

/**
 * A body of `run` or `project` and some options.
 *
 * @param options JSON Schemas by name
 * @param required those that must be there
 */
export function subjectWith(
  options: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Subject {
  const body = (run: Schema, project: Schema): Schema => ({
    type: 'object',
    properties: { run, project, ...options },
    additionalProperties: false,
    required,
  });
  const check: Check = bodyCheck(body({}, {}));
  return {
    schema: body(ref('RunInput'), ref('ProjectInput')),
    read({ body: asked }, { calculator }) {
      const { run, project, ...rest } = check('json' in asked ? asked.json : null);
      if ((run === undefined) === (project === undefined)) throw invalid([one(run)]);
      return run === undefined
        ? { ...askedRun(calculator, project, '/project'), options: rest }
        : { ...askedRun(calculator, run, '/run'), options: rest };
    },
  };
}

function one(run: unknown): Problem {
  const message =
    run === undefined ? 'neither run nor project is there' : 'run and project are both there';
  return problem(run === undefined ? 'missing' : 'conflict', '/run', null, {
    message,
    expected: 'run or project',
  });
}
