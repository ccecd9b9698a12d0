import { forms } from './forms.ts';
import { power } from './power.ts';
import { runs } from './runs.ts';
import { sentences } from './sentences.ts';
import { services } from './services.ts';
import { unknown } from './unknown.ts';

/** English, in which reports are told where nothing else is asked for. */
export const english = {
  /** A figure of `figure.ts`, which are in English, as the language writes it. */
  figure: (text: string) => text,
  /** Words that turn a sentence round, for who compares two. */
  turning: ['not', 'no', 'none', 'never', 'without', 'N', 'A', 'days', 'day'] as readonly string[],
  /** Where words and signs are not parted at the end of a line. */
  typeset: (text: string) => text,
  ...sentences,
  runs,
  power,
  services,
  unknown,
  forms,
};
