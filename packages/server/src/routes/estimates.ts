import type { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import {
  type LineAnswers,
  type LineForm,
  never,
  partOf,
  SLIM_FORM,
  WHOLE_FORM,
} from '@ml-emissions/answers';
import { createLineBulk } from '@ml-emissions/calculator/bulk';
import { problemInFrench } from '@ml-emissions/words/fr';
import { askedRun, below, readRun } from '../asked-run.ts';
import { HttpProblem, invalid } from '../http/http-problem.ts';
import type { LanguageCode } from '../http/language.ts';
import { inLanguage } from '../in-language.ts';
import { answeredLines } from '../lines.ts';
import {
  type Answer,
  type Asked,
  asJson,
  JSON_TYPE,
  LINES_TYPE,
  type Route,
  ref,
  type Service,
} from '../route.ts';
import { EXAMPLE_RUN } from './example-run.ts';

const WRITTEN = { oneOf: [ref('RunInput'), ref('ProjectInput')] };
const RESULT = { oneOf: [ref('EstimateResult'), ref('ProjectResult'), ref('SlimRow')] };

/** What a run or a project emits; of many, one after the other. */
export const estimates: Route = {
  method: 'POST',
  path: '/v1/estimates',
  id: 'estimate',
  group: 'Answers',
  summary: 'Energy and emissions of a run, a project, or many of them',
  query: {
    answer: {
      about: 'the whole result, or its row; rows for lines where it is not told',
      schema: { type: 'string', enum: ['result', 'row'] },
    },
    receipt: {
      about: 'whether the receipt is in the result (default: true)',
      schema: { type: 'boolean' },
    },
    alternatives: {
      about: 'whether the least emitting places are in the result (default: true)',
      schema: { type: 'boolean' },
    },
  },
  takes: {
    json: { oneOf: [...WRITTEN.oneOf, { type: 'array', items: WRITTEN }] },
    lines: { type: 'string', description: 'One run or project a line.' },
  },
  sends: [
    {
      mediaType: 'application/json',
      about: 'The result; of an array, the results in its order',
      schema: { oneOf: [...RESULT.oneOf, { type: 'array', items: RESULT }] },
    },
    {
      mediaType: LINES_TYPE,
      about: 'One row, result or list of problems a line, each with the number of its line',
      schema: { type: 'string' },
    },
  ],
  example: EXAMPLE_RUN,
  isPure: true,
  quick(bytes, { answer }, service) {
    const row = answer === 'row' ? bulkOf(service).rowOfLine(bytes, 0, bytes.length) : null;
    if (!row) return null;
    service.count(1);
    return asJson(row);
  },
  answer(asked, service) {
    const { body } = asked;
    if ('lines' in body) return lines(body.lines, asked, service);
    const { json, bytes } = body as { readonly json: unknown; readonly bytes: Buffer };
    return Array.isArray(json) ? many(json, asked, service) : one(json, bytes, asked, service);
  },
};

function one(
  written: unknown,
  bytes: Buffer,
  { query, language }: Asked,
  service: Service,
): Answer {
  service.count(1);
  if (query.answer === 'row') {
    const { rowOf, learn } = bulkOf(service);
    const row = rowOf(written);
    if ('problems' in row) throw invalid(row.problems);
    learn(bytes, 0, bytes.length, written);
    return asJson(row);
  }
  return asJson(wholeOf(written, query, language, service));
}

function wholeOf(
  written: unknown,
  query: Asked['query'],
  language: LanguageCode,
  { calculator }: Service,
): unknown {
  const asked = askedRun(calculator, written);
  const result =
    asked.kind === 'run'
      ? calculator.estimate(asked.run, query)
      : calculator.estimateProject(asked.project, query);
  return inLanguage(result, language);
}

/** All are read before the first is answered: an array that is wrong somewhere is refused as a whole. */
function many(written: readonly unknown[], { query, language }: Asked, service: Service): Answer {
  const { arrayItems } = service.limits;
  if (written.length > arrayItems) {
    const detail = `the array has ${written.length} items; at most ${arrayItems} go into one, and lines (${LINES_TYPE}) have no such limit`;
    throw new HttpProblem('too-large', detail);
  }
  const problems = written.flatMap((each, index) => {
    const read = readRun(service.calculator, each);
    return 'problems' in read ? below(`/${index}`, read.problems) : [];
  });
  if (problems.length > 0) throw invalid(problems);
  service.count(written.length);
  const { rowOf } = bulkOf(service);
  function* parts() {
    let sign = '[';
    for (const each of written) {
      const answer = query.answer === 'row' ? rowOf(each) : wholeOf(each, query, language, service);
      yield `${sign}${JSON.stringify(answer)}`;
      sign = ',';
    }
    yield written.length === 0 ? '[]' : ']';
  }
  return { mediaType: JSON_TYPE, body: Readable.from(unhurried(parts()), { objectMode: false }) };
}

/** Others are let in between two answers. */
async function* unhurried(parts: Iterable<string>): AsyncGenerator<string> {
  for (const part of parts) {
    yield part;
    await new Promise(setImmediate);
  }
}

function lines(source: Readable, { query, language }: Asked, service: Service): Answer {
  const isWhole = query.answer === 'result';
  const answer = isWhole ? wholeAnswers(query, language, service) : rowAnswers(service);
  const english = isWhole ? WHOLE_FORM : SLIM_FORM;
  const form = language === 'fr' ? refusedInFrench(english) : english;
  return { mediaType: LINES_TYPE, body: answeredLines(source, answer, form, service) };
}

const refusedInFrench = (form: LineForm): LineForm => ({
  ...form,
  refused: (line, name, problems, into) =>
    form.refused(line, name, problems.map(problemInFrench), into),
});

function rowAnswers(service: Service): LineAnswers {
  const { rowOf, rowOfLine, learn } = bulkOf(service);
  return {
    quick: ({ bytes, from, to }) => rowOfLine(bytes, from, to),
    of(written, { bytes, from, to }) {
      const row = rowOf(written);
      if ('problems' in row) return row;
      learn(bytes, from, to, written);
      return { answer: row };
    },
  };
}

const wholeAnswers = (
  query: Asked['query'],
  language: LanguageCode,
  service: Service,
): LineAnswers => ({
  quick: never,
  of(written) {
    try {
      const whole = wholeOf(written, query, language, service) as { run?: { name?: string } };
      return { answer: { ...(whole.run && { name: whole.run.name ?? null }), ...whole } };
    } catch (error) {
      if (error instanceof HttpProblem) return { problems: error.problems };
      throw error;
    }
  },
});

/** Kinds of runs are learnt once for all requests. */
const bulks = new WeakMap<Service, ReturnType<typeof createLineBulk>>();

function bulkOf(service: Service): ReturnType<typeof createLineBulk> {
  let bulk = bulks.get(service);
  if (!bulk) {
    bulk = createLineBulk(service.calculator.editions, partOf);
    bulks.set(service, bulk);
  }
  return bulk;
}
