import { headlineOf } from '../result/headline.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { language, mass } from '../text/format.ts';
import { tell } from '../trust/tell.svelte.ts';
import { cardOf, pngOf } from './card.ts';
import { fileOf, save } from './file.ts';

// What is done with a run by a press further down: fetched then, as one.
export { readFile } from './file.ts';

/** Saves what was typed as a file. */
export const saveFile = (session: Session): void =>
  save('ml-emissions.json', fileOf($state.snapshot(session.project)));

/** Saves the figure as an image. */
export async function saveImage({ shown }: Session, kind: 'svg' | 'png'): Promise<void> {
  if (!shown) return;
  const svg = await cardOf(shown, language());
  const blob = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg);
  save(`ml-emissions.${kind}`, blob);
}

/** Opens a report on the figure. */
export async function tellWrong(session: Session): Promise<void> {
  if (!session.shown) return;
  const figure = `${mass(headlineOf(session.shown).value)} CO2e`;
  await tell(session, { figure, source: '' });
}
