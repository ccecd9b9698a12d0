export { words } from '../en/publish.ts';
