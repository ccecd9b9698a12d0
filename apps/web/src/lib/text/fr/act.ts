export { words } from '../en/act.ts';
