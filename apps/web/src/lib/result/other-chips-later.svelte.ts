import type { EstimateResult, Option } from '@ml-emissions/calculator';
import type { OtherChips } from '../state/other-chips.ts';
import type { Session } from '../state/session.svelte.ts';

/** All chips at once are too much for every key: they follow when typing pauses. */
const PAUSE_MS = 200;

/**
 * Other chips for the run in hand; of the example, at once. The larger tables that any other run needs are fetched
 * once the part is in sight.
 */
export function otherChipsLater(session: () => Session) {
  let computed = $state.raw<OtherChips | null>(null);
  let isSeen = $state(false);

  $effect(() => {
    const { engine, hasAll, firstChips } = session();
    if (isSeen && engine && !hasAll && !firstChips)
      void session()
        .loadAll()
        .catch(() => undefined);
  });

  $effect(() => {
    const { result, hasAll, firstChips } = session();
    if (!result || !hasAll || firstChips) return;
    const timer = setTimeout(() => void compute(result), PAUSE_MS);
    return () => clearTimeout(timer);
  });

  async function compute(result: EstimateResult): Promise<void> {
    const { otherChips } = await import('../state/other-chips.ts');
    if (session().result === result) computed = otherChips(result);
  }

  return {
    watch(part: HTMLElement): () => void {
      const watcher = new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) isSeen = true;
      });
      watcher.observe(part);
      return () => watcher.disconnect();
    },
    get found(): OtherChips | null {
      const { hasAll, firstChips } = session();
      return firstChips ?? (hasAll ? computed : null);
    },
    /** Takes other chips, with the hours that the same work would take on them. */
    async use(option: Option): Promise<void> {
      const { chipFields } = await import('../state/other-chips.ts');
      session().change(chipFields(option));
    },
  };
}
