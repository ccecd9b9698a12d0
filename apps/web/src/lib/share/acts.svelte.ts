import { PROJECT_FIELDS } from '@ml-emissions/calculator';
import { headlineOf } from '../result/headline.svelte.ts';
import { say } from '../state/notice.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { language, mass } from '../text/format.ts';
import { fetchSheetWords } from '../text/words.ts';
import { tell } from '../trust/tell.svelte.ts';
import { cardOf, pngOf } from './card.ts';
import { fileOf, save } from './file.ts';

// What is done with a run by a press further down: fetched then, as one.
export { readFile } from './file.ts';

/** As many runs as others than this page read in one project. */
const MOST_ELSEWHERE = PROJECT_FIELDS['/runs'].most;

/** Saves what was typed as a file. */
export async function saveFile({ project }: Session): Promise<void> {
  save('ml-emissions.json', fileOf($state.snapshot(project)));
  if (project.runs.length <= MOST_ELSEWHERE) return;
  const { savedMany } = await fetchSheetWords();
  say({ text: savedMany(MOST_ELSEWHERE) });
}

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
