/** What has until then to come to its end. */
interface Deadline {
  readonly at: number;
  readonly late: () => void;
}

/** Many deadlines on one timer. */
export interface Deadlines {
  readonly add: (ms: number, late: () => void) => Deadline;
  readonly delete: (deadline: Deadline) => void;
}

/** How late a deadline may be noticed. */
const EVERY_MS = 100;

/**
 * Deadlines that nearly all are kept: a timer for each costs as much as reading a small body. One looks through those that
 * are open, and stands still where none is.
 */
export function createDeadlines(now: () => number = performance.now.bind(performance)): Deadlines {
  const open = new Set<Deadline>();
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const time = now();
    for (const one of open) {
      if (one.at > time) continue;
      open.delete(one);
      one.late();
    }
    if (open.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  return {
    add(ms, late) {
      const deadline = { at: now() + ms, late };
      open.add(deadline);
      timer ??= setInterval(look, EVERY_MS);
      return deadline;
    },
    delete: (deadline) => void open.delete(deadline),
  };
}
