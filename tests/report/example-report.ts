import { calculator } from '../../packages/calculator/src/full.ts';
import { parseInput } from '../../packages/cli/src/input.ts';
import { readRunFile } from '../../packages/cli/src/read-file.ts';
import { type Report, reportOf } from '../../packages/report/src/index.ts';

const { estimate, estimateProject } = calculator;

/** A day and a version that stay, so that what is written does. */
export const OPTIONS = { date: '2026-11-25', version: '0.1.0' };

/** A run or project of `examples/good`, as the command reads it. */
export async function exampleInput(example: string) {
  const read = await readRunFile(`examples/good/${example}.yaml`);
  if (!read.ok) throw new Error(read.problem.message);
  const input = parseInput(read.value);
  if (input.kind === 'problems') throw new Error(JSON.stringify(input.problems));
  return input;
}

/** The report of one of `examples/good`. */
export async function reportFrom(example: string): Promise<Report> {
  const input = await exampleInput(example);
  const result = input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
  return reportOf(result, OPTIONS);
}
