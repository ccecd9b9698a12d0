export { words } from '../en/method.ts';
