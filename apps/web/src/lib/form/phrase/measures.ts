import type { RunForm } from '../../state/fields.ts';
import { type Found, type Said, takeAll } from './rest.ts';

/** A field that a text says with its unit or its name, as the field reads it. */
export type MeasureSaid = Partial<
  Pick<RunForm, 'energyKwh' | 'intensity' | 'pue' | 'year' | 'repeats'>
>;

const NUMBER = String.raw`(?<![\p{L}\d.,_-])(?:about\s+|environ\s+|~)?\d+(?:\.\d+)?`;
const FORMS: readonly (readonly [string, keyof MeasureSaid])[] = [
  // Before energy, which its unit ends with.
  [
    String.raw`(?:(?:at|à)\s+)?(?<text>${NUMBER}\s*k?g\s*(?:co2[\s-]*(?:eq?\.?)?)?\s*(?:/|per|par)\s*kwh)(?!\p{L})`,
    'intensity',
  ],
  [String.raw`(?<text>${NUMBER}\s*[kmgt]wh)(?!\p{L})`, 'energyKwh'],
  [
    String.raw`(?:(?:with|at|and|avec|à|et)\s+)?(?:(?:a|an|un)\s+)?pue\s*(?:of|de|[:=])?\s*(?<text>\d+(?:\.\d+)?)(?![\d\p{L}])`,
    'pue',
  ],
  [String.raw`(?:in|en|during|pendant)\s+(?<text>20\d\d)(?![\d\p{L}.-])`, 'year'],
  [
    String.raw`(?<text>\d+)\s+(?:runs|seeds|repeats|exécutions|graines)(?:\s+(?:of|de))?(?!\p{L})`,
    'repeats',
  ],
];

/** Energy, intensity, PUE, repeats and the year of a run, by their units and names. */
export function measuresIn(rest: string): Found<MeasureSaid> {
  let left = rest;
  const all: Said<MeasureSaid>[] = [];
  for (const [form, name] of FORMS) {
    const { rest: after, found } = takeAll(
      left,
      new RegExp(String.raw`(?<![\p{L}\d])${form}`, 'giu'),
      ({ groups }) => ({
        [name]: groups?.text ?? '',
      }),
    );
    left = after;
    all.push(...found);
  }
  return { rest: left, found: all.toSorted((a, b) => a.at - b.at) };
}
