import type { Said } from '@ml-emissions/calculator';

/** What a code says: results hold it in English, so that no sentence has to be fetched here; a letter stands for a sign there. */
export const told = (_: Said, english: string): string => english.replaceAll(' x ', ' × ');
