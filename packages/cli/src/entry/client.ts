// `ml-emissions/client`: asks a server of ours, from pages and Node alike. No tables, no calculator.
export type {
  AnswerOf,
  Client,
  ClientOptions,
  OperationName,
  Operations,
  Question,
} from '@ml-emissions/server/client';
export { createClient, NotAnswered } from '@ml-emissions/server/client';
