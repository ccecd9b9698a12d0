import { mount } from 'svelte';
import { language } from '../text/format.ts';
import { PAGE_WORDS } from '../text/load-pages.ts';
import Meaning from './Meaning.svelte';
import type { NotionId } from './sections.ts';

const shown = new WeakMap<HTMLButtonElement, { more: string }>();

/**
 * Opens what a term means, right behind the button of the term; from then on the browser opens and closes it.
 *
 * @param button that was pressed
 * @param more what is to be told of this very figure
 */
export async function explain(button: HTMLButtonElement, id: NotionId, more = ''): Promise<void> {
  const before = shown.get(button);
  if (before) {
    before.more = more;
    return;
  }
  const props = $state({ id, more, words: (await PAGE_WORDS.notions(language())).words });
  const place = button.parentElement;
  if (!place || shown.has(button)) return;
  shown.set(button, props);
  const anchor = button.nextSibling;
  mount(Meaning, { target: place, props, ...(anchor ? { anchor } : {}) });
  const meaning = button.nextElementSibling as HTMLElement;
  button.popoverTargetElement = meaning;
  // The button is what it belongs to: there it stands, and there the keyboard goes back to.
  (meaning as { showPopover(options: object): void }).showPopover({ source: button });
}
