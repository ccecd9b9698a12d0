export type { App } from './app.ts';
export { createApp } from './app.ts';
