import type { RunForm } from '../state/fields.ts';
import { session } from '../state/session.svelte.ts';

/** Changes made on the Act page, so that each can be taken back. */
class Changes {
  #before = $state.raw<readonly RunForm[]>([]);
  readonly canUndo = $derived(this.#before.length > 0);

  /** Changes the run in hand. */
  apply(fields: Partial<RunForm>): void {
    this.#before = [...this.#before, $state.snapshot(session.form)];
    session.change(fields);
  }

  /** Takes the last change back. */
  undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#before = this.#before.slice(0, -1);
    session.change(before);
  }

  /** Forgets them: another run may be open by now. */
  forget(): void {
    this.#before = [];
  }
}

export const changes = new Changes();
