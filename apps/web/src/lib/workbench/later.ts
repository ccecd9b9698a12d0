import type { Component } from 'svelte';
import { type Session, session } from '../state/session.svelte.ts';
import { language } from '../text/format.ts';
import { fetchGridNames } from '../text/grid-names.ts';
import { WORDS } from '../text/load.ts';
import type { View } from './views.svelte.ts';

/** A part that stands for a view, with words of any room. */
type Part = Component<{ session: Session; words: unknown }>;

// What each is made of is listed here, and not on the page that opens first: it is a long list.
const LATER = {
  where: { room: 'compare', part: () => import('../compare/Places.svelte') },
  hardware: { room: 'compare', part: () => import('../compare/Chips.svelte') },
  'what-if': { room: 'compare', part: () => import('../compare/WhatIf.svelte') },
  methods: { room: 'trust', part: () => import('../trust/OtherMethods.svelte') },
} as const satisfies Partial<Record<View, unknown>>;

/** The views that the page does not open with. */
export type LaterView = keyof typeof LATER;

/** A view with its words, fetched together with what computes. */
export async function fetchView(id: LaterView) {
  const { room, part } = LATER[id];
  const [{ default: View }, { words }] = await Promise.all([
    part(),
    WORDS[room](language()),
    fetchGridNames(language()),
    session.wake(),
  ]);
  // Each part stands beside its own room of words above.
  return { View: View as unknown as Part, words };
}
