import type { Calculator, EstimateResult, ProjectResult, Run } from '@ml-emissions/calculator';
import { FORMATS, type FormatName, runFor } from '@ml-emissions/report';
import type { RunForm } from '../state/fields.ts';

/** A run that the sentence says was a training, where neither a phase nor a kind of work tells more. */
function phased(run: Run, { verb }: Readonly<Pick<RunForm, 'verb'>>): Run {
  const isUntold = run.phase === undefined && run.work === undefined && run.service === undefined;
  return isUntold && verb === 'trained' ? { ...run, phase: 'training' } : run;
}

/**
 * The result in hand as a form is to tell it: with the phase that the sentence tells, where the form asks for phases, and
 * by the method of the form's standard.
 *
 * @param result that the page shows
 * @param forms of its runs, in their order
 * @param calculator by which it is worked out again where the form wants it otherwise
 */
export function asTold(
  result: EstimateResult | ProjectResult,
  forms: readonly Readonly<Pick<RunForm, 'verb'>>[],
  format: FormatName,
  calculator: Pick<Calculator, 'estimate' | 'estimateProject'>,
): EstimateResult | ProjectResult {
  const isPhased = FORMATS[format].asks.includes('phase');
  const told = (run: Run, index: number): Run => {
    const form = forms[index];
    return runFor(format, isPhased && form ? phased(run, form) : run);
  };
  if (!('runs' in result)) {
    const run = told(result.run, 0);
    return run === result.run ? result : calculator.estimate(run);
  }
  const before = result.runs.map(({ run }) => run);
  const [first, ...rest] = before.map(told);
  if (!first || [first, ...rest].every((run, index) => run === before[index])) return result;
  const { name, complete, notCounted, shared } = result;
  return calculator.estimateProject({
    schemaVersion: 1,
    ...(name === null ? {} : { name }),
    runs: [first, ...rest],
    ...(complete === null ? {} : { complete }),
    ...(notCounted === null ? {} : { notCounted }),
    shared,
  });
}
