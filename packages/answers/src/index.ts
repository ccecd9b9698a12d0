export {
  type Answered,
  answerLine,
  type LineAnswers,
  type LineForm,
  never,
  SLIM_FORM,
  WHOLE_FORM,
} from './answer-line.ts';
export { Bytes } from './bytes.ts';
export { BOM, type Decoded, decodeJson, MOST_BYTES, malformed, tooLong } from './decode-json.ts';
export { linesOf, partOf, textOf } from './lines.ts';
export { plannedWith } from './plan.ts';
export { reportOf } from './report-of.ts';
export type { Recomputing, Verification, VerifiedReport, VerifyOptions } from './verify-text.ts';
export { fault, verify } from './verify-text.ts';
