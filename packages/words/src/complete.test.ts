import type { PlainCode, SaidCode, SaidOf } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { french } from './fr/index.ts';
import { english, words } from './index.ts';

type Samples = { readonly [Code in Exclude<SaidCode, PlainCode>]: Omit<SaidOf<Code>, 'code'> };

const tdp = { code: 'tdp' } as const;
const names = ['Name A', 'Name B'];

/** One of each code that takes parameters: a new code is a type error here until it has one. */
const SAMPLES: Samples = {
  quoted: { text: 'Texas' },
  part: { part: 'water-on-site' },
  machine: { machine: 'laptop' },
  'of-chip': { chip: 'Chip', what: { code: 'tdp-given' } },
  'share-of-tdp': { share: 0.25, tdpW: 321 },
  'usual-for-work': { work: 'inference', scenario: 'offline' },
  'less-on-nodes': {
    usual: { code: 'usual-for-work', work: null },
    share: 0.75,
    nodes: 16,
    doubling: 0.875,
  },
  'by-size-of-model': { parameters: 640000, batch: 32, fitted: { least: 3e6, most: 4e8 } },
  'flop-of-tokens': { passed: 640000, trained: 2000, tokens: 30000 },
  'tokens-times': { times: 0.5 },
  'served-anew': { memory: { neededGb: 14, chipsGb: 8 } },
  'planned-anew': { memory: { neededGb: 112, chipsGb: 80 } },
  'flop-of-samples': { forwardFlop: 820000, samples: 12000 },
  planned: {
    rung: 'mfu-usual',
    counted: { code: 'flop-given' },
    tflops: 312,
    precision: 'bf16',
    mfuPercent: 34,
    perSecond: null,
    chips: 64,
  },
  served: {
    unit: 'output-token',
    units: 3000,
    joules: 0.52,
    batch: 64,
    isBatchTold: false,
    chips: 4,
  },
  'as-long-as-chips-draw': { watts: 640 },
  'served-time': { units: 3000, perSecond: 1800 },
  'speed-beyond-chips': { perSecond: 90000, most: 16000 },
  'run-with-development': {
    runs: 1,
    search: 4,
    trials: 40,
    strategy: 'random',
    ablations: 0.5,
    failed: 0.2,
  },
  'copy-too-large': {
    weightsGb: 140,
    precision: 'bf16',
    isPrecisionTold: false,
    chips: 1,
    chipsGb: 80,
  },
  'chips-too-few': { hours: 14190, isHeld: true, chips: 8, neededChips: 13 },
  'answers-beyond-chips': { perSecond: 90000, most: 16000 },
  'answers-beyond-energy': { joules: 0.001, least: 0.02 },
  'answers-too-cheap': { unit: 'image', joules: 0.02, least: 40 },
  'size-guessed': { sizeClass: 'large' },
  'cut-by-limit': {
    usual: { code: 'usual-for-work', work: null },
    share: 0.75,
    powerLimitW: 150,
  },
  'raised-to-idle': { usual: { code: 'usual-for-work', work: null }, share: 0.13, idleW: 14.5 },
  default: { id: 'memory.dram' },
  'made-of-chip': { chip: 'Chip' },
  'made-of-machine': { machine: 'server' },
  'losses-of': { machine: 'server' },
  'usual-machine': { machine: 'desktop' },
  'rest-of': { machine: 'desktop' },
  'usual-for-site': { site: 'own-cluster' },
  'mean-of-sites': { sites: 4, low: 1.125, high: 1.25 },
  'published-for': { place: { code: 'quoted', text: 'Texas' }, period: 'calendar-year' },
  'published-for-site': { site: 'Jean Zay' },
  'pue-of-provider': { provider: 'aws' },
  'between-rest-and-full': { chip: 'Chip', minW: 35, maxW: 306, use: 0.5 },
  'at-use': { use: 0.5 },
  'memory-of-size': { gb: 64 },
  'memory-of-instance': { instance: 'p4d.24xlarge' },
  'memory-for-cores': { gbEach: 8, cores: 32 },
  'share-at-load': { percent: 40 },
  'memory-power-at': { gb: 512 },
  'over-usual-power': { watts: 640 },
  'between-tdp-and-turbo': { tdpW: 125, turboW: 253 },
  'cores-of': { cores: 16, all: 64 },
  'tdp-over-threads': { cpu: 'Cpu', tdpW: 225, threads: 128 },
  'one-of-processors': { cpus: names, lowW: 3.5, highW: 6.75 },
  'idle-time-of': { what: { code: 'processor' } },
  grid: { place: null, scope: { code: 'lifecycle' }, basis: 'consumption' },
  'to-lifecycle': { gPerKwh: 456, factor: 1.13 },
  'to-direct': { gPerKwh: 456, factor: 0.88 },
  'upstream-of': { directGPerKwh: 321, lifecycleGPerKwh: 456 },
  'water-of-plants-in': { zone: 'Texas' },
  'other-source': { gPerKwh: 456, sourceId: 'ember', scope: 'direct' },
  'years-between': { years: 3 },
  'several-areas': { zone: 'Texas' },
  'state-production': { zone: 'Oregon' },
  'country-sources': {
    zone: 'Sweden',
    gPerKwh: 21,
    otherGPerKwh: 35.26,
    sourceId: 'owid-ember-2026',
  },
  'perhaps-on': { zones: ['PacifiCorp West'], lowGPerKwh: 129, highGPerKwh: 204 },
  'hourly-data': { year: 2021 },
  'lacks-tdp': { chip: 'Chip' },
  'lacks-power': { chip: 'Chip' },
  'lacks-measured-power': { chip: 'Chip' },
  'lacks-figures': { chip: 'Chip' },
  assumed: { step: 'pue', value: 1.5, gsd: 1.125, ofExcess: true, what: tdp },
  'read-in-part': { text: 'Paris, France', name: 'France', dropped: ['Paris'] },
  'read-as-processor': { text: 'EPYC 7742', processor: 'AMD EPYC 7742' },
  'read-as-chips': { text: 'TPU v3-8', chip: 'Google TPU v3', count: 4 },
  'read-as': { text: '0.3 kW', taken: '300', unit: 'W' },
  'ambiguous-accelerator': { text: 'K80', names },
  'ambiguous-cpu': { text: 'E5', names },
  'instance-ambiguous': { instance: 'g4', names },
  'power-unlikely': { chip: 'Chip', powerW: 0.25, tdpW: 300, slip: 'kilowatts', meantW: 250 },
  'power-below-rest': { chip: 'Chip', powerW: 20, restW: 60 },
  'limit-below-rest': { chip: 'Chip', powerLimitW: 0.25, restW: 60, meantW: 250 },
  'limit-above-rating': { chip: 'Chip', powerLimitW: 3200, highestW: 500, meantW: 400 },
  'limit-exceeded': { chip: 'Chip', meanW: 312, powerLimitW: 250 },
  'work-against-phase': { phase: 'inference', work: 'vision-training' },
  'mfu-unlikely': { percent: 130, tflops: 312, precision: 'bf16' },
  'precision-not-had': { chip: 'Chip', precision: 'fp8', instead: 'bf16' },
  'memory-too-small': { neededGb: 112, chipsGb: 80 },
  'energy-against-power': { energyKwh: 50, chipsKwh: 168 },
  'energy-below-rest': { energyKwh: 0.5, restKwh: 56, meantKwh: 500, meantUnit: 'MWh' },
  'energy-unlikely': { energyKwh: 5000, mostKwh: 64, meantKwh: 5, meantUnit: 'Wh' },
  'intensity-unlikely': { gPerKwh: 0.5, meantGPerKwh: 500 },
  'nodes-exceed-chips': { nodes: 100, chips: 8, meantChips: 800 },
  'year-before-chip': { chip: 'Chip', year: 2015, chipYear: 2020 },
  'hours-disagree': { hours: 100, betweenHours: 24 },
  'memory-not-used': { gb: 64 },
  'cores-of-several': { cpu: 'Cpu', cores: 128, each: 64, threads: 128 },
  'power-not-used': { method: 'lacoste-2019' },
  'tdp-varies': { chip: 'Chip', tdpW: 250, lowW: 240, highW: 300 },
  'tdp-unsure': { chip: 'Chip', confidence: 'memory' },
  'host-not-used': { method: 'lacoste-2019' },
  'range-lopsided': { path: '/hardware/0/count' },
  'region-not-open': { region: 'us-west1', status: 'closed' },
  'place-not-known': { site: 'Colab' },
  'scope-not-known': { scope: 'direct' },
  'intensity-converted': { what: { code: 'to-lifecycle', gPerKwh: 456, factor: 1.13 } },
  'intensity-later': { year: 2021 },
  'intensity-old': { year: 2021 },
  'methods-mixed': { methods: ['full', 'lacoste-2019'] },
  'known-for-some': { figure: 'embodied', known: 3, runs: 7 },
  'within-range': { lowKg: 12.5, highKg: 50 },
  'fits-boundary': { boundary: 'direct', lowKg: 12.5, highKg: 50 },
  'repeats-a-method': { method: 'lacoste-2019' },
  'count-forgotten': { chips: 8 },
  'offered-by': { providers: names, notKnown: ['Name C'] },
  'unit-slip': { slip: 't-for-g' },
  'slips-together': { chips: 8, slip: 'too-low', method: 'mlco2-compat', sitePowerW: 283 },
  'intensity-implausible': { gPerKwh: 5670, low: 5, high: 900 },
  'power-implausible': { powerW: 999, tdpW: 250 },
  'count-implausible': { count: 0.25, chips: 8 },
  'claim-rounded': { lowKg: 12.5, highKg: 50 },
  'inputs-differ': { gPerKwh: 64.7, takenGPerKwh: 69.3, energyKwh: 250, takenEnergyKwh: 275 },
  'out-of-range': { ratio: 12.5 },
  'scaled-by-peak': {
    precision: 'bf16',
    therePrecision: 'fp16',
    hereTflops: 312,
    thereTflops: 990,
    scale: 0.315,
    lessMemory: { thereGb: 16, hereGb: 80 },
  },
  'percent-of-tdp': { percent: 50 },
  'times-run': { times: 3 },
};

/** What is the same in both languages. */
const SAME: ReadonlySet<string> = new Set(['quoted', 'tdp', 'differs-pue']);
/** Names and numbers that a sentence must hold; what a language has its own word for is not among them. */
const KEPT = [
  'text',
  'chip',
  'provider',
  'instance',
  'cpu',
  'zone',
  'region',
  'precision',
  'year',
  'chipYear',
];

const codes = Object.keys(english.sentences) as SaidCode[];
const sample = (code: SaidCode) =>
  ({ code, ...SAMPLES[code as keyof Samples] }) as SaidOf<SaidCode>;

test('both languages have the same codes and the same steps', () => {
  expect(codes.length).toBeGreaterThan(150);
  expect(Object.keys(french.sentences).toSorted()).toEqual(codes.toSorted());
  expect(Object.keys(french.steps).toSorted()).toEqual(Object.keys(english.steps).toSorted());
});

test('a code has parameters in one language where it has them in the other', () => {
  const kinds = (of: typeof english) => codes.map((code) => typeof of.sentences[code]);
  expect(kinds(french)).toEqual(kinds(english));
  expect(codes.filter((code) => typeof english.sentences[code] === 'function').toSorted()).toEqual(
    Object.keys(SAMPLES).toSorted(),
  );
});

describe.each([
  ['English', english],
  ['French', french],
] as const)('%s', (_, language) => {
  test.each(codes)('%s is a sentence with all that it was given', (code) => {
    const said = sample(code);
    const text = words(said, language);
    expect(text).not.toBe('');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    for (const [name, value] of Object.entries(said)) {
      if (typeof value === 'number' && !/year$/i.test(name)) {
        expect(text, name).toContain(language.number(value));
      } else if (KEPT.includes(name)) expect(text, name).toContain(String(value));
      else if (name === 'names') for (const one of names) expect(text).toContain(one);
      else if (name === 'what' || name === 'usual') {
        expect(text, name).toContain(words(value as SaidOf<'tdp'>, language));
      }
    }
  });
});

test('what English says French says otherwise', () => {
  const kept = codes.filter((code) => words(sample(code), french) === words(sample(code), english));
  expect(new Set(kept)).toEqual(SAME);
});

test('every line of the receipt is named otherwise in French', () => {
  const kept = Object.keys(english.steps).filter(
    (step) => english.steps[step] === french.steps[step],
  );
  expect(kept).toEqual(['pue', 'threads']);
});
