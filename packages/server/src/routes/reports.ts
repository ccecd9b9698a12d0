import { problem } from '@ml-emissions/calculator';
import {
  FORMATS,
  type Format,
  type FormatName,
  projectFor,
  reportOf,
  runFor,
  writes,
} from '@ml-emissions/report';
import { askedRun } from '../asked-run.ts';
import { invalid } from '../http/http-problem.ts';
import { type Parameters, type Route, ref } from '../route.ts';
import { writtenReport } from '../written-report.ts';
import { EXAMPLE_RUN } from './example-run.ts';

const ALL: readonly Format[] = Object.values(FORMATS);

/** The options of all formats, each with what it does where. */
function options(): Parameters {
  const all = new Map<string, string>();
  for (const { name, options: own } of ALL) {
    for (const [option, about] of Object.entries(own)) {
      all.set(option, [all.get(option), `${name}: ${about}`].filter(Boolean).join('; '));
    }
  }
  return Object.fromEntries(
    [...all].map(([name, about]) => [name, { about, schema: { type: 'boolean' } }]),
  );
}

/** A result in the form that a paper, card or authority wants. */
export const reports: Route = {
  method: 'POST',
  path: '/v1/reports/{format}',
  id: 'report',
  group: 'Answers',
  summary: 'The estimate as a paper, card, checklist or authority wants it',
  params: {
    format: {
      about: ALL.map(({ name, title }) => `${name}: ${title}`).join('; '),
      schema: { type: 'string', enum: ALL.map(({ name }) => name) },
      example: 'markdown',
    },
  },
  query: {
    date: {
      about: 'day of the report, YYYY-MM-DD (default: today)',
      schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    },
    ...options(),
  },
  takes: { json: { oneOf: [ref('RunInput'), ref('ProjectInput')] } },
  sends: [...new Set(ALL.map(({ mediaType }) => mediaType))].map((mediaType) => ({
    mediaType,
    about:
      'The report; in French where Accept-Language likes it best and the form has it, else in English',
    schema: { type: 'string' },
  })),
  example: EXAMPLE_RUN,
  answer({ params, query, body, language: liked }, { calculator, version }) {
    const asked = askedRun(calculator, 'json' in body ? body.json : null);
    const date = dayOf(query.date as string | undefined);
    const format = params.format as FormatName;
    const result =
      asked.kind === 'run'
        ? calculator.estimate(runFor(format, asked.run))
        : calculator.estimateProject(projectFor(format, asked.project));
    const { mediaType, extension } = FORMATS[format];
    // Who likes French takes in English what there is in English alone.
    const language = writes(FORMATS[format], liked) ? liked : 'en';
    return {
      mediaType: `${mediaType}; charset=utf-8`,
      body: writtenReport(
        reportOf(result, { date, version, language }),
        format,
        query as Record<string, boolean>,
      ),
      headers: {
        'content-disposition': `inline; filename="emissions.${extension}"`,
        'content-language': language,
      },
    };
  },
};

function dayOf(told: string | undefined): string {
  if (told === undefined) return new Date().toISOString().slice(0, 10);
  if (!Number.isNaN(Date.parse(told))) return told;
  const expected = 'YYYY-MM-DD';
  const said = problem('wrong-type', '/date', told, { message: `'${told}' is no day`, expected });
  throw invalid([{ ...said, in: 'query' }]);
}
