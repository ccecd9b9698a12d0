import type { EstimateResult } from '@ml-emissions/calculator';
import { untrack } from 'svelte';

const PAUSE_MS = 150;

/** The result once typing pauses: all regions or chips at once are too much for every key. */
export function paused(now: () => EstimateResult | null): {
  readonly result: EstimateResult | null;
} {
  let result = $state.raw<EstimateResult | null>(null);
  $effect(() => {
    const next = now();
    const timer = setTimeout(
      () => {
        result = next;
      },
      untrack(() => result) ? PAUSE_MS : 0,
    );
    return () => clearTimeout(timer);
  });
  return {
    get result() {
      return result;
    },
  };
}
