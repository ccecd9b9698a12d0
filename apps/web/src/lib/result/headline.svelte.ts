import type {
  EquivalenceResult,
  EstimateResult,
  ProjectResult,
  Quantity,
} from '@ml-emissions/calculator';

const KEY = 'headline';
const WHOLE = 'whole';

type Shown = Pick<EstimateResult | ProjectResult, 'operational' | 'embodied' | 'total'>;

/** What the headline counts: electricity alone, or the making of the hardware with it; as the browser's user likes it. */
class Basis {
  isWhole = $state(false);

  /** What was chosen on an earlier visit. */
  restore(): void {
    try {
      this.isWhole = localStorage.getItem(KEY) === WHOLE;
    } catch {
      // A browser that keeps nothing.
    }
  }

  choose(isWhole: boolean): void {
    this.isWhole = isWhole;
    try {
      if (isWhole) localStorage.setItem(KEY, WHOLE);
      else localStorage.removeItem(KEY);
    } catch {
      // The choice holds for this visit.
    }
  }
}

export const basis = new Basis();

/** Whether the headline holds the making of the hardware: it is asked for, and known. */
export const isWholeIn = ({ embodied }: Shown): boolean =>
  basis.isWhole && embodied.kgCo2e !== null;

/** The figure of the headline, by the basis that is chosen. */
export const headlineOf = (shown: Shown): Quantity => partOf(shown, shown);

/** What a part of what the headline shows comes to, on the same basis. */
export const partOf = (part: Shown, shown: Shown): Quantity =>
  isWholeIn(shown) ? part.total.kgCo2e : part.operational.kgCo2e;

/** Everyday equivalences of the headline: each is in proportion to what is counted. */
export function equivalencesOf(
  shown: Shown & Pick<EstimateResult | ProjectResult, 'equivalences'>,
): readonly EquivalenceResult[] {
  const electricity = shown.operational.kgCo2e.value;
  if (!isWholeIn(shown) || !(electricity > 0)) return shown.equivalences;
  const times = shown.total.kgCo2e.value / electricity;
  return shown.equivalences.map((one) => ({ ...one, value: one.value * times }));
}
