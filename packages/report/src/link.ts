/** How the part of an address begins that holds a run or project: the version of these links. */
export const LINK_START = '#1.';
/** Longer addresses are cut off by some programs; a file carries more. */
export const MOST_LINK_LETTERS = 30_000;
