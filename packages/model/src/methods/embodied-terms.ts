import { type Named, type Term, term } from '../account.ts';
import type { Work } from '../work.ts';
import { duration, named, often, shown } from './terms.ts';

const HOURS_PER_YEAR = 8760;

/**
 * What the run answers for of the manufacture of its hardware, a term a part:
 *
 *     kgCo2e = count x kgCo2e of one x hours held x repeats / (service life x 8760 x average use)
 *
 * Source: ISO/IEC 21031:2024, M = TE x TiR / EL x RR / ToR; average use as in DESIGN section 2.
 *
 * @returns kg CO2e by part; null where no hardware or no time is known
 */
export function embodiedTerms(work: Work): Term[] | null {
  const { amortisation, made, hours, idleHours } = work;
  if (!amortisation || !hours || made.length === 0) return null;
  const over: Named[] = [
    shown('service-life', 'years', amortisation.serviceLifeYears, '/embodied/serviceLifeYears'),
    shown('average-use', '1', amortisation.averageUse, '/embodied/averageUse'),
  ];
  const spans = [
    { suffix: '', label: '', time: duration(work) },
    ...(idleHours
      ? [
          {
            suffix: '-idle',
            label: ', idle',
            time: [named('idle-hours', 'h', idleHours, '/idle/hours'), ...often(work)],
          },
        ]
      : []),
  ];
  return made.flatMap((part) =>
    spans.map(({ suffix, label, time }) =>
      term({
        part: part.label,
        step: `${part.step}-embodied${suffix}`,
        label: `${part.label}${label}`,
        unit: 'kg CO2e',
        times: [
          ...part.times.map(({ step, unit, factor }) => named(step, unit, factor)),
          shown(`${part.step}-made`, 'kg CO2e', part.kgCo2e, '/embodied/kgCo2ePerChip'),
          ...time,
        ],
        over,
        per: HOURS_PER_YEAR,
      }),
    ),
  );
}
