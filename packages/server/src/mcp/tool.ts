import type { Calculator } from '@ml-emissions/calculator';
import type { Schema } from '../route.ts';

/** What tools answer from. */
export interface McpService {
  readonly calculator: Calculator;
  readonly version: string;
  /** Where the page is, with a slash at its end; links are relative to it where nobody knows. */
  readonly page: string;
  /** The method in words; null where it is not at hand. */
  readonly method: (() => Promise<string>) | null;
}

/** What a tool answers: a text for people, and the same as data. */
interface ToolAnswer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One tool: what a model is told of it, and what it does. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly input: Schema;
  readonly output: Schema;
  readonly answer: (input: Readonly<Record<string, unknown>>, service: McpService) => ToolAnswer;
}

export const QUANTITY: Schema = {
  type: 'object',
  properties: {
    value: { type: 'number' },
    low: { type: 'number' },
    high: { type: 'number' },
    mean: { type: 'number' },
  },
  required: ['value'],
  description: 'low and high are the 90 % range',
};

export const object = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
): Schema => ({
  type: 'object',
  properties,
  required,
});
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const text: Schema = { type: 'string' };
export const number: Schema = { type: 'number' };
export const boolean: Schema = { type: 'boolean' };
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
