import type { Said } from '@ml-emissions/calculator';
import { words } from '@ml-emissions/words';
import { french } from '@ml-emissions/words/fr';

/** What a code says. */
export const told = (said: Said): string => words(said, french);
