import { verify } from '@ml-emissions/answers';
import { invalid } from '../http/http-problem.ts';
import { asJson, type Route, ref } from '../route.ts';

/** Whether a report still says what its inputs give. */
export const verifications: Route = {
  method: 'POST',
  path: '/v1/verifications',
  id: 'verify',
  group: 'Answers',
  summary: 'Whether every figure of a report follows from the inputs that it carries',
  query: {
    figures: {
      about: 'figures and names only, for a text whose sentences were reworded',
      schema: { type: 'boolean' },
    },
  },
  takes: { text: { type: 'string', description: 'A report, or a document that holds some.' } },
  sends: [
    {
      mediaType: 'application/json',
      about: 'Whether all reports hold, and what differs',
      schema: ref('Verified'),
    },
  ],
  answer({ body, query }, { calculator }) {
    const text = 'text' in body ? body.text : '';
    const verified = verify(text, calculator, { isReworded: query.figures === true });
    if (!verified.ok) throw invalid(verified.problems);
    const { holds, reports } = verified;
    return asJson({ holds, reports });
  },
};
