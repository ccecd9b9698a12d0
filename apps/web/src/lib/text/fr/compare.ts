export { words } from '../en/compare.ts';
