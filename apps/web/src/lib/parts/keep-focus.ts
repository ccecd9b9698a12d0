import { tick } from 'svelte';

/** A button that is gone once it is pressed hands the focus to the result, not to nowhere. */
export async function keepFocus(): Promise<void> {
  await tick();
  const { activeElement } = document;
  const isLost =
    activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
  if (isLost) document.getElementById('result')?.focus({ preventScroll: true });
}
