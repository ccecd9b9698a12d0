export type { AnswerOf, Client, ClientOptions, OperationName, Question } from './client.ts';
export { createClient, NotAnswered } from './client.ts';
export type { Operations } from './operations.ts';
