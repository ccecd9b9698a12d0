import {
  CURRENT_EDITION,
  catalogue,
  EDITIONS,
  type EstimateResult,
  estimate,
  type Problem,
  parseRun,
} from '@ml-emissions/calculator';
import '@ml-emissions/calculator/core';
import { draftOf, EXAMPLE, type Form } from './form.ts';

/** The form as typed, and what follows from it. */
export class Calculation {
  form = $state<Form>({ ...EXAMPLE });
  #hasPastYears = $state(false);
  readonly #parsed = $derived.by(() => {
    const draft = draftOf(this.form);
    // Past years come after the first load; until they are there, their run is not answered.
    if (draft.year !== undefined && !this.#hasPastYears) return null;
    return parseRun(draft);
  });
  // A wrong value keeps the last good figure on the page; this remembers it.
  #good: EstimateResult | null = null;

  readonly problems: readonly Problem[] = $derived(
    this.#parsed === null || this.#parsed.ok ? [] : this.#parsed.problems,
  );
  readonly result: EstimateResult | null = $derived.by(() => {
    if (this.#parsed?.ok) this.#good = estimate(this.#parsed.run);
    return this.#good;
  });
  readonly isStale = $derived(!this.#parsed?.ok);
  /** Past years are on their way. */
  readonly isLoading = $derived(this.#parsed === null);
  // A form kept from an earlier visit may name an edition that is gone: its problem shows at the field.
  readonly choices = $derived(
    catalogue(EDITIONS.includes(this.form.edition) ? this.form.edition : CURRENT_EDITION),
  );

  /** The first problem at a field; fields that have none of their own show those below them too. */
  problemAt(...fields: readonly string[]): Problem | undefined {
    return this.problems.find(({ field }) => fields.includes(field));
  }

  /** Fetches past years once a run names one. */
  async loadPastYears(): Promise<void> {
    await import('@ml-emissions/calculator/full');
    this.#hasPastYears = true;
  }

  /** Takes a form kept from an earlier visit; the example's figure is not its last good one. */
  restore(form: Form): void {
    this.#good = null;
    this.form = form;
  }

  startOver(): void {
    this.form = { ...EXAMPLE };
  }
}
