export type { App, AppOptions } from './app.ts';
export { createApp } from './app.ts';
export { type Guarded, newSecret } from './guarded.ts';
export { type FieldProblem, HttpProblem, invalid } from './http/http-problem.ts';
export {
  type Address,
  type Answer,
  type Asked,
  asJson,
  LINES_TYPE,
  type Parameters,
} from './route.ts';
