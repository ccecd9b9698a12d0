import { type Report, wordsOf } from '../report.ts';
import { gridName, phaseOf } from '../run-words.ts';
import { type ReportLanguage, wordingOf } from '../wording/index.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Units and signs: a figure with another is another figure. */
const UNITS: ReadonlySet<string> = new Set(
  '% ‰ < > ≤ ≥ t kg g mg GWh MWh kWh Wh W L h gCO tCO gCO2eq'.split(' '),
);

/** Words of all names that a report says: of chips, places, runs, methods. */
export function namesOf(report: Report): ReadonlySet<string> {
  const { runs, title } = report;
  const told = wordsOf(report).runs;
  const names = runs.flatMap((result) => {
    const { run, machine, location, method, carbonIntensityGPerKwh: grid } = result;
    const phase = phaseOf(result);
    return [
      ...machine.accelerators.map(({ name }) => name),
      machine.cpu?.name,
      machine.instance,
      ...[location.site, location.provider, location.region, location.city],
      ...[
        location.name,
        told.country(location.name, location.country),
        location.zone,
        grid.zone,
        gridName(result, wordsOf(report)),
        grid.scope,
      ],
      ...[
        run.name,
        phase,
        phase && told.phase(phase),
        run.work,
        run.functionalUnit?.name,
        run.model?.name,
        method,
      ],
    ];
  });
  const words = tokensOf([title, ...names].filter(Boolean).join(' '), 'plain').list;
  return new Set(words.map(({ text }) => text));
}

/** No report writes fewer digits: `1200` may be rounded to hundreds, `10` is ten. */
const LEAST_DIGITS = 2;

/** Half of a unit in the last digit that a number is written with. */
function halfStep(text: string): number {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e');
  const decimals = digits.split('.')[1]?.length;
  const zeros = Math.min(/0*$/.exec(digits)?.[0].length ?? 0, digits.length - LEAST_DIGITS);
  return 0.5 * 10 ** ((decimals === undefined ? Math.max(0, zeros) : -decimals) + Number(exponent));
}

/** Whether one of two numbers is the other, rounded as it is written. */
function isRounded(a: string, b: string): boolean {
  return Math.abs(Number(a) - Number(b)) <= Math.max(halfStep(a), halfStep(b)) * (1 + 1e-9);
}

/**
 * Whether two wordings state the same facts in the same order: numbers, units, names and what denies.
 *
 * @param should as the report has them
 * @param stands as the text has them
 * @param names of `namesOf`
 * @param isRoundedOtherwise whether numbers may be written with other digits
 * @param language of both
 */
export function factsAgree(
  should: readonly Token[],
  stands: readonly Token[],
  names: ReadonlySet<string>,
  isRoundedOtherwise: boolean,
  language: ReportLanguage = 'en',
): boolean {
  const { turning } = wordingOf(language);
  const facts = (list: readonly Token[]) =>
    list.filter(
      ({ text, isNumber }) =>
        isNumber ||
        text.startsWith('sha256-') ||
        UNITS.has(text) ||
        turning.includes(text) ||
        names.has(text),
    );
  const [own, others] = [facts(should), facts(stands)];
  return (
    own.length === others.length &&
    own.every((one, index) => {
      const other = others[index];
      if (one.text === other?.text) return true;
      if (!isRoundedOtherwise || !one.isNumber || !other?.isNumber) return false;
      return isRounded(one.text, other.text);
    })
  );
}
