import { tick } from 'svelte';
import type { Session } from '../state/session.svelte.ts';
import { keepDraft, readDraft } from './draft.ts';
import { pressAgain, typeInto } from './press-again.ts';
import { providersCalled } from './provider-names.ts';
import { TypeAhead } from './type-ahead.ts';

/** What `inline/held.js` holds until it can be told what was meant. */
interface Held {
  keys: { readonly key: string; readonly target: EventTarget; readonly timeStamp: number }[];
  isHolding: boolean;
  /** Takes a letter on the list of providers; false where it is none of a name. */
  take: ((key: string, atMs: number) => boolean) | null;
}

declare global {
  var held: Held;
}

/** Takes what is typed on the list of providers from now on, and presses what was held in its order. */
export async function takeKeys(session: Session): Promise<void> {
  const { held } = globalThis;
  let ahead = new TypeAhead();
  await session.wake();
  const all = await providersCalled(session);
  held.take = (key, atMs) => {
    // Whoever goes on has said the name.
    if (key.length > 1) {
      ahead = new TypeAhead();
      return false;
    }
    const list = document.getElementById('field-provider');
    if (!(list instanceof HTMLSelectElement) || (key === ' ' && !ahead.isWithin(atMs)))
      return false;
    const value = ahead.type(key, atMs, all, list.value);
    if (value !== null && value !== list.value) {
      list.value = value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return true;
  };
  await pressHeld(held);
  const draft = readDraft();
  const field = draft && document.getElementById(`field-${draft.name}`);
  keepDraft(null);
  if (draft && field instanceof HTMLInputElement && document.activeElement === document.body) {
    field.focus();
    field.select();
    typeInto(field, draft.text);
  }
}

/** Keys that come meanwhile are held too: none overtakes another. */
async function pressHeld(held: Held): Promise<void> {
  let last: EventTarget | null = null;
  for (let next = held.keys.shift(); next; next = held.keys.shift()) {
    const { key, target, timeStamp } = next;
    // Somebody went elsewhere with the pointer meanwhile.
    const isElsewhere = target !== last && (target as Element).isConnected;
    if (last !== null && isElsewhere) (target as HTMLElement).focus();
    last = target;
    const isName = document.activeElement?.id === 'field-provider' && key.length === 1;
    if (!isName || !held.take?.(key, timeStamp)) pressAgain(key);
    await tick();
  }
  held.isHolding = false;
}
