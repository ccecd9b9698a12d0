import { type CompareOptions, PRECISIONS } from '@ml-emissions/calculator';
import { invalid } from '../http/http-problem.ts';
import { inLanguage } from '../in-language.ts';
import { asJson, type Route, ref } from '../route.ts';
import { subjectWith } from '../subject.ts';
import { EXAMPLE_RUN } from './example-run.ts';

const names = (what: string) => ({
  type: 'array',
  items: { type: 'string', maxLength: 200 },
  maxItems: 100,
  description: what,
});
const numbers = (what: string, maximum: number) => ({
  type: 'array',
  items: { type: 'number', exclusiveMinimum: 0, maximum },
  maxItems: 20,
  description: what,
});

const subject = subjectWith({
  regions: {
    description: 'other regions: all (true, which is usual), none (false) or some',
    anyOf: [
      { type: 'boolean' },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          providers: names('ids of providers'),
          continents: names('EU, Europe, North America, …; or in countries'),
          countries: names('codes or names; or on continents'),
          offered: {
            type: 'boolean',
            description: 'only of providers that list the chip or machine',
          },
        },
      },
    ],
  },
  accelerators: {
    description: 'other accelerators: all (true) or some by name',
    anyOf: [{ type: 'boolean' }, names('names of accelerators')],
  },
  precision: {
    type: 'string',
    enum: PRECISIONS,
    description: 'whose peak FLOP/s scale the time on another accelerator',
  },
  utilisation: numbers('other mean power / TDP, above 0 to 1', 1),
  repeats: numbers('other numbers of trials, restarts or seeds', 1e6),
  tokens: numbers('of a planned training: other multiples of its tokens', 1e6),
});

/** What a run would emit otherwise. */
export const comparisons: Route = {
  method: 'POST',
  path: '/v1/comparisons',
  id: 'compare',
  group: 'Answers',
  summary:
    'The same work in other regions, on other hardware, at another utilisation, with fewer trials',
  takes: { json: subject.schema },
  sends: [
    {
      mediaType: 'application/json',
      about: 'The options, least emitting first',
      schema: { oneOf: [ref('Comparison'), ref('ProjectComparison')] },
    },
  ],
  example: { run: EXAMPLE_RUN, regions: { providers: ['gcp'], continents: ['EU'] } },
  isPure: true,
  answer(asked, service) {
    const { options, ...about } = subject.read(asked, service);
    const { compare, compareProject } = service.calculator;
    const wanted = { regions: options.regions ?? true, ...options } as CompareOptions;
    const compared =
      about.kind === 'run' ? compare(about.run, wanted) : compareProject(about.project, wanted);
    if (!compared.ok) throw invalid(compared.problems);
    return asJson(inLanguage(compared.comparison, asked.language));
  },
};
