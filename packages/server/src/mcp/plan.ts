import { plannedWith } from '@ml-emissions/answers';
import { problem } from '@ml-emissions/calculator';
import { FORMATS, reportOf } from '@ml-emissions/report';
import { invalid } from '../http/http-problem.ts';
import { kg, OPTION, optionData } from './compare.ts';
import { today, withoutParts } from './estimate.ts';
import { linkTo } from './link.ts';
import { fieldsOf, RUN_INPUT, runAsked } from './run-input.ts';
import { list, number, object, orNull, QUANTITY, type Tool, text } from './tool.ts';

const TO_DO = fieldsOf([
  'parameters',
  'activeParameters',
  'trainedParameters',
  'tokens',
  'samples',
  'forwardFlopPerSample',
  'flop',
  'precision',
  'mfu',
  'tokensPerSecondPerAccelerator',
  'samplesPerSecondPerAccelerator',
]);
/** What has run has these, and a plan has none of them. */
const { hours: _, deviceHours: __, energyKwh: ___, ...BEFORE } = RUN_INPUT;

export const plan: Tool = {
  name: 'plan',
  title: 'What a training will emit before it starts',
  about:
    'For a training that has not run: its time, electricity and CO2e from parameters, tokens and chips, and what other chips or other numbers of tokens would come to.',
  input: object(
    {
      ...TO_DO,
      ...BEFORE,
      accelerators: { ...list(text), description: 'other chips by name; usual ones by default' },
    },
    [],
  ),
  output: object(
    {
      operationalKgCo2e: QUANTITY,
      embodiedKgCo2e: orNull(QUANTITY),
      totalKgCo2e: QUANTITY,
      energyKwh: QUANTITY,
      deviceHours: QUANTITY,
      hours: orNull(QUANTITY),
      mfu: orNull(QUANTITY),
      computeOptimalTokens: orNull(number),
      memoryGb: orNull(object({ neededGb: number, chipsGb: number }, ['neededGb', 'chipsGb'])),
      restsOn: text,
      warnings: list(text),
      options: list(OPTION),
      skipped: list(object({ name: text, reason: text }, ['name', 'reason'])),
      permalink: text,
    },
    ['operationalKgCo2e', 'totalKgCo2e', 'energyKwh', 'deviceHours', 'options', 'permalink'],
  ),
  answer(input, service) {
    const { asked, written } = runAsked(input, service);
    if (asked.kind === 'project') {
      const message = 'a plan is of one run; estimate takes projects, planned runs among them';
      throw invalid([problem('conflict', '/run', null, { message, expected: 'one run' })]);
    }
    const accelerators = input.accelerators as readonly string[] | undefined;
    const planned = plannedWith(service.calculator, asked.run, accelerators && { accelerators });
    if ('problems' in planned) throw invalid(planned.problems);
    const { result, choices } = planned;
    const { deviceHours, hours, mfu, computeOptimal, memory, rung } = result.plan;
    return {
      text: [
        FORMATS.text.write(reportOf(result, { date: today(), version: service.version })),
        'Otherwise:',
        ...choices.options.map(
          ({ name, lever, kgCo2e }) => `${name} (${lever}): ${kg(kgCo2e.value)}`,
        ),
      ].join('\n'),
      data: {
        operationalKgCo2e: result.operational.kgCo2e,
        embodiedKgCo2e: result.embodied.kgCo2e,
        totalKgCo2e: result.total.kgCo2e,
        energyKwh: withoutParts(result.energyKwh),
        deviceHours,
        hours,
        mfu,
        computeOptimalTokens: computeOptimal?.tokens ?? null,
        memoryGb: memory,
        restsOn: rung,
        warnings: result.warnings.map(({ message }) => message),
        options: choices.options.map(optionData),
        skipped: choices.skipped.map(({ name, reason }) => ({ name, reason })),
        permalink: linkTo(service.page, written, result.edition?.id),
      },
    };
  },
};
