import {
  type Calculator,
  type EstimateResult,
  type Explanation,
  PAPER_EDITION,
} from '@ml-emissions/calculator';

type Difference = Explanation['differences'][number];

/** From the figure of the site of 2019 to the one in hand, step by step. */
export interface FromImpact {
  /** What that site says, kg CO2e; with today's figure of a place that its tables do not have. */
  readonly siteKg: number;
  /** The power that it has for the chip, and ours; W. */
  readonly powerW: { readonly before: number; readonly now: number };
  /** Its figure of the place, and ours, g CO2e/kWh; null where its tables do not have the place. */
  readonly intensity: { readonly before: number; readonly now: number } | null;
  /** What another power of the chip changes, and then another figure of the place; kg CO2e. */
  readonly byPowerKg: number;
  readonly byIntensityKg: number;
  /** From its arithmetic with today's figures to the method in hand. */
  readonly difference: Difference;
}

/** The calculator's part that is asked. */
type Asking = Pick<Calculator, 'estimate' | 'explain' | 'parseRun'>;

const METHOD = 'mlco2-compat';

/**
 * Why the site of 2019 says another number for a run.
 *
 * @param calculator with the paper's edition
 * @param result of the run in hand
 * @param siteW rated powers of that site where they are not ours, W, by the id of the chip
 * @returns null where that site has no answer: no chip, several kinds, metered energy, a plan or a model in use
 * Errors: none.
 */
export function fromImpact(
  calculator: Asking,
  result: EstimateResult,
  siteW: ReadonlyMap<string, number>,
): FromImpact | null {
  const [chip, ...others] = result.machine.accelerators;
  const now = chip?.tdpW ?? null;
  const difference = calculator.explain(result.run).differences.find(({ from }) => from === METHOD);
  if (!chip || now === null || others.length > 0 || !difference) return null;
  const before = siteW.get(chip.id ?? '') ?? now;
  /** The site's answer with a power, by the figures of an edition. */
  const asked = (tdpW: number, edition: string) => {
    const { hours, repeats, place, carbonIntensityGPerKwh } = result.run;
    const parsed = calculator.parseRun({
      hardware: [{ accelerator: { name: chip.name, tdpW }, count: chip.count ?? 1 }],
      ...(hours === undefined ? {} : { hours }),
      ...(repeats === undefined ? {} : { repeats }),
      ...(place === undefined ? {} : { place }),
      ...(carbonIntensityGPerKwh === undefined ? {} : { carbonIntensityGPerKwh }),
      method: METHOD,
      edition,
    });
    return parsed.ok ? calculator.estimate(parsed.run) : null;
  };
  const old = asked(before, PAPER_EDITION);
  const edition = old ? PAPER_EDITION : result.edition.id;
  const site = old ?? asked(before, edition);
  const repowered = asked(now, edition);
  if (!site || !repowered) return null;
  return {
    siteKg: site.operational.kgCo2e.value,
    powerW: { before, now },
    intensity: old && {
      before: old.carbonIntensityGPerKwh.value,
      now: result.carbonIntensityGPerKwh.value,
    },
    byPowerKg: repowered.operational.kgCo2e.value - site.operational.kgCo2e.value,
    byIntensityKg: difference.fromKgCo2e - repowered.operational.kgCo2e.value,
    difference,
  };
}
