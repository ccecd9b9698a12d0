import type { Claim } from '@ml-emissions/calculator';
import { CLAIM, claimOf } from '../claim.ts';
import { inLanguage } from '../in-language.ts';
import { asJson, type Route, ref } from '../route.ts';
import { subjectWith } from '../subject.ts';
import { EXAMPLE_RUN } from './example-run.ts';

const KG = { type: 'number', exclusiveMinimum: 0, maximum: 1e15 };
const subject = subjectWith(
  {
    claim: {
      description: CLAIM,
      anyOf: [
        { type: 'string', maxLength: 200 },
        {
          type: 'object',
          additionalProperties: false,
          properties: { kgCo2e: KG, low: KG, high: KG },
          required: ['kgCo2e'],
        },
      ],
    },
  },
  ['claim'],
);

/** Whether a published figure can be right. */
export const checks: Route = {
  method: 'POST',
  path: '/v1/checks',
  id: 'check',
  group: 'Answers',
  summary: 'Whether a published figure can be right: the grid, power or count that it implies',
  takes: { json: subject.schema },
  sends: [
    {
      mediaType: 'application/json',
      about: 'Whether it cannot be excluded, and why',
      schema: { oneOf: [ref('Checked'), ref('CheckedProject')] },
    },
  ],
  example: { run: EXAMPLE_RUN, claim: '142 kg CO2e' },
  isPure: true,
  answer(asked, service) {
    const { options, ...about } = subject.read(asked, service);
    const claim = claimOf(options.claim as string | Claim);
    const { check, checkProject } = service.calculator;
    const checked =
      about.kind === 'run' ? check(about.run, claim) : checkProject(about.project, claim);
    return asJson(inLanguage(checked, asked.language));
  },
};
