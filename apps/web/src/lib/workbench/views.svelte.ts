import { tick } from 'svelte';
import { goto } from '$app/navigation';

/** The views of a run, in the order of their tabs. The first is what the page opens with. */
export const VIEWS = ['number', 'where', 'hardware', 'what-if', 'methods', 'sources'] as const;
export type View = (typeof VIEWS)[number];

/** As the address names it: `?view=where`. A page that is a file cannot be told, so the browser reads it. */
const PARAMETER = 'view';

/** The view that is open; `inline/early.js` shows it before anything of the page is alive. */
export const workbench = $state<{ view: View }>({ view: 'number' });

/** The view that an address asks for. */
export const viewOf = ({ searchParams }: Pick<URL, 'searchParams'>): View =>
  VIEWS.find((view) => view === searchParams.get(PARAMETER)) ?? 'number';

/** What a view adds to the address of the calculator's page: `?view=where`, or nothing. */
export const searchOf = (view: View): string => (view === 'number' ? '' : `?${PARAMETER}=${view}`);

/** The address of a view, from the calculator's page. */
export const addressOf = (view: View): string => searchOf(view) || './';

/** Opens a view from elsewhere than its tab, and resolves once it stands there. */
export async function openView(view: View): Promise<void> {
  if (workbench.view === view) return;
  await goto(addressOf(view), { replaceState: true, noScroll: true, keepFocus: true });
  await tick();
}
