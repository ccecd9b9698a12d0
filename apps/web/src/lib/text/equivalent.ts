import { mass, number } from './format.ts';

const DIGITS = 3;

/** How much of something people know: three digits of it, and what is weighed in the unit that fits. */
export const equivalentText = (id: string, value: number): string =>
  id === 'coal-kg' ? mass(value) : number(Number(value.toPrecision(DIGITS)));
