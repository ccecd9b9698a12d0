import { regionName } from '../parts/names.ts';
import { calculator } from '../state/calculator.ts';

const PAPER = '2019-paper';

/** Something that the paper prints, as it is known now. */
export interface Change {
  readonly name: string;
  readonly before: number;
  readonly now: number;
}

function intensity(provider: string, region: string, edition?: string): number | null {
  const parsed = calculator().parseRun({
    energyKwh: 1,
    energyScope: 'facility',
    place: { provider, region },
    ...(edition ? { edition } : {}),
  });
  return parsed.ok ? calculator().estimate(parsed.run).carbonIntensityGPerKwh.value : null;
}

const largestFirst = (a: Change, b: Change) =>
  Math.abs(Math.log(b.now / b.before)) - Math.abs(Math.log(a.now / a.before));

/** Regions of the paper with their carbon intensity then and now, g CO2e/kWh, the largest change first. */
export function regionChanges(): readonly Change[] {
  return calculator()
    .catalogue(PAPER)
    .regions.flatMap(({ provider, region, name }): Change[] => {
      const before = intensity(provider, region, PAPER);
      const now = intensity(provider, region);
      if (!before || !now) return [];
      return [{ name: regionName(provider, region, name), before, now }];
    })
    .sort(largestFirst);
}

/** Chips of the paper whose rated power is another today, W; the largest change first. */
export function chipChanges(): readonly Change[] {
  const now = calculator().catalogue();
  return calculator()
    .catalogue(PAPER)
    .accelerators.flatMap(({ name, tdpW }): Change[] => {
      const [found, ...others] = now.searchAccelerators(name, 2);
      const exact = now.accelerator(found?.id ?? '');
      if (tdpW === null || !exact?.tdpW || (others.length > 0 && !isNamed(exact, name))) return [];
      return exact.tdpW === tdpW ? [] : [{ name, before: tdpW, now: exact.tdpW }];
    })
    .sort(largestFirst);
}

const isNamed = (
  { name, aliases }: { readonly name: string; readonly aliases: readonly string[] },
  text: string,
): boolean => [name, ...aliases].some((one) => one.toLowerCase() === text.toLowerCase());
