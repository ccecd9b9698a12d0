import type { Ask } from './source.ts';

/** The last answer to a question that changes. */
export interface Answered<Answer> {
  /** Null until the first one is there. */
  readonly data: Answer | null;
  /** Whether it is of the question before. */
  readonly isStale: boolean;
}

/**
 * Asks again whenever the question changes; until the answer is there the last one stands.
 *
 * @param ask what is asked; what goes wrong is told by it
 */
export function answerTo<Answer>(ask: () => Ask, question: () => string): Answered<Answer> {
  let data = $state.raw<Answer | null>(null);
  let isStale = $state(true);
  const current = $derived(question());
  $effect(() => {
    // Another question has come since, or nobody asks any more.
    let isOver = false;
    isStale = true;
    void ask()<Answer>(current).then(
      (got) => {
        if (isOver) return;
        data = got;
        isStale = false;
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  });
  return {
    get data() {
      return data;
    },
    get isStale() {
      return isStale;
    },
  };
}
