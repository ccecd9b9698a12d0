import type { Names } from '../language.ts';
import { steps } from './steps.ts';

/** Names in English; numbers with all their digits, units as results hold them. */
export const englishNames: Names = { steps, number: String, unit: (unit) => unit };
