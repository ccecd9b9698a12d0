import {
  type Calculator,
  isProject,
  type Problem,
  type Project,
  type ProjectInput,
  type Run,
  type RunInput,
} from '@ml-emissions/calculator';
import { invalid } from './http/http-problem.ts';

/** A run or a project that was asked about. */
export type AskedRun =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'project'; readonly project: Project };

/**
 * What was written, as it is understood.
 *
 * @param written decoded JSON
 * @param at where it stands in the body: '' for the whole
 * Errors: throws `HttpProblem` with every problem of it.
 */
export function askedRun(calculator: Calculator, written: unknown, at = ''): AskedRun {
  const read = readRun(calculator, written);
  if ('problems' in read) throw invalid(below(at, read.problems));
  return read;
}

/** The same without an error thrown. */
export function readRun(
  { parseProject, parseRun }: Calculator,
  written: unknown,
): AskedRun | { readonly problems: readonly Problem[] } {
  // What is read from outside may be anything: the parsers take it all, and say what is wrong with it.
  if (isProject(written)) {
    const parsed = parseProject(written as unknown as ProjectInput);
    return parsed.ok ? { kind: 'project', project: parsed.project } : parsed;
  }
  const parsed = parseRun(written as RunInput);
  return parsed.ok ? { kind: 'run', run: parsed.run } : parsed;
}

/** Problems of a part of the body, with their place in the whole. */
export const below = (at: string, problems: readonly Problem[]): readonly Problem[] =>
  at === '' ? problems : problems.map((one) => ({ ...one, field: `${at}${one.field}` }));
