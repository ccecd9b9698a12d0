import { setImmediate as others } from 'node:timers/promises';
import { LISTS } from '@ml-emissions/calculator';
import type { Service } from './route.ts';
import { EXAMPLE_RUN } from './routes/example-run.ts';

/** Reads what most answers need: tables are read when they are first asked for. */
export function warm({ calculator }: Service): void {
  const parsed = calculator.parseRun(EXAMPLE_RUN as never);
  if (parsed.ok) calculator.estimate(parsed.run);
}

/** Reads the lists of all tables, one after the other, and lets requests in between. */
export async function warmLists({ calculator }: Service): Promise<void> {
  for (const name of LISTS) {
    await others();
    calculator.list(name);
  }
}
