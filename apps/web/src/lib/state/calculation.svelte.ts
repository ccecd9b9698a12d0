import {
  catalogue,
  type EstimateResult,
  estimate,
  type Problem,
  parseRun,
} from '@ml-emissions/calculator';
import { draftOf, EXAMPLE, type Form } from './form.ts';

/** The form as typed, and what follows from it. */
export class Calculation {
  form = $state<Form>({ ...EXAMPLE });
  readonly #parsed = $derived(parseRun(draftOf(this.form)));
  // A wrong value keeps the last good figure on the page; `goods` remembers it.
  #good: EstimateResult | null = null;

  readonly problems: readonly Problem[] = $derived(this.#parsed.ok ? [] : this.#parsed.problems);
  readonly result: EstimateResult | null = $derived.by(() => {
    if (this.#parsed.ok) this.#good = estimate(this.#parsed.run);
    return this.#good;
  });
  readonly isStale = $derived(!this.#parsed.ok);
  readonly choices = $derived(catalogue(this.form.edition));

  /** The first problem at a field; fields that have none of their own show those below them too. */
  problemAt(...fields: readonly string[]): Problem | undefined {
    return this.problems.find(({ field }) => fields.includes(field));
  }

  startOver(): void {
    this.form = { ...EXAMPLE };
  }
}
