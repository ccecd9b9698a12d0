/** What the tab key goes through. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Writes into a field as a key would: over what is selected, the cursor behind it. */
export function typeInto(field: HTMLInputElement, text: string): void {
  const { selectionStart, selectionEnd, value } = field;
  field.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
}

/** Goes to the next control, and selects what stands in it. */
function goOn(from: Element | null): void {
  const all = [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility(),
  );
  const next = all[all.indexOf(from as HTMLElement) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** Does what a key would have done, had it been pressed now: what browsers do themselves is done here. */
export function pressAgain(key: string): void {
  const at = document.activeElement;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  if (!(at ?? document.body).dispatchEvent(event)) return;
  const field = at instanceof HTMLInputElement ? at : null;
  if (field && key.length === 1) typeInto(field, key);
  else if (field && key === 'Backspace') {
    const { selectionStart: start, selectionEnd: end } = field;
    if (start === end) field.setSelectionRange(Math.max(0, (start ?? 1) - 1), end);
    typeInto(field, '');
  } else if (field && (key === 'Tab' || key === 'Enter')) {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (key === 'Tab') goOn(at);
  else if (key === 'Enter' && !field && at instanceof HTMLElement) at.click();
}
