import { untrack } from 'svelte';

/**
 * A value as it was when it last stayed the same for a moment: for what takes long to draw and nobody reads while typing.
 * To be called where a part of the page is made.
 *
 * @param now what it is
 * @param pauseMs how long it must stay
 */
export function paused<Value>(now: () => Value, pauseMs: number): { readonly value: Value } {
  let held = $state.raw(untrack(now));
  $effect(() => {
    const value = now();
    const timer = setTimeout(() => {
      held = value;
    }, pauseMs);
    return () => clearTimeout(timer);
  });
  return {
    get value() {
      return held;
    },
  };
}
