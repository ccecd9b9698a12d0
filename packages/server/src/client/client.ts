import type { FieldProblem } from '../openapi/answers.ts';
import { OPERATIONS, type Operations } from './operations.ts';

/** The name of an operation. */
export type OperationName = keyof Operations;

type Part<Name extends OperationName, Key extends string> = Operations[Name] extends {
  readonly [_ in Key]: infer Type;
}
  ? Type
  : never;

/** What an operation is asked with: parts that it does not have may not be told. */
export type Question<Name extends OperationName> = Omit<Operations[Name], 'answer'>;

/** What an operation answers. */
export type AnswerOf<Name extends OperationName> = Part<Name, 'answer'>;

/** Why a server did not answer. */
export class NotAnswered extends Error {
  /** The HTTP status. */
  readonly status: number;
  /** Every problem of a field. */
  readonly problems: readonly FieldProblem[];

  constructor(status: number, message: string, problems: readonly FieldProblem[]) {
    super(message);
    this.name = 'NotAnswered';
    this.status = status;
    this.problems = problems;
  }
}

/** How a client asks. */
export interface ClientOptions {
  /** Language of sentences: `en` (usual) or `fr`. */
  readonly language?: string;
  /** In place of the usual `fetch`. */
  readonly fetch?: typeof fetch;
}

/** Asks one server. */
export type Client = <Name extends OperationName>(
  name: Name,
  question: Question<Name>,
) => Promise<AnswerOf<Name>>;

/**
 * A client of `ml-emissions serve`, for pages and Node alike.
 *
 * @param address of the server: http://localhost:4173
 * @param options how it asks
 * @returns a function that asks an operation by its name, as /docs of the server lists them
 * Errors: what it returns rejects with `NotAnswered` where the server did not answer, with every problem of a field.
 * @example
 * import { createClient } from 'ml-emissions/client';
 *
 * const ask = createClient('http://localhost:4173');
 * export const energy = async () => {
 *   const row = await ask('estimate', {
 *     body: { energyKwh: 320, place: { country: 'FR' } },
 *     query: { answer: 'row' },
 *   });
 *   return 'energyKwh' in row ? row.energyKwh.value : null;
 * };
 */
export function createClient(
  address: string,
  { language = 'en', fetch: get = fetch }: ClientOptions = {},
): Client {
  return async (name, question) => {
    const { params, query, body } = question as {
      readonly params?: Readonly<Record<string, string>>;
      readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
      readonly body?: unknown;
    };
    const { method, path, isText } = OPERATIONS[name];
    const answer = await get(
      `${address.replace(/\/$/, '')}${filled(path, params)}${asked(query)}`,
      {
        method,
        headers: {
          'accept-language': language,
          ...(body === undefined
            ? {}
            : { 'content-type': isText ? 'text/plain' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isText ? String(body) : JSON.stringify(body) }),
      },
    );
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
    if (!answer.ok) throw await notAnswered(answer, isJson);
    return (isJson ? await answer.json() : await answer.text()) as never;
  };
}

const filled = (path: string, params: Readonly<Record<string, string>> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

function asked(
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string {
  const told = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return told.length > 0 ? `?${new URLSearchParams(told)}` : '';
}

async function notAnswered(answer: Response, isJson: boolean): Promise<NotAnswered> {
  const told = isJson ? await answer.json() : {};
  return new NotAnswered(answer.status, told.detail ?? answer.statusText, told.problems ?? []);
}
