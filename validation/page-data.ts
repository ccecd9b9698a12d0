import { readCases } from './cases.ts';
import type { Validation } from './report.ts';

/** What the Method page plots: the same validation as docs/validation.md, as JSON. */
export function pageDataOf({ recomputed, scores, targets }: Validation): string {
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
      meanError: Number(meanError.toPrecision(4)),
      floor: floor === null ? null : Number(floor.toPrecision(4)),
      covered: Number(covered.toPrecision(4)),
      widest: Number(widest.toPrecision(4)),
    })),
    targets: targets.map(({ name, isMet, isAim, detail }) => ({ name, isMet, isAim, detail })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
