export { words } from '../en/calculate.ts';
