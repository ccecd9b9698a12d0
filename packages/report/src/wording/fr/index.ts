import type { english } from '../en/index.ts';
import { forms } from './forms.ts';
import { power } from './power.ts';
import { runs } from './runs.ts';
import { sentences } from './sentences.ts';
import { services } from './services.ts';
import { unknown } from './unknown.ts';

/** A unit behind a number, which it is not parted from. */
const BEFORE_UNIT = /(?<=\d) (?=(?:t|kg|g|mg|GWh|MWh|kWh|Wh|W|L|h|J|T?FLOP)(?![\p{L}\p{N}]))/gu;

const MARKS: Readonly<Record<string, string>> = { ',': '\u202f', '.': ',' };

/** French: a decimal comma, thousands a narrow space apart. */
export const french: typeof english = {
  figure: (text) => text.replaceAll(/[,.]/g, (mark) => MARKS[mark] ?? mark),
  turning: ['ne', 'n', 'pas', 'non', 'sans', 'ni', 'aucun', 'aucune', 'jamais', 'jour', 'jours'],
  typeset: (text) =>
    text
      .replaceAll(/ (?=[;!?%])/g, '\u202f')
      .replaceAll(/ (?=:)/g, '\u00a0')
      .replaceAll(BEFORE_UNIT, '\u00a0'),
  ...sentences,
  runs,
  power,
  services,
  unknown,
  forms,
};
