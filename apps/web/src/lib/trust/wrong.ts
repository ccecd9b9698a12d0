import { CURRENT_EDITION } from '@ml-emissions/calculator';
import { version } from '../../../package.json';
import type { WordsOf } from '../text/load.ts';

/** A figure that somebody doubts, in words. */
export interface Doubted {
  /** `190 kg CO2e`, `Carbon intensity: 501 g/kWh`. */
  readonly figure: string;
  /** The source that stands behind it; '' for none. */
  readonly source: string;
}

interface Context {
  /** The address that opens the run. */
  readonly run: string;
  /** Where the code is; null where it is nowhere public. */
  readonly repository: string | null;
}

/** Servers refuse longer addresses. */
const MOST_LETTERS = 7000;

/**
 * What to send where a figure is wrong: a text to fill in, and the address that opens it as an issue.
 *
 * @param doubted the figure
 * @param context where its run and the code are
 * @param words in the language of the page
 * @returns `issue`: null where the code is nowhere public
 */
export function reportOn(
  { figure, source }: Doubted,
  { run, repository }: Context,
  words: WordsOf<'trust'>['wrong'],
): { readonly text: string; readonly issue: string | null } {
  const written = (where: string) =>
    [
      words.title,
      '',
      '',
      '',
      `${words.figure}: ${figure}`,
      ...(source === '' ? [] : [`${words.source}: ${source}`]),
      `${words.run}: ${where}`,
      `${words.made}: ML Emissions Calculator ${version}, ${CURRENT_EDITION}`,
    ].join('\n');
  const text = written(run);
  if (repository === null) return { text, issue: null };
  const asked = (body: string) =>
    `${repository}/issues/new?${new URLSearchParams({ title: words.issue(figure), body })}`;
  const whole = asked(text);
  return { text, issue: whole.length > MOST_LETTERS ? asked(written(words.attach)) : whole };
}
