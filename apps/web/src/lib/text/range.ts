// A file of its own: hooks.client.ts fetches it, and the arithmetic that it needs, before the page comes alive.
export { rangeOf } from '@ml-emissions/words';
