import type { Said } from '@ml-emissions/calculator';
import { words } from '@ml-emissions/words';
import { french } from '@ml-emissions/words/fr';

export { french as names };

/** What a code says. */
export const told = (said: Said): string => words(said, french);
