import type { Session } from '../state/session.svelte.ts';

/** The runs that the total counts, in its order, by their places among all: one that is not whole yet is none of them. */
export const countedPlaces = (session: Pick<Session, 'project' | 'isCounted'>): readonly number[] =>
  session.project.runs.map((_, index) => index).filter((index) => session.isCounted(index));
