/** A press, or something typed or chosen, before its part of the page was alive. */
interface Act {
  readonly type: 'click' | 'input' | 'change';
  readonly target: HTMLElement;
  readonly value?: string;
  /** Whether the press opens a folded part; null where it is on no such part's line. */
  readonly opens: boolean | null;
}

/** What `inline/early.js` has seen of a person. */
interface Early {
  readonly isSeen: boolean;
  onSeen: () => void;
  acts: readonly Act[];
  readonly stop: () => void;
}

declare global {
  var early: Early;
}

const ASLEEP = 'data-asleep';
const isAsleep = (element: Element) => element.closest(`[${ASLEEP}]`) !== null;

/** Whether a person has done anything on this page yet. */
export const isSomebodyHere = (): boolean => globalThis.early.isSeen;

/** Resolves at the first sign of a person, or when a part that only a live page fills comes into sight. */
export function firstSign(): Promise<void> {
  const { early } = globalThis;
  return new Promise((done) => {
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) seen();
    });
    const seen = () => {
      watcher.disconnect();
      early.onSeen = () => undefined;
      done();
    };
    early.onSeen = seen;
    if (early.isSeen) seen();
    else for (const part of document.querySelectorAll('[data-lazy]')) watcher.observe(part);
  });
}

/** Sets what a field says, its cursor and selection where they were. */
function put(field: HTMLInputElement, change: () => void): void {
  const { selectionStart, selectionEnd } = field;
  change();
  // A field without the focus has no cursor; some browsers would move the focus there.
  if (field === document.activeElement && selectionStart !== null) {
    field.setSelectionRange(selectionStart, selectionEnd);
  }
}

/**
 * Lets fields say what they do by themselves. Coming alive, the page takes the value out of their HTML some time
 * later, which would move the cursor from under the fingers.
 */
export function detachFields(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[value]')) {
    put(field, () => {
      const { value } = field;
      field.removeAttribute('value');
      field.value = value;
    });
  }
}

/** Says that a part of the page is alive, and does again what was done in it before. */
export function awaken(part: Element): void {
  part.removeAttribute(ASLEEP);
  const { early } = globalThis;
  const due = early.acts.filter(({ target }) => !isAsleep(target));
  early.acts = early.acts.filter(({ target }) => isAsleep(target));
  refocus(part);
  for (const act of due) again(act);
}

/** Nothing of the page is asleep any more. */
export const stopWatching = (): void => globalThis.early.stop();

/** A field that has the focus was not told so while it was asleep. */
function refocus(part: Element): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || !part.contains(field) || isAsleep(field)) return;
  put(field, () => field.dispatchEvent(new FocusEvent('focus')));
}

function again({ type, target, value, opens }: Act): void {
  if (type !== 'click') {
    const field = target as HTMLInputElement | HTMLSelectElement;
    if (value !== undefined && field.value !== value) field.value = value;
    target.dispatchEvent(new Event(type, { bubbles: true }));
  } else if (opens !== null) {
    const folded = target.closest('details');
    if (folded) folded.open = opens;
  } else {
    target.closest<HTMLElement>('button, [role=combobox]')?.click();
  }
}
