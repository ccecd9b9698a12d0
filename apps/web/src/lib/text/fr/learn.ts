export { words } from '../en/learn.ts';
