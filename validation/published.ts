import { type Case, type Library, numberIn, readCases, said } from './cases.ts';

const KG_PER_T = 1000;
/** What the rounding of the 2019 site leaves open in its own cards. */
const SITE_TOLERANCE = 2e-4;

/** A published footprint beside what its own stated inputs give. */
export interface Recomputed {
  readonly id: string;
  readonly model: string;
  readonly citation: string;
  readonly unit: 't CO2e' | 'kWh';
  readonly method: 'patterson-2021' | 'mlco2-compat' | 'full';
  readonly published: number;
  readonly recomputed: number;
  readonly tolerance: number;
  /** Whether the document's figures are expected to agree with each other. */
  readonly isExpected: boolean;
  /** An input comes from a result: its arithmetic is checked, but it is no evidence. */
  readonly isWeak: boolean;
  readonly cause: string;
  readonly note: string;
  /** Agrees where it should; disagrees where the document contradicts itself. */
  readonly passes: boolean;
}

/** A published footprint that states too little to be recomputed. */
export interface NotGradeable {
  readonly id: string;
  readonly model: string;
  readonly citation: string;
  readonly note: string;
}

const parts = readCases('published-parts');
/** What a document measures or states stands for the whole machine: power x PUE, no host on top. */
const METHOD = 'patterson-2021';

/** The stated inputs as runs: chip-hours at a power, or energy with what its meter saw. */
function runsOf(row: Case): Record<string, unknown>[] {
  const { case_id: id = '', hardware = '', energy_scope: energyScope } = row;
  const place = said({
    pue: numberIn(row, 'pue') ?? 1,
    // A document without an intensity states energy only; the kilowatt-hours are compared.
    carbonIntensityGPerKwh: numberIn(row, 'carbon_intensity_g_per_kwh') ?? 0,
    method: METHOD,
  });
  const energyKwh = numberIn(row, 'energy_kwh');
  if (energyKwh !== undefined) return [{ energyKwh, energyScope, ...place }];
  const own = parts.filter((part) => part.case_id === id);
  const list = own.length > 0 ? own : [row];
  return list.map((part) => {
    const powerW = numberIn(part, 'power_w');
    return {
      hardware: [
        said({
          accelerator: { name: hardware, tdpW: powerW },
          count: numberIn(row, 'device_count') ?? 1,
          powerW,
        }),
      ],
      deviceHours: numberIn(part, 'device_hours'),
      ...place,
    };
  });
}

/** Manufacture alone: the hours, life and use that a document states for what it made. */
function embodiedTonnes(library: Library, row: Case): number {
  const parsed = library.parseRun({
    hardware: [
      {
        accelerator: {
          name: row.hardware,
          tdpW: 1,
          embodiedKgCo2e: numberIn(row, 'made_kg_co2e'),
        },
        count: numberIn(row, 'device_count') ?? 1,
      },
    ],
    deviceHours: numberIn(row, 'device_hours'),
    carbonIntensityGPerKwh: 0,
    embodied: {
      serviceLifeYears: numberIn(row, 'service_life_years'),
      averageUse: numberIn(row, 'average_use'),
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  // The document counts what it names; the share of a server that is added by default is not in its figure.
  const [made] = library.estimate(parsed.run, { receipt: false }).embodied.parts;
  return (made?.kgCo2e ?? Number.NaN) / KG_PER_T;
}

function projectOf(library: Library, runs: readonly Record<string, unknown>[]) {
  const parsed = library.parseProject({ runs });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return library.estimateProject(parsed.project, { receipt: false });
}

function graded(
  row: Case,
  figures: Pick<Recomputed, 'unit' | 'method' | 'published' | 'recomputed' | 'tolerance'>,
): Recomputed {
  const isExpected = row.expected === 'pass';
  const agrees = Math.abs(figures.recomputed / figures.published - 1) <= figures.tolerance;
  return {
    id: row.case_id ?? '',
    model: row.model ?? '',
    citation: row.citation_id ?? '',
    ...figures,
    isExpected,
    isWeak: row.weak_input !== '',
    cause: row.cause ?? '',
    note: row.note ?? '',
    passes: agrees === isExpected,
  };
}

function recompute(library: Library, row: Case): Recomputed {
  const tolerance = numberIn(row, 'tolerance') ?? 0.02;
  const kwh = numberIn(row, 'published_kwh');
  const tonnes = numberIn(row, 'published_t_co2e') ?? Number.NaN;
  if (row.made_kg_co2e) {
    const recomputed = embodiedTonnes(library, row);
    return graded(row, {
      unit: 't CO2e',
      method: 'full',
      published: tonnes,
      recomputed,
      tolerance,
    });
  }
  const result = projectOf(library, runsOf(row));
  if (kwh !== undefined) {
    const recomputed = result.energyKwh.value;
    return graded(row, { unit: 'kWh', method: METHOD, published: kwh, recomputed, tolerance });
  }
  const added = numberIn(row, 'added_t_co2e') ?? 0;
  const recomputed = result.operational.kgCo2e.value / KG_PER_T + added;
  return graded(row, { unit: 't CO2e', method: METHOD, published: tonnes, recomputed, tolerance });
}

/** Cards that used the 2019 site, by its own rounding. */
function bySite(library: Library, row: Case): Recomputed {
  const [provider, region] = (row.site_2019 ?? '').split('/');
  const place =
    region === undefined
      ? { carbonIntensityGPerKwh: numberIn(row, 'carbon_intensity_g_per_kwh') }
      : { place: { provider, region }, edition: '2019-paper' };
  const parsed = library.parseRun({
    hardware: [{ accelerator: { name: row.hardware, tdpW: numberIn(row, 'power_w') } }],
    hours: numberIn(row, 'device_hours'),
    ...place,
    method: 'mlco2-compat',
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { operational } = library.estimate(parsed.run, { receipt: false });
  return graded(row, {
    unit: 't CO2e',
    method: 'mlco2-compat',
    published: numberIn(row, 'published_t_co2e') ?? Number.NaN,
    recomputed: operational.kgCo2e.value / KG_PER_T,
    tolerance: SITE_TOLERANCE,
  });
}

/**
 * Every published footprint that states its inputs, recomputed from them through the public API.
 *
 * @param library the package
 * @returns what was recomputed, and what states too little
 */
export function validatePublished(library: Library): {
  readonly recomputed: readonly Recomputed[];
  readonly notGradeable: readonly NotGradeable[];
} {
  const rows = readCases('published');
  const gradeable = rows.filter(({ expected }) => expected !== 'not_gradeable');
  return {
    recomputed: [
      ...gradeable.map((row) => recompute(library, row)),
      ...gradeable.filter(({ site_2019: site }) => site !== '').map((row) => bySite(library, row)),
    ],
    notGradeable: rows
      .filter(({ expected }) => expected === 'not_gradeable')
      .map(({ case_id: id = '', model = '', citation_id: citation = '', note = '' }) => ({
        id,
        model,
        citation,
        note,
      })),
  };
}
