import type { EstimateResult, MethodName, Notice, SaidOf } from '@ml-emissions/model';

type OfSome = SaidOf<'known-for-some'>['figure'];

/** Figures of a project that are told although, or not told because, some of its runs do not have them. */
const KNOWN: Readonly<Record<OfSome, (result: EstimateResult) => boolean>> = {
  embodied: ({ embodied }) => embodied.kgCo2e !== null,
  'ghg-protocol': ({ ghgProtocol }) => ghgProtocol.scope2.kgCo2e !== null,
  'water-on-site': ({ water }) => water.onSiteL !== null,
  'water-of-the-grid': ({ water }) => water.offSiteL !== null,
};

/**
 * What a reader of a sum should know of runs that are not alike: that they count by several methods, and of how many of
 * them a figure is known.
 *
 * @param results one a run
 * @returns nothing where all runs are alike in this
 */
export function mixedNotices(results: readonly EstimateResult[]): Notice[] {
  const notices: Notice[] = [];
  const methods: readonly MethodName[] = [...new Set(results.map(({ run }) => run.method))];
  if (methods.length > 1)
    notices.push({ field: '/runs', said: { code: 'methods-mixed', methods } });
  for (const [figure, isKnown] of Object.entries(KNOWN) as [OfSome, (typeof KNOWN)[OfSome]][]) {
    const known = results.filter(isKnown).length;
    if (known === 0 || known === results.length) continue;
    const of = { figure, known, runs: results.length };
    notices.push({ field: '/runs', said: { code: 'known-for-some', ...of } });
  }
  return notices;
}
