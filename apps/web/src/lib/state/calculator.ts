import type { Calculator } from '@ml-emissions/calculator';

let held: Calculator | null = null;

/** Takes the calculator of this visit: over the first tables, later over all of them. */
export function hold(calculator: Calculator): void {
  held = calculator;
}

/** The calculator of this visit. Errors: throws before one was fetched; what asks is shown only after. */
export function calculator(): Calculator {
  if (!held) throw new Error('calculator(): none was fetched yet');
  return held;
}
