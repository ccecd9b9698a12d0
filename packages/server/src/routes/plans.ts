import { plannedWith } from '@ml-emissions/answers';
import { problem } from '@ml-emissions/calculator';
import { invalid } from '../http/http-problem.ts';
import { inLanguage } from '../in-language.ts';
import { asJson, type Route, ref } from '../route.ts';
import { subjectWith } from '../subject.ts';

const subject = subjectWith({
  accelerators: {
    description: 'other accelerators to plan it on: all (true) or some by name; usual ones else',
    anyOf: [
      { const: true },
      { type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: 100 },
    ],
  },
});

const EXAMPLE = {
  run: {
    model: { parameters: 7e9, tokens: 2e12 },
    work: 'llm-training',
    hardware: [{ accelerator: 'A100 SXM4 80GB', count: 512 }],
    place: { provider: 'aws', region: 'us-east-1' },
  },
};

/** What a training will emit that has not run. */
export const plans: Route = {
  method: 'POST',
  path: '/v1/plans',
  id: 'plan',
  group: 'Answers',
  summary: 'What a training will emit before it starts, and what other chips and tokens would',
  takes: { json: subject.schema },
  sends: [
    {
      mediaType: 'application/json',
      about: 'The estimate of the planned run, and its choices',
      schema: {
        type: 'object',
        properties: { result: ref('EstimateResult'), choices: ref('Comparison') },
        required: ['result', 'choices'],
        additionalProperties: false,
      },
    },
  ],
  example: EXAMPLE,
  isPure: true,
  answer(asked, service) {
    const about = subject.read(asked, service);
    if (about.kind === 'project') {
      const message = 'a plan is of one run; estimates take projects, planned runs among them';
      throw invalid([problem('conflict', '/project', null, { message, expected: 'run' })]);
    }
    const accelerators = about.options.accelerators as true | readonly string[] | undefined;
    const planned = plannedWith(
      service.calculator,
      about.run,
      accelerators === undefined ? {} : { accelerators },
    );
    if ('problems' in planned) throw invalid(planned.problems);
    return asJson(inLanguage(planned, asked.language));
  },
};
