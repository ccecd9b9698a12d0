import { readCases } from './cases.ts';
import type { Validation } from './report.ts';

// Three digits are shown: rounded to four first, 22.545 would be 22.6 there and 22.5 in docs/validation.md.
const short = (value: number) => Number(value.toPrecision(6));
const shortOrNull = (value: number | null) => (value === null ? null : short(value));

/** Metered and computed, three digits each: a thousand points are drawn, not read. */
const pairsOf = ({ text, pictures }: Validation['inference']['cases']) => {
  const digits = (one: number) => Number(one.toPrecision(3));
  const pair = ({ measured, value }: { measured: number; value: number }) => ({
    measured: digits(measured),
    value: digits(value),
  });
  return { text: text.map(pair), pictures: pictures.map(pair) };
};

/** What the Method page plots: the same validation as docs/validation.md, as JSON. */
export function pageDataOf({
  recomputed,
  scores,
  power,
  prerun,
  inference,
  targets,
}: Validation): string {
  const urls = new Map(
    readCases('citations').map(({ id = '', url = '' }) => [
      id,
      /https:\/\/\S+/.exec(url)?.[0] ?? '',
    ]),
  );
  const data = {
    about: 'Made by npm run validate -- --write; do not edit.',
    published: recomputed.map(
      ({
        id,
        model,
        citation,
        unit,
        method,
        published,
        recomputed: found,
        isExpected,
        isWeak,
      }) => ({
        id,
        model,
        citation,
        url: urls.get(citation) ?? '',
        unit,
        method,
        published,
        recomputed: Number(found.toPrecision(6)),
        isExpected,
        isWeak,
      }),
    ),
    meters: scores.map(({ name, runs, meanError, floor, covered, widest }) => ({
      name,
      runs,
      meanError: short(meanError),
      floor: shortOrNull(floor),
      covered: short(covered),
      widest: short(widest),
    })),
    classes: power.byKind.map(
      ({ name, told, runs, meanError, floor, bound, covered, widest, fitted, others }) => ({
        name,
        told,
        runs,
        meanError: short(meanError),
        rated: short(others['TDP x hours'] ?? Number.NaN),
        floor: shortOrNull(floor),
        bound: shortOrNull(bound),
        machineOut: shortOrNull(fitted.machine),
        networkOut: shortOrNull(fitted.network),
        covered: short(covered),
        widest: short(widest),
      }),
    ),
    plans: prerun.cases.map(({ model, kind, accelerator, chipHours }) => ({
      model,
      kind,
      accelerator,
      measured: short(chipHours.measured),
      value: short(chipHours.value),
      low: short(chipHours.low),
      high: short(chipHours.high),
    })),
    use: {
      scores: inference.scores.map(({ name, runs, meanError, covered, widest }) => ({
        name,
        runs,
        meanError: short(meanError),
        covered: short(covered),
        widest: short(widest),
      })),
      ...pairsOf(inference.cases),
    },
    targets: targets.map(({ name, isMet, isAim, detail }) => ({ name, isMet, isAim, detail })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
