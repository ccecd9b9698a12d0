export { words } from '../en/about.ts';
