import type { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import type { Calculator } from '@ml-emissions/calculator';
import type { LanguageCode } from './http/language.ts';
import type { Limits } from './limits.ts';

/** A JSON Schema, as the OpenAPI document holds it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A parameter of a path or query. */
export interface Parameter {
  readonly about: string;
  readonly schema: Schema;
  readonly example?: string | number | boolean;
}
export type Parameters = Readonly<Record<string, Parameter>>;

/** What a body may be. */
export type BodyKind = 'json' | 'lines' | 'text';

/** What a route sends where all goes well. */
interface Sends {
  readonly mediaType: string;
  readonly about: string;
  readonly schema: Schema;
}

/** A request whose parts were read. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Decoded JSON with its bytes, a text, or lines as they come in; undefined for GET. */
  readonly body:
    | { readonly json: unknown; readonly bytes: Buffer }
    | { readonly text: string }
    | { readonly lines: Readable };
  readonly language: LanguageCode;
}

/** How long an answer stays true: as long as an edition, or as long as the current data. */
export interface Freshness {
  /** Tells this answer from what it was with other data. */
  readonly tag: string;
  readonly isForever: boolean;
}

/** What a route answers. */
export interface Answer {
  readonly mediaType: string;
  readonly body: string | Readable;
  readonly freshness?: Freshness;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What routes answer from. */
export interface Service {
  /** Over all editions. */
  readonly calculator: Calculator;
  /** The same with another edition as the current one. */
  readonly calculatorOf: (edition: string) => Calculator;
  readonly limits: Limits;
  readonly version: string;
  /** A file of the package's folder `schema`. */
  readonly schemaFile: (name: string) => string;
  readonly count: (runs: number) => void;
}

/** One address: how it is asked, and answered. */
export interface Address {
  readonly method: 'GET' | 'POST';
  /** As OpenAPI writes it: `/v1/reports/{format}`. */
  readonly path: string;
  readonly params?: Parameters;
  readonly query?: Parameters;
  /** Whether other fields of the query are fields of a run. */
  readonly takes?: { readonly [Kind in BodyKind]?: Schema };
  /** Whether the same text always gets the same answer. */
  readonly isPure?: boolean;
  /** Answers a body of JSON that is like an earlier one, which need not be decoded; null for any other. */
  readonly quick?: (bytes: Buffer, query: Asked['query'], service: Service) => Answer | null;
  readonly answer: (asked: Asked, service: Service) => Answer | Promise<Answer>;
}

/** An address that is described in the OpenAPI document. */
export interface Route extends Address {
  /** The name of the operation in clients. */
  readonly id: string;
  readonly group: string;
  readonly summary: string;
  readonly sends: readonly Sends[];
  /** An example body, for docs and tests. */
  readonly example?: unknown;
}

/** `/v1/reports/{format}` as Fastify writes it. */
export const toFastify = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

export const JSON_TYPE = 'application/json; charset=utf-8';
export const LINES_TYPE = 'application/x-ndjson';

export const asJson = (value: unknown, freshness?: Freshness): Answer => ({
  mediaType: JSON_TYPE,
  body: JSON.stringify(value),
  ...(freshness && { freshness }),
});

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
