// What routes answer, for the schemas of the OpenAPI document: they are made from these types.
export type {
  Checked,
  CheckedProject,
  Comparison,
  EstimateResult,
  Explanation,
  ProjectComparison,
  ProjectExplanation,
  ProjectResult,
} from '@ml-emissions/calculator';
export type { SlimRow } from '@ml-emissions/calculator/bulk';
export type { FieldProblem } from '../http/http-problem.ts';

import type { VerifiedReport } from '@ml-emissions/answers';

/** Whether the reports of a text hold. */
export interface Verified {
  readonly holds: boolean;
  readonly reports: readonly VerifiedReport[];
}
