export { words } from '../en/data.ts';
