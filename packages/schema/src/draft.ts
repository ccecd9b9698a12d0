import {
  type Amount,
  ENERGY_SCOPES,
  METHODS,
  PHASES,
  SITES,
  WORK_KINDS,
} from '@ml-emissions/model';
import * as v from 'valibot';
import { hoursFromText } from './duration.ts';
import { LIMITS } from './limits.ts';

// Codes below 32 and 127 steer terminals and hide in files; no id or name holds them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A short text such as an id; what it should be is told by `expected`. */
const idText = (expected: string) =>
  v.pipe(
    v.string(expected),
    v.nonEmpty(expected),
    v.maxLength(LIMITS.idLength, `at most ${LIMITS.idLength} characters`),
    v.check((text) => !CONTROL.test(text), 'text without control characters'),
  );

interface Bounds {
  readonly above?: number;
  readonly from?: number;
  readonly to: number;
}

const between = (expected: string, { above, from, to }: Bounds) =>
  v.pipe(
    v.number(expected),
    v.finite(expected),
    above === undefined ? v.minValue(from ?? 0, expected) : v.gtValue(above, expected),
    v.maxValue(to, expected),
  );

const RANGE = '{ value, low, high } with 0 < low <= value <= high, the 90 % range';

/** A number, or a number with the 90 % range that its owner knows. */
const amount = (expected: string, bounds: Bounds) => {
  const plain = between(expected, bounds);
  const end = between(`a number; expected ${RANGE}`, { from: 0, to: Number.MAX_VALUE });
  const ranged = v.pipe(
    v.object({ value: plain, low: end, high: end }, RANGE),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { value, low, high } = dataset.value;
      const isOrdered = low <= value && value <= high;
      if (isOrdered && (low > 0 || (value === 0 && high === 0))) return;
      addIssue({ message: RANGE, label: 'range' });
    }),
  );
  return v.lazy(
    (input): v.GenericSchema<unknown, Amount> =>
      typeof input === 'object' && input !== null ? ranged : plain,
  );
};

const HOURS = `hours above 0, at most ${LIMITS.hours}, as a number or as 2d4h, 90m, 1:30:00`;

const plainHours = v.pipe(
  v.union([v.number(HOURS), v.string(HOURS)], HOURS),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const { value } = dataset;
    const read = typeof value === 'number' ? value : hoursFromText(value);
    if (read === null || Number.isNaN(read)) {
      addIssue({ message: HOURS, label: 'type' });
      return NEVER;
    }
    return read;
  }),
  v.finite(HOURS),
  v.gtValue(0, HOURS),
  v.maxValue(LIMITS.hours, HOURS),
);

const rangedHours = amount(HOURS, { above: 0, to: LIMITS.hours });
const hours = v.lazy(
  (input): v.GenericSchema<unknown, Amount> =>
    typeof input === 'object' && input !== null ? rangedHours : plainHours,
);

const ACCELERATOR = 'an id, a name or { name, tdpW }';
const COUNT = `a number of chips above 0, at most ${LIMITS.count}; 0.5 is half a chip`;
const TDP = `watts above 0, at most ${LIMITS.tdpW}`;
const YEAR = `a calendar year from ${LIMITS.firstYear} to ${LIMITS.lastYear}`;
const HARDWARE = 'a list such as [{ accelerator: "H100 SXM5 80GB", count: 8 }]';
const PLACE = '{ provider, region }, { zone } or { country }';

const NAME = 'a name';
const UNIT = 'the unit of the score, such as image or token';
const share = (expected: string) => amount(expected, { above: 0, to: 1 });
const text = (expected = 'text') =>
  v.pipe(
    v.string(expected),
    v.maxLength(LIMITS.nameLength, `at most ${LIMITS.nameLength} characters`),
  );
const positive = (expected: string, to: number) => between(expected, { above: 0, to });

/** What a field that is not there should hold; `*` stands for a place in a list. */
export const EXPECTED: Readonly<Record<string, string>> = {
  '/hardware': HARDWARE,
  '/hardware/*/accelerator': ACCELERATOR,
  '/hardware/*/accelerator/name': NAME,
  '/hardware/*/accelerator/tdpW': TDP,
  '/hours': HOURS,
  '/idle/hours': HOURS,
  '/functionalUnit/name': UNIT,
  '/functionalUnit/count': 'how many of the unit, above 0',
};

const custom = v.object({
  name: idText(NAME),
  tdpW: amount(TDP, { above: 0, to: LIMITS.tdpW }),
  memoryGb: v.optional(positive(`GB above 0, at most ${LIMITS.memoryGb}`, LIMITS.memoryGb)),
  peakTflops: v.optional(
    positive(`dense TFLOP/s above 0, at most ${LIMITS.peakTflops}`, LIMITS.peakTflops),
  ),
  embodiedKgCo2e: v.optional(
    amount(`kg CO2e from 0 to ${LIMITS.embodiedKg}`, { from: 0, to: LIMITS.embodiedKg }),
  ),
});

const accelerator = v.lazy((input) =>
  typeof input === 'object' && input !== null ? custom : idText(ACCELERATOR),
);

const count = v.optional(amount(COUNT, { above: 0, to: LIMITS.count }), 1);

const powerW = v.optional(amount(`measured ${TDP}`, { above: 0, to: LIMITS.tdpW }));

const utilisation = v.optional(share('mean power / TDP, above 0 and at most 1 (80 % is 0.8)'));

const hostPower = `watts from 0 to ${LIMITS.hostW}`;
const host = v.optional(
  v.object(
    {
      powerW: v.optional(amount(hostPower, { from: 0, to: LIMITS.hostW })),
      cpu: v.optional(idText('a processor such as EPYC 7742')),
      cpuCount: v.optional(positive(`processors above 0, at most ${LIMITS.count}`, LIMITS.count)),
      cores: v.optional(positive(`cores above 0, at most ${LIMITS.count}`, LIMITS.count)),
      utilisation: v.optional(amount('mean load from 0 to 1 (40 % is 0.4)', { from: 0, to: 1 })),
      memoryGb: v.optional(
        amount(`GB from 0 to ${LIMITS.memoryGb}`, { from: 0, to: LIMITS.memoryGb }),
      ),
    },
    '{ powerW } or { cpu, cpuCount, utilisation, memoryGb }',
  ),
);

const idle = v.optional(
  v.object(
    {
      hours,
      powerW: v.optional(amount(`watts from 0 to ${LIMITS.tdpW}`, { from: 0, to: LIMITS.tdpW })),
    },
    '{ hours, powerW }',
  ),
);

const embodied = v.optional(
  v.object(
    {
      serviceLifeYears: v.optional(
        amount(`years above 0, at most ${LIMITS.lifeYears}`, { above: 0, to: LIMITS.lifeYears }),
      ),
      averageUse: v.optional(share('share of its life in use, above 0 and at most 1')),
      kgCo2ePerChip: v.optional(
        amount(`kg CO2e from 0 to ${LIMITS.embodiedKg}`, { from: 0, to: LIMITS.embodiedKg }),
      ),
    },
    '{ serviceLifeYears, averageUse, kgCo2ePerChip }',
  ),
);

const large = (expected: string) => v.optional(positive(`${expected} above 0`, 1e40));
const model = v.optional(
  v.object(
    {
      name: v.optional(text()),
      parameters: large('parameters'),
      activeParameters: large('parameters'),
      flop: large('FLOP'),
      tokens: large('tokens'),
      baseModel: v.optional(text()),
      uri: v.optional(text()),
    },
    '{ name, parameters, flop, tokens, ... }',
  ),
);

const functionalUnit = v.optional(
  v.object(
    {
      name: idText(UNIT),
      count: positive('how many of the unit, above 0', 1e40),
      basis: v.optional(v.picklist(['gross', 'effective'], 'gross or effective')),
      rationale: v.optional(text()),
    },
    '{ name, count, basis }',
  ),
);

const measurement = v.optional(
  v.object(
    { method: v.optional(text()), tool: v.optional(text()), version: v.optional(text()) },
    '{ method, tool, version }',
  ),
);

const INSTANT = 'a date such as 2024-03-01 or 2024-03-01T10:00:00Z';
const instant = v.optional(
  v.pipe(
    v.string(INSTANT),
    v.check(
      (written) =>
        /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(written) &&
        !Number.isNaN(Date.parse(written)),
      INSTANT,
    ),
  ),
);

const place = v.optional(
  v.object(
    {
      provider: v.optional(idText('a provider such as gcp')),
      region: v.optional(idText('a region such as us-central1')),
      zone: v.optional(idText('a zone such as FR or US-CAL-CISO')),
      country: v.optional(idText('a country such as FR')),
    },
    PLACE,
  ),
);

const edition = v.optional(idText('an edition such as 2019-paper'));

/** A run as written, its ids not looked up yet. */
export const draftSchema = v.object({
  schemaVersion: v.optional(v.literal(1, '1'), 1),
  name: v.optional(text()),
  phase: v.optional(v.picklist(PHASES, `one of ${PHASES.join(', ')}`)),
  model,
  work: v.optional(v.picklist(WORK_KINDS, `one of ${WORK_KINDS.join(', ')}`)),
  nodes: v.optional(positive(`servers above 0, at most ${LIMITS.count}`, LIMITS.count)),
  hardware: v.optional(
    v.pipe(
      v.array(
        v.object({ accelerator, count, powerW, utilisation }, '{ accelerator, count }'),
        HARDWARE,
      ),
      v.maxLength(LIMITS.hardwareKinds, `at most ${LIMITS.hardwareKinds} kinds of hardware`),
    ),
    [],
  ),
  instance: v.optional(idText('an instance type such as p4d.24xlarge')),
  instanceCount: v.optional(positive(`instances above 0, at most ${LIMITS.count}`, LIMITS.count)),
  slice: v.optional(idText('a TPU slice such as v3-256')),
  hours: v.optional(hours),
  deviceHours: v.optional(
    amount(`chip-hours above 0, at most ${LIMITS.deviceHours}`, {
      above: 0,
      to: LIMITS.deviceHours,
    }),
  ),
  energyKwh: v.optional(
    amount(`kWh from 0 to ${LIMITS.energyKwh}`, { from: 0, to: LIMITS.energyKwh }),
  ),
  energyScope: v.optional(v.picklist(ENERGY_SCOPES, `one of ${ENERGY_SCOPES.join(', ')}`)),
  host,
  overheadFactor: v.optional(
    amount(`IT energy / energy of the components, from 1 to ${LIMITS.pue}`, {
      from: 1,
      to: LIMITS.pue,
    }),
  ),
  site: v.optional(v.picklist(SITES, `one of ${SITES.join(', ')}`)),
  pue: v.optional(
    amount(`facility energy / IT energy, from 1 to ${LIMITS.pue}`, { from: 1, to: LIMITS.pue }),
  ),
  wueLPerKwh: v.optional(
    amount(`litres per kWh from 0 to ${LIMITS.wueLPerKwh}`, { from: 0, to: LIMITS.wueLPerKwh }),
  ),
  repeats: v.optional(
    amount(`how often it was run, above 0, at most ${LIMITS.repeats}`, {
      above: 0,
      to: LIMITS.repeats,
    }),
  ),
  idle,
  embodied,
  place,
  carbonIntensityGPerKwh: v.optional(
    amount(`g CO2e/kWh from 0 to ${LIMITS.carbonIntensityGPerKwh}`, {
      from: 0,
      to: LIMITS.carbonIntensityGPerKwh,
    }),
  ),
  marketBasedIntensityGPerKwh: v.optional(
    amount(`g CO2e/kWh from 0 to ${LIMITS.carbonIntensityGPerKwh}`, {
      from: 0,
      to: LIMITS.carbonIntensityGPerKwh,
    }),
  ),
  offsetFraction: v.optional(between('a share from 0 to 1 (50 % is 0.5)', { from: 0, to: 1 })),
  year: v.optional(
    v.pipe(between(YEAR, { from: LIMITS.firstYear, to: LIMITS.lastYear }), v.integer(YEAR)),
  ),
  start: instant,
  end: instant,
  functionalUnit,
  measurement,
  method: v.optional(v.picklist(METHODS, `one of ${METHODS.join(', ')}`), 'full'),
  edition,
});

/** A run as written: shapes and bounds hold, ids are not looked up yet. */
export type Draft = v.InferOutput<typeof draftSchema>;

/** The names in anything at all: what is no name is passed over, nothing is refused. */
export const namesSchema = v.object({
  hardware: v.fallback(
    v.array(
      v.fallback(
        v.nullable(
          v.object({
            accelerator,
            count: v.fallback(count, 1),
            powerW: v.fallback(powerW, undefined),
            utilisation: v.fallback(utilisation, undefined),
          }),
        ),
        null,
      ),
    ),
    [],
  ),
  instance: v.fallback(v.optional(idText('')), undefined),
  slice: v.fallback(v.optional(idText('')), undefined),
  host: v.fallback(
    v.optional(v.object({ cpu: v.fallback(v.optional(idText('')), undefined) })),
    undefined,
  ),
  place: v.fallback(place, undefined),
  edition: v.fallback(edition, undefined),
  carbonIntensityGPerKwh: v.optional(v.unknown()),
});
