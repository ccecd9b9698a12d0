/** What the page has just done, said in one line, with a way back where there is one. */
export interface Notice {
  readonly text: string;
  readonly isWrong?: boolean;
  readonly action?: { readonly label: string; readonly act: () => void };
}

/** The last thing said; '' for nothing. */
export const notice = $state<{ said: Notice }>({ said: { text: '' } });

export function say(said: Notice): void {
  notice.said = said;
}

/** What this browser had kept and the page cannot read: said until its owner has saved or dropped it. */
export const leftover = $state<{ text: string | null }>({ text: null });

/**
 * Whether this browser keeps nothing of what is typed, or has no room for a project of this size beside the shelf: said
 * as long as it is so.
 */
export const keeping = $state({ isBlocked: false, isFull: false });
