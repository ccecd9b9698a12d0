import type { Said } from '@ml-emissions/calculator';
import { number } from '../text/format.ts';
import { rangeOf } from '../text/range.ts';
import { say } from '../text/say.ts';
import { stepName } from '../text/steps.ts';
import { sheet } from '../text/words.ts';

/** A result says it in English as `pue: 1.5 x/÷ 1.2 (what)`. */
const WHAT = /\((?<what>.*)\)$/s;

/**
 * What was assumed, as people say it: with the range and not the spread that it comes from.
 *
 * @param said of a result
 * @param english what the result itself says beside it
 */
export function assumption(said: Said, english: string): string {
  if (said.code !== 'assumed') return say(said, english);
  const { receipt: text } = sheet();
  const { step, value, gsd, gsdUp } = said;
  const range = rangeOf({ step, value, gsd, ...(gsdUp === undefined ? {} : { gsdUp }) });
  return text.assumption(
    stepName(step),
    number(value),
    range ? text.range(number(range.low), number(range.high)) : '',
    say(said.what, WHAT.exec(english)?.groups?.what ?? ''),
  );
}
