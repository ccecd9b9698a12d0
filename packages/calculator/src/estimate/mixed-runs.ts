import {
  type Figure,
  figureOf,
  type MethodName,
  type Notice,
  type SaidOf,
} from '@ml-emissions/model';
import type { PreparedRun } from '../prepare.ts';

type OfSome = SaidOf<'known-for-some'>['figure'];

/** Figures of a project that are told although, or not told because, some of its runs do not have them. */
const KNOWN: Readonly<Record<OfSome, Figure>> = {
  embodied: 'embodiedKgCo2e',
  'ghg-protocol': 'scope2KgCo2e',
  'water-on-site': 'onSiteL',
  'water-of-the-grid': 'offSiteL',
};

/**
 * What a reader of a sum should know of runs that are not alike: that they count by several methods, and of how many of
 * them a figure is known.
 *
 * @param whole all runs
 * @returns nothing where all runs are alike in this
 */
export function mixedNotices(whole: readonly PreparedRun[]): Notice[] {
  const notices: Notice[] = [];
  const methods: readonly MethodName[] = [...new Set(whole.map(({ run }) => run.method))];
  if (methods.length > 1)
    notices.push({ field: '/runs', said: { code: 'methods-mixed', methods } });
  for (const [figure, of] of Object.entries(KNOWN) as [OfSome, Figure][]) {
    const known = whole.filter(({ account }) => figureOf(account, of) !== null).length;
    if (known === 0 || known === whole.length) continue;
    notices.push({
      field: '/runs',
      said: { code: 'known-for-some', figure, known, runs: whole.length },
    });
  }
  return notices;
}
