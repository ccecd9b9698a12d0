import type { EstimateResult, Option } from '@ml-emissions/calculator';
import type { OtherChips } from '../state/other-chips.ts';
import type { Session } from '../state/session.svelte.ts';

/** All chips at once are too much for every key: they follow when typing pauses. */
const PAUSE_MS = 200;

/** Other chips for the run in hand, once the tables that they need are there; of the example, at once. */
export function otherChipsLater(session: () => Session) {
  let computed = $state.raw<OtherChips | null>(null);

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
