import { METHODS, PHASES } from '@ml-emissions/model';
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

const between = (
  expected: string,
  { above, from, to }: { above?: number; from?: number; to: number },
) =>
  v.pipe(
    v.number(expected),
    v.finite(expected),
    above === undefined ? v.minValue(from ?? 0, expected) : v.gtValue(above, expected),
    v.maxValue(to, expected),
  );

const HOURS = `hours above 0, at most ${LIMITS.hours}, as a number or as 2d4h, 90m, 1:30:00`;

const hours = v.pipe(
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

const ACCELERATOR = 'an id, a name or { name, tdpW }';
const COUNT = `a number of chips above 0, at most ${LIMITS.count}; 0.5 is half a chip`;
const TDP = `watts above 0, at most ${LIMITS.tdpW}`;
const YEAR = `a calendar year from ${LIMITS.firstYear} to ${LIMITS.lastYear}`;
const HARDWARE = 'a list such as [{ accelerator: "H100 SXM5 80GB", count: 8 }]';
const PLACE = '{ provider, region }, { zone } or { country }';

/** What a field that is not there should hold; `*` stands for a place in a list. */
export const EXPECTED: Readonly<Record<string, string>> = {
  '/hardware': HARDWARE,
  '/hardware/*/accelerator': ACCELERATOR,
  '/hardware/*/accelerator/name': 'a name',
  '/hardware/*/accelerator/tdpW': TDP,
  '/hours': HOURS,
};

const custom = v.object({
  name: idText('a name'),
  tdpW: between(TDP, { above: 0, to: LIMITS.tdpW }),
});

const accelerator = v.lazy((input) =>
  typeof input === 'object' && input !== null ? custom : idText(ACCELERATOR),
);

const count = v.optional(between(COUNT, { above: 0, to: LIMITS.count }), 1);

const powerW = v.optional(between(`measured ${TDP}`, { above: 0, to: LIMITS.tdpW }));

const utilisation = v.optional(
  between('mean power / TDP, above 0 and at most 1 (80 % is 0.8)', { above: 0, to: 1 }),
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
  name: v.optional(
    v.pipe(
      v.string('text'),
      v.maxLength(LIMITS.nameLength, `at most ${LIMITS.nameLength} characters`),
    ),
  ),
  phase: v.optional(v.picklist(PHASES, `one of ${PHASES.join(', ')}`)),
  hardware: v.pipe(
    v.array(
      v.object({ accelerator, count, powerW, utilisation }, '{ accelerator, count }'),
      HARDWARE,
    ),
    v.minLength(1, HARDWARE),
    v.maxLength(LIMITS.hardwareKinds, `at most ${LIMITS.hardwareKinds} kinds of hardware`),
  ),
  hours: v.optional(hours),
  deviceHours: v.optional(
    between(`chip-hours above 0, at most ${LIMITS.deviceHours}`, {
      above: 0,
      to: LIMITS.deviceHours,
    }),
  ),
  repeats: v.optional(
    between(`how often it was run, above 0, at most ${LIMITS.repeats}`, {
      above: 0,
      to: LIMITS.repeats,
    }),
  ),
  place,
  carbonIntensityGPerKwh: v.optional(
    between(`g CO2e/kWh from 0 to ${LIMITS.carbonIntensityGPerKwh}`, {
      from: 0,
      to: LIMITS.carbonIntensityGPerKwh,
    }),
  ),
  pue: v.optional(
    between(`facility energy / IT energy, from 1 to ${LIMITS.pue}`, { from: 1, to: LIMITS.pue }),
  ),
  offsetFraction: v.optional(between('a share from 0 to 1 (50 % is 0.5)', { from: 0, to: 1 })),
  year: v.optional(
    v.pipe(between(YEAR, { from: LIMITS.firstYear, to: LIMITS.lastYear }), v.integer(YEAR)),
  ),
  method: v.optional(v.picklist(METHODS, `one of ${METHODS.join(', ')}`), 'full'),
  edition,
});

/** A run as written: shapes and bounds hold, ids are not looked up yet. */
export type Draft = Omit<v.InferOutput<typeof draftSchema>, 'hours'> & {
  /** Wall-clock, h; from chip-hours where those were given. */
  readonly hours: number;
};

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
  place: v.fallback(place, undefined),
  edition: v.fallback(edition, undefined),
  carbonIntensityGPerKwh: v.optional(v.unknown()),
});
