import type { Schema } from '../route.ts';
import { ROUTES } from '../routes/index.ts';
import { openApiOf } from './document.ts';

/** The types whose schemas the document refers to; they stand in `answers.ts`. */
export const ANSWERS = [
  'EstimateResult',
  'ProjectResult',
  'SlimRow',
  'Comparison',
  'ProjectComparison',
  'Explanation',
  'ProjectExplanation',
  'Checked',
  'CheckedProject',
  'Verified',
  'FieldProblem',
] as const;

/** The OpenAPI document of all routes, with the schemas that they refer to. */
export const openApi = (schemas: Readonly<Record<string, Schema>>, version: string): Schema =>
  openApiOf(ROUTES, schemas, version);
