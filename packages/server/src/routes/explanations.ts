import { askedRun } from '../asked-run.ts';
import { inLanguage } from '../in-language.ts';
import { asJson, type Route, ref } from '../route.ts';
import { EXAMPLE_RUN } from './example-run.ts';

/** What each method says of a run. */
export const explanations: Route = {
  method: 'POST',
  path: '/v1/explanations',
  id: 'explain',
  group: 'Answers',
  summary: 'What each method says of a run or a project, and what makes them differ',
  takes: { json: { oneOf: [ref('RunInput'), ref('ProjectInput')] } },
  sends: [
    {
      mediaType: 'application/json',
      about: 'kg CO2e by method, and the steps from one to the other',
      schema: { oneOf: [ref('Explanation'), ref('ProjectExplanation')] },
    },
  ],
  example: EXAMPLE_RUN,
  isPure: true,
  answer({ body, language }, { calculator }) {
    const asked = askedRun(calculator, 'json' in body ? body.json : null);
    const explained =
      asked.kind === 'run'
        ? calculator.explain(asked.run)
        : calculator.explainProject(asked.project);
    return asJson(inLanguage(explained, language));
  },
};
