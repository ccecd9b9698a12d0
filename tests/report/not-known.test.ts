import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';
import { parseInput } from '../../packages/cli/src/input.ts';
import {
  type Ask,
  askedOf,
  FORMATS,
  type FormatName,
  formatted,
  REPORT_LANGUAGES,
  type Report,
  type ReportLanguage,
  refusalOf,
  reportOf,
} from '../../packages/report/src/index.ts';

const { estimate, estimateProject } = calculator;

const CHIPS = [{ accelerator: 'A100-SXM4-80GB', count: 8 }];
const FRANCE = { country: 'FR' };
const TRAINED = { phase: 'training', hardware: CHIPS, hours: 100, place: FRANCE };
const METERED = { energyKwh: 320, place: FRANCE };
const SERVED = {
  phase: 'inference',
  model: { parameters: 7e9 },
  service: { requests: 1e6, per: 'day', outputTokensPerRequest: 300 },
  place: { country: 'US' },
};
/** From hardly anything told to all of it, alone and beside each other. */
const RUNS: Readonly<Record<string, object>> = {
  trained: TRAINED,
  'of no phase': { hardware: CHIPS, hours: 100, place: { provider: 'gcp', region: 'us-central1' } },
  'fine-tuned': {
    ...TRAINED,
    phase: 'fine-tuning',
    name: 'tuning',
    model: { name: 'mine', parameters: 7e9, flop: 1e20 },
    start: '2026-01-02',
    host: { cpu: 'EPYC 7742', memoryGb: 512 },
    development: { trials: 40, failed: 0.5 },
  },
  searched: { ...TRAINED, phase: 'search' },
  served: SERVED,
  'served in all': {
    ...SERVED,
    service: { requests: 1e6, outputTokensPerRequest: 300 },
    functionalUnit: { name: 'request', count: 1e6, rationale: 'what is sold' },
  },
  planned: {
    phase: 'training',
    model: { parameters: 7e9, tokens: 1e11 },
    hardware: CHIPS,
    place: FRANCE,
  },
  metered: METERED,
  'metered with an intensity given': { energyKwh: 320, carbonIntensityGPerKwh: 57 },
  'chip-hours': { hardware: [{ accelerator: 'V100 SXM2 16GB' }], deviceHours: 500, place: FRANCE },
  'own machines': { ...TRAINED, site: 'own-cluster', place: FRANCE },
  desktop: { hardware: [{ accelerator: 'RTX 4090' }], hours: 20, site: 'desktop', place: FRANCE },
  'by a method without hardware of its own': { ...TRAINED, method: 'lacoste-2019' },
  'trained, metered and served': { runs: [TRAINED, METERED, SERVED] },
  'one told and one not': {
    runs: [
      { ...TRAINED, start: '2026-01-02', model: { parameters: 7e9, flop: 1e20 } },
      { energyKwh: 320, carbonIntensityGPerKwh: 57 },
    ],
  },
  'said to be whole': { complete: true, runs: [TRAINED, { ...TRAINED, phase: 'search' }] },
  'said to lack some': { complete: false, runs: [TRAINED, TRAINED] },
};

function reportFor(told: object, language: ReportLanguage): Report {
  const input = parseInput(told);
  if (input.kind === 'problems') throw new Error(JSON.stringify(input.problems));
  const result = input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
  return reportOf(result, { date: '2026-11-30', version: '0.1.0', language });
}

/** What stands in a text for each thing that is not known, after the words that say so. */
const NAMES: Readonly<Record<ReportLanguage, Readonly<Partial<Record<Ask, string>>>>> = {
  en: {
    hardware: 'the hardware',
    cpu: 'the processor of the machine',
    memory: 'the memory of the machine',
    owner: 'whose machines they are',
    place: 'where it ran',
    hours: 'how long it ran',
    dates: 'when it ran',
    phase: 'what it was for',
    parameters: 'the parameters of the model',
    flop: 'the computation of the model (FLOP)',
    otherRuns: 'other runs (searches, ablations, failed ones)',
    unit: 'the functional unit and its count',
  },
  fr: {
    hardware: 'le matériel',
    owner: 'à qui sont les machines',
    place: 'le lieu',
    hours: 'la durée',
    phase: 'ce à quoi le calcul a servi',
    otherRuns: 'les autres calculs (recherches, ablations, échecs)',
  },
};
const NOT_KNOWN = { en: 'Not known: ', fr: 'Non connu : ' } as const;

/** Lines of a form that say it themselves, where no run tells. */
const OWN: Readonly<Partial<Record<Ask, readonly RegExp[]>>> = {
  hardware: [
    /on hardware that is not known/,
    /sur un matériel non connu/,
    /\*\*(?:Hardware Type|GPU or other accelerator):\*\* (?:not known|non connu)/,
    /^Hardware: not known\./m,
    /\*\*Computing infrastructure:\*\* hardware not known/,
    /hardware not known|matériel non connu/,
  ],
  cpu: [/\*\*CPU:\*\* not known/],
  memory: [/\*\*RAM:\*\* not known/, /^Memory: (?:.*; )?not known for the machine\./m],
  owner: [
    /\*\*(?:Own or cloud|Cloud Provider):\*\* (?:not known|non connu)/,
    /^Compute workers: .*whose they are is not known\./m,
  ],
  place: [
    /in a place that is not known/,
    /en un lieu non connu/,
    /\*\*Compute Region:\*\* (?:not known|non connu)/,
    /place not known|lieu non connu/,
  ],
  hours: [
    /\*\*Hours used:\*\* .*(?:not known|non connues?)/,
    /^Compute of each run: .*time not known/m,
    /\| Training time, wall-clock \| not known \|/,
  ],
  dates: [/\*\*Dates:\*\* not known/],
  phase: [/\| kind not known \| \d/, /phase not known, so that it stands under training/],
  parameters: [/\*\*Number of parameters:\*\* not known/, /\| Total parameters \| not known \|/],
  flop: [
    /\| (?:Computation used for training|Benchmarked computation for inference) \| not known \|/,
  ],
  otherRuns: [/[Ww]hether other runs led to it[^.]*is not known/],
  unit: [/functional unit[^.]*is not known/i, /\*\*Functional unit:\*\* not known/],
};

/** Columns of CodeCarbon that a number or name would stand in: its readers take an empty one for not known. */
const COLUMNS: Readonly<Partial<Record<Ask, string>>> = {
  hardware: 'gpu_model',
  cpu: 'cpu_model',
  memory: 'ram_total_size',
  place: 'country_name',
  hours: 'duration',
};

/** One line, without what sets it, so that words can be looked for. */
const read = (text: string) =>
  text
    .replaceAll(/ml-emissions:1:[\w-]+/g, '')
    .replaceAll(/\\([_()%&#])/g, '$1')
    .replaceAll(/~|\u00a0|\u202f/g, ' ')
    .replaceAll(/\\,/g, ' ');

const names = Object.keys(FORMATS) as FormatName[];

describe.each(Object.keys(RUNS))('%s', (run) => {
  test.each(REPORT_LANGUAGES)(
    'whatever counts as missing is told as not known, in %s',
    (language) => {
      const report = reportFor(RUNS[run] ?? {}, language);
      for (const format of names) {
        if (refusalOf(report, format) !== null) continue;
        const missing = askedOf(report, FORMATS[format].asks).filter(
          ({ state }) => state === 'missing',
        );
        for (const options of [{}, { short: true }, { long: true }]) {
          const text = formatted(report, format, options);
          for (const { ask, runs } of missing) {
            const about = `${format}, ${ask}: ${text}`;
            if (FORMATS[format].leavesEmpty) {
              const column = COLUMNS[ask] ?? `no column of ${ask}`;
              const rows = parseCsv(text, { columns: true }) as Record<string, string>[];
              for (const index of runs) expect(rows[index]?.[column], about).toBe('');
              continue;
            }
            const words = read(text);
            const [, told = ''] = words.split(NOT_KNOWN[language]);
            const name = NAMES[language][ask] ?? `no words for ${ask}`;
            const isAll = runs.length === report.runs.length;
            const isOwn = isAll && OWN[ask]?.some((one) => one.test(words));
            expect(isOwn || told.includes(name), about).toBe(true);
            // What some lack is said of these alone.
            if (!isAll && told.includes(name)) {
              const some = language === 'en' ? ' in ' : ' dans ';
              expect(told, about).toContain(`${name}${some}${runs.length} `);
            }
          }
        }
      }
    },
  );
});

test('what is told counts nowhere as not known', () => {
  const report = reportFor(RUNS['fine-tuned'] ?? {}, 'en');
  for (const format of names) {
    const text = read(formatted(report, format));
    const missing = askedOf(report, FORMATS[format].asks).filter(
      ({ state }) => state === 'missing',
    );
    const [, told = ''] = text.split(NOT_KNOWN.en);
    for (const [ask, name] of Object.entries(NAMES.en)) {
      if (!missing.some((one) => one.ask === ask))
        expect(told, `${format} ${ask}`).not.toContain(name);
    }
  }
});

test('no form asks for what none of its lines could say', () => {
  const empty = reportFor({ energyKwh: 320, carbonIntensityGPerKwh: 57 }, 'en');
  const asks = [...new Set(names.flatMap((name) => FORMATS[name].asks))];
  for (const { ask, state } of askedOf(empty, asks)) {
    if (state === 'missing') expect(NAMES.en[ask], ask).toBeDefined();
  }
});
