export { mcpServiceOf } from './service.ts';
export { mcpOnStdio } from './stdio.ts';
