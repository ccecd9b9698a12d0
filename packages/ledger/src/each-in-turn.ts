import { setImmediate as turn } from 'node:timers/promises';

/** So many take some tenths of a second. */
const SOME = 50;

/** What becomes of each of a list, with pauses in which others have their turn: Ctrl+C, and what tells how far it is. */
export async function eachInTurn<From, To>(
  all: readonly From[],
  become: (one: From) => To,
): Promise<To[]> {
  const became: To[] = [];
  for (const one of all) {
    became.push(become(one));
    if (became.length % SOME === 0) await turn();
  }
  return became;
}
