import { save } from '../share/file.ts';

/** Hands over as a file what the page itself cannot read. */
export const saveText = (text: string): void =>
  save('ml-emissions-kept.txt', new Blob([text], { type: 'text/plain' }));
