import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import type { RunForm } from '../state/fields.ts';
import { EXAMPLE } from '../state/form.ts';
import { chosen, phrasesOf, readPhrase } from './phrase.ts';

const engine = engineOf(calculator);
const read = (text: string, isFrench = false, form: Partial<RunForm> = {}) => {
  const reading = readPhrase(engine, text, { ...EXAMPLE, ...form }, isFrench);
  return 'problem' in reading
    ? { fields: {}, left: reading.problem.code }
    : { left: '', ...reading };
};

const A100 = 'NVIDIA A100 SXM4 80GB';
type Row = readonly [text: string, fields: Partial<RunForm>, left: string];

const ENGLISH: readonly Row[] = [
  [
    'fine-tuned llama 3 8B on 8 x A100 SXM4 80GB for 3 days in Sweden',
    {
      verb: 'trained',
      work: 'llm-fine-tuning',
      parameters: '8B',
      count: '8',
      accelerator: A100,
      chip: 'listed',
      hours: '72',
      provider: 'grid',
      zone: 'SE',
    },
    'llama 3',
  ],
  [
    'We trained a 1.3B parameter language model on 64 V100s for 2 weeks on AWS us-east-1',
    {
      verb: 'trained',
      work: 'llm-training',
      parameters: '1.3B',
      accelerator: '64 V100s',
      chip: 'listed',
      hours: '336',
      provider: 'aws',
      region: 'us-east-1',
    },
    '',
  ],
  [
    'served 2M requests a day of a 70B model on 4 H100 SXM5 80GB for a month in GCP europe-west4',
    {
      verb: 'serve',
      work: '',
      served: 'requests',
      requests: '2M',
      per: 'day',
      parameters: '70B',
      count: '4',
      accelerator: 'NVIDIA H100 SXM5 80GB',
      chip: 'listed',
      provider: 'gcp',
      region: 'europe-west4',
    },
    'for a month',
  ],
  [
    '2 epochs of BERT on one v3-8 TPU, 20 h, GCP us-central1',
    {
      accelerator: 'Google TPU v3',
      count: '4',
      chip: 'listed',
      hours: '20',
      provider: 'gcp',
      region: 'us-central1',
    },
    '2 epochs of BERT',
  ],
  [
    'plan to train 7B params on 1T tokens on 256 H100 SXM5 80GB',
    {
      verb: 'plan',
      parameters: '7B',
      tokens: '1T',
      count: '256',
      accelerator: 'NVIDIA H100 SXM5 80GB',
      chip: 'listed',
    },
    '',
  ],
  [
    '1,000 GPU-hours of A100 SXM4 80GB in Virginia',
    {
      hours: '1000 GPU-hours',
      count: '',
      accelerator: A100,
      chip: 'listed',
      provider: 'grid',
      zone: 'US-VA',
    },
    '',
  ],
  [
    '512 A100 GPU hours',
    { hours: '512 GPU hours', accelerator: 'A100', chip: 'listed', count: '' },
    '',
  ],
  ['25 V100-days', { hours: '600 GPU-hours', accelerator: 'V100', chip: 'listed', count: '' }, ''],
  ['p4d.24xlarge for 10 days', { instance: 'p4d.24xlarge', chip: 'instance', hours: '240' }, ''],
  [
    'colab T4 4 hours',
    {
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '4',
      provider: 'site',
      namedSite: 'google-colab',
    },
    '',
  ],
  [
    '4 x H100 SXM5 80GB for 120 hours in ireland',
    {
      count: '4',
      accelerator: 'NVIDIA H100 SXM5 80GB',
      chip: 'listed',
      hours: '120',
      provider: 'grid',
      zone: 'IE',
    },
    '',
  ],
  [
    '2 x T4 2 days on aws eu-west-1',
    {
      count: '2',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '48',
      provider: 'aws',
      region: 'eu-west-1',
    },
    '',
  ],
  [
    '2 T4 for 10 h on AWS in Ireland',
    {
      count: '2',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '10',
      provider: 'aws',
      region: 'eu-west-1',
    },
    '',
  ],
  [
    'pre-trained a vision transformer with 16 T4 over 1 day and 6 hours in Boston, MA',
    {
      verb: 'trained',
      work: 'vision-training',
      count: '16',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '30',
      provider: 'grid',
      zone: 'US-MA',
    },
    '',
  ],
  [
    'training a recommender on 4 T4 for 36h in France',
    {
      verb: 'trained',
      work: 'recommender-training',
      count: '4',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '36',
      provider: 'grid',
      zone: 'FR',
    },
    '',
  ],
  [
    'served a 70B LLM on 2 T4 for 30 days',
    {
      verb: 'trained',
      work: 'llm-inference',
      parameters: '70B',
      count: '2',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '720',
    },
    '',
  ],
  [
    'generated 10k images on 1 T4',
    {
      verb: 'serve',
      work: '',
      served: 'images',
      images: '10k',
      per: 'total',
      count: '1',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
    },
    '',
  ],
  [
    '5 million queries per month, 500 tokens each, 8 T4 in Norway',
    {
      verb: 'serve',
      work: '',
      served: 'queries',
      queries: '5 million',
      per: 'month',
      outputTokensPerRequest: '500',
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      provider: 'grid',
      zone: 'NO',
    },
    '',
  ],
  [
    'trained a 7B model on 1T tokens with 64 T4',
    {
      verb: 'trained',
      parameters: '7B',
      tokens: '1T',
      hours: '',
      count: '64',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
    },
    '',
  ],
  [
    'will train on 4 T4 for 5 hours',
    { verb: 'trained', count: '4', accelerator: 'NVIDIA T4', chip: 'listed', hours: '5' },
    'will',
  ],
  [
    '8 T4 for about 400 hours in 2023',
    {
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: 'about 400 hours',
      year: '2023',
    },
    '',
  ],
  [
    '8 T4 for 10-12 hours',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '10-12 hours' },
    '',
  ],
  [
    'trained on 8 T4, 1,287 MWh, PUE of 1.1, 429 gCO2e/kWh',
    {
      verb: 'trained',
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      energyKwh: '1287 MWh',
      pue: '1.1',
      intensity: '429 gCO2e/kWh',
    },
    '',
  ],
  [
    '8 H20 for 3 days',
    { count: '8', accelerator: 'NVIDIA H20 96GB', chip: 'listed', hours: '72' },
    '',
  ],
  [
    'trained meta-llama/Llama-2-70b-hf on 8 T4 for a week',
    {
      verb: 'trained',
      work: 'llm-training',
      parameters: '70B',
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '168',
    },
    'meta-llama/Llama-2; hf',
  ],
  [
    'a 3-day run on 2 T4 at Jean Zay',
    {
      hours: '72',
      count: '2',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      provider: 'site',
      namedSite: 'jean-zay',
    },
    '',
  ],
];

const FOUND_BY_TRYING: readonly Row[] = [
  [
    '2 x T4 at 300 W for 2 days',
    { count: '2', accelerator: 'NVIDIA T4', chip: 'listed', hours: '48' },
    'at 300 W',
  ],
  [
    '3.3M T4 GPU hours',
    { hours: '3.3M GPU hours', accelerator: 'NVIDIA T4', chip: 'listed', count: '' },
    '',
  ],
  [
    '3 runs of 20 h on 4 T4',
    { repeats: '3', hours: '20', count: '4', accelerator: 'NVIDIA T4', chip: 'listed' },
    '',
  ],
  [
    'T4 for 2 h in europe-west4',
    {
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '2',
      provider: 'gcp',
      region: 'europe-west4',
    },
    '',
  ],
  [
    'g5.xlarge for 2 h in us-east-1',
    { instance: 'g5.xlarge', chip: 'instance', hours: '2', provider: 'aws', region: 'us-east-1' },
    '',
  ],
  [
    '2 T4 for 2 h at Jean Zay, zorp',
    {
      count: '2',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '2',
      provider: 'site',
      namedSite: 'jean-zay',
    },
    'zorp',
  ],
  [
    '2 T4 for 2 h on AWS us-east-1; with a hat',
    {
      count: '2',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '2',
      provider: 'aws',
      region: 'us-east-1',
    },
    'with a hat',
  ],
  [
    'serve 1000 requests per second on 8 T4',
    { verb: 'serve', work: '', count: '8', accelerator: 'NVIDIA T4', chip: 'listed' },
    '1000 requests per second',
  ],
];

const FRENCH: readonly Row[] = [
  [
    "j'ai entraîné un modèle de vision sur 4 RTX 3090 pendant 36 h en France",
    {
      verb: 'trained',
      work: 'vision-training',
      count: '4',
      accelerator: 'NVIDIA GeForce RTX 3090',
      chip: 'listed',
      hours: '36',
      provider: 'grid',
      zone: 'FR',
    },
    '',
  ],
  [
    'Nous avons affiné un modèle de langue de 7 milliards de paramètres sur 8 T4 pendant 2,5 jours en Suède',
    {
      verb: 'trained',
      work: 'llm-fine-tuning',
      parameters: '7 milliards',
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '60',
      provider: 'grid',
      zone: 'SE',
    },
    '',
  ],
  [
    'je vais entraîner un modèle de 1,3B paramètres sur 300B jetons avec 64 T4 aux États-Unis',
    {
      verb: 'plan',
      parameters: '1.3B',
      tokens: '300B',
      count: '64',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      provider: 'grid',
      zone: 'US',
    },
    '',
  ],
  [
    'je sers 2 millions de requêtes par jour avec 4 T4 à Montréal',
    {
      verb: 'serve',
      work: '',
      served: 'requests',
      requests: '2 millions',
      per: 'day',
      count: '4',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      provider: 'grid',
      zone: 'CA-QC',
    },
    '',
  ],
  [
    '1 000 heures GPU de T4',
    { hours: '1000 heures GPU', count: '', accelerator: 'NVIDIA T4', chip: 'listed' },
    '',
  ],
  [
    '4 RTX 4090 pendant 12 h en France',
    {
      count: '4',
      accelerator: 'NVIDIA GeForce RTX 4090',
      chip: 'listed',
      hours: '12',
      provider: 'grid',
      zone: 'FR',
    },
    '',
  ],
  [
    'deux T4 durant une semaine chez OVH',
    {
      count: '2',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '168',
      provider: 'ovh',
      region: '',
    },
    '',
  ],
  [
    'inférence d’un modèle de langue sur 2 T4 pendant 24 heures',
    {
      verb: 'trained',
      work: 'llm-inference',
      count: '2',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '24',
    },
    '',
  ],
];

const HALF: readonly Row[] = [
  [
    '2 x A100 SXM4 80GB with a hat',
    { count: '2', accelerator: A100, chip: 'listed' },
    'with a hat',
  ],
  ['T4 in Nowhereland', { accelerator: 'NVIDIA T4', chip: 'listed' }, 'in Nowhereland'],
  ['for 3 days in Sweden', { hours: '72', provider: 'grid', zone: 'SE' }, ''],
  ['hello world in france', { provider: 'grid', zone: 'FR' }, 'hello world'],
  [
    '8 T4 for 3 days and 20 h',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '92' },
    '',
  ],
  [
    '8 T4 for 3 days, then 20 h',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '72' },
    '20 h',
  ],
  [
    '8 T4 and 4 L4 for 2 h',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '2' },
    'and 4 L4',
  ],
  ['-8 T4 for -3 h', { accelerator: 'NVIDIA T4', chip: 'listed' }, '-8; for -3 h'],
  [
    '8 T4 24 hours a day for 3 days',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '72' },
    '24 hours a day',
  ],
  [
    '8 T4 for 2 h in reading comprehension',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '2' },
    'in reading comprehension',
  ],
  [
    '8 T4 for 2 h in Reading',
    {
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '2',
      provider: 'grid',
      zone: 'GB',
    },
    '',
  ],
  [
    '8 T4 for 2 h in total',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '2' },
    'in total',
  ],
  [
    '8 T4 for 2 h in Georgia',
    {
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '2',
      provider: 'grid',
      zone: 'Georgia',
    },
    '',
  ],
  [
    '8 T4 for 2 h in us-east-1',
    {
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '2',
      provider: 'grid',
      zone: 'us-east-1',
    },
    '',
  ],
  [
    '8 T4 for 2 h in France and Sweden',
    {
      count: '8',
      accelerator: 'NVIDIA T4',
      chip: 'listed',
      hours: '2',
      provider: 'grid',
      zone: 'FR',
    },
    'and Sweden',
  ],
  [
    'trained and served on 8 T4 for 2 h',
    { verb: 'trained', count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '2' },
    'served',
  ],
  [
    'fine-tuned a model on 8 T4 for 2 h',
    { verb: 'trained', count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '2' },
    'fine-tuned',
  ],
  [
    'trained for 2M steps on 8 T4',
    { verb: 'trained', count: '8', accelerator: 'NVIDIA T4', chip: 'listed' },
    'for 2M steps',
  ],
  [
    '<b>8 T4</b> for <script>alert(1)</script> 2 h',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '2' },
    'for alert(1',
  ],
  ['８ Ｔ４ for ２ h', { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '2' }, ''],
  ['1.024 T4 for 2 h', { accelerator: 'NVIDIA T4', chip: 'listed', hours: '2' }, '1.024'],
  [
    '8 T4 for 2.048 h',
    { count: '8', accelerator: 'NVIDIA T4', chip: 'listed', hours: '2.048 h' },
    '',
  ],
  [
    'GTX 980 100 hours',
    { accelerator: 'NVIDIA GeForce GTX 980', chip: 'listed', hours: '100' },
    '',
  ],
];

describe('a sentence, in English', () => {
  test.each(ENGLISH)('%s', (text, fields, left) => {
    expect(read(text)).toEqual({ fields, left });
  });
});

describe('a sentence, found by trying', () => {
  test.each(FOUND_BY_TRYING)('%s', (text, fields, left) => {
    expect(read(text)).toEqual({ fields, left });
  });
});

describe('a sentence, in French', () => {
  test.each(FRENCH)('%s', (text, fields, left) => {
    expect(read(text, true)).toEqual({ fields, left });
  });
});

describe('a sentence, in French, as English has it', () => {
  const chips = (count: string) => ({ accelerator: 'NVIDIA T4', count, chip: 'listed' });
  const at = (zone: string) => ({ provider: 'grid', zone });
  test.each([
    // The comma of a list is none of a number.
    ['PUE de 1,2, 8 T4, 24 h, Suède', { pue: '1.2', hours: '24', ...chips('8'), ...at('SE') }],
    ['8 T4, PUE de 1,2, en Suède', { pue: '1.2', ...chips('8'), ...at('SE') }],
    // What a computer is called stands before its name.
    [
      '16 T4 sur le supercalculateur Jean Zay',
      { provider: 'site', namedSite: 'jean-zay', ...chips('16') },
    ],
    ['16 T4 sur le cluster Adastra', { provider: 'site', namedSite: 'adastra', ...chips('16') }],
    ['16 T4 en Floride', { ...at('US-FL'), ...chips('16') }],
    ['2 T4 en Colombie-Britannique', { ...at('CA-BC'), ...chips('2') }],
    ['4 T4 à Francfort', { ...at('DE'), ...chips('4') }],
    ['un seul T4 en France', { ...at('FR'), ...chips('1') }],
    ['4 cartes graphiques T4, en France', { ...at('FR'), ...chips('4') }],
    ['8 T4 pendant 1 h 30 en France', { hours: '1.5', ...at('FR'), ...chips('8') }],
    ['pendant 1 h 8 T4, en France', { hours: '1', ...at('FR'), ...chips('8') }],
    ['2 T4 pendant une heure et demie', { hours: '1.5', ...chips('2') }],
    ['une demi-journée sur 2 T4', { hours: '12', ...chips('2') }],
    ['2 T4 pendant 20 min', { hours: '20 min', ...chips('2') }],
  ])('%s', (text, fields) => expect(read(text, true)).toEqual({ fields, left: '' }));
});

describe('half and wrong ones: what is left is told', () => {
  test.each(HALF)('%s', (text, fields, left) => {
    expect(read(text)).toEqual({ fields, left });
  });
});

test.each(['colour', 'hello world', 'nothing known', '', '   ', '???', 'a', '1', 'x'.repeat(3000)])(
  '%s says nothing of a run',
  (text) => {
    expect(phrasesOf(engine, text, EXAMPLE, false)).toEqual([]);
  },
);

test('what is hardware as a whole is read as such', () => {
  expect(read('8 x A100 SXM4 80GB')).toEqual({
    fields: { accelerator: A100, count: '8', chip: 'listed' },
    left: '',
  });
  expect(read('h100').left).toBe('ambiguous-accelerator');
});

test('a name of several chips is asked with its count, and what is chosen keeps the rest', () => {
  const [phrase] = phrasesOf(engine, '4 h100 for 120 hours in ireland', EXAMPLE, false);
  expect(phrase?.asked?.ways[0]).toBe('4 x NVIDIA H100 SXM5 80GB');
  const text = phrase ? chosen(phrase, '4 x NVIDIA H100 SXM5 80GB') : '';
  expect(read(text).fields).toMatchObject({ count: '4', hours: '120', zone: 'IE' });
});

test('the same sentence is of the service, the plan or the run that the form has', () => {
  expect(read('T4 for 3 h', false, { verb: 'plan' })).toMatchObject({ left: 'for 3 h' });
  expect(read('T4 for 3 h', false, { verb: 'serve' })).toMatchObject({ left: 'for 3 h' });
  expect(read('1B tokens on a T4', false, { verb: 'serve' }).fields).toMatchObject({
    served: 'outputTokens',
    outputTokens: '1B',
  });
  expect(read('trained on a T4', false, { work: 'llm-inference' }).fields.work).toBe('');
});

describe('a number that may be two', () => {
  const hours = (text: string, isFrench: boolean) =>
    phrasesOf(engine, text, EXAMPLE, isFrench).map(({ fields }) => fields.hours);
  test.each([
    ['T4 for 1,000 h', false, ['1000']],
    ['T4 for 1,000 h', true, ['1000', '1.000 h']],
    ['T4 for 1,024 h', true, ['1.024 h', '1024']],
    ['T4 for 1.000 h', false, ['1000', '1.000 h']],
    ['T4 for 2.048 h', false, ['2.048 h', '2048']],
    ['T4 for 1 000 h', false, ['1000']],
    ['T4 for 1\u202f000 h', true, ['1000']],
    ['T4 for 1,000,000 h', true, ['1000000']],
    ['T4 for 1.000,5 h', false, ['1000.5']],
    ['T4 for 2,5 h', false, ['2.5']],
    ['T4 for 0,125 h', false, ['0.125']],
    ['T4 for 0.125 h', true, ['0.125']],
  ] as const)('%s', (text, isFrench, expected) => {
    expect(hours(text, isFrench)).toEqual(expected);
  });
});

/** Every order of a few parts. */
const orders = <T>(parts: readonly T[]): T[][] =>
  parts.length < 2
    ? [[...parts]]
    : parts.flatMap((part, at) =>
        orders(parts.toSpliced(at, 1)).map((others) => [part, ...others]),
      );

describe('the order of the parts says nothing', () => {
  test.each([
    [['fine-tuned a 7B language model', 'on 8 x T4', 'for 3 days', 'in Sweden'], false],
    [['served 2M requests a day', 'of a 70B model', 'with 4 L4', 'on AWS us-east-1'], false],
    [['a plan to train 7B params', 'on 1T tokens', '256 L4', 'in 2023'], false],
    [['1,000 GPU-hours', 'of T4', 'in Virginia', 'PUE 1.2'], false],
    [['p4d.24xlarge', '10 days', 'inference of a language model'], false],
    [["j'ai entraîné un modèle de vision", 'sur 4 RTX 3090', 'pendant 36 h', 'en France'], true],
    [['with a hat', '2 T4', 'for 2 h'], false],
  ])('%j', (parts, isFrench) => {
    for (const mark of [' ', ', ', '; ']) {
      const all = orders(parts).map((order) => read(order.join(mark), isFrench).fields);
      for (const fields of all) expect(fields).toEqual(all[0]);
    }
  });
});

describe('a sentence without hardware changes what it says and nothing else', () => {
  test.each([
    ['for 3 days', ['hours']],
    ['in Sweden', ['provider', 'zone']],
    ['trained for 3 days in Sweden', ['hours', 'provider', 'verb', 'zone']],
    ['2M requests a day', ['per', 'requests', 'served', 'verb', 'work']],
    ['a 7B model', ['parameters']],
    ['a language model', ['work']],
    ['1,000 GPU-hours', ['hours']],
    ['a hat in France', ['provider', 'zone']],
  ])('%s', (text, names) => {
    expect(Object.keys(read(text).fields).sort()).toEqual(names);
  });
});

test('no word of a text is lost: each is in a field or among what is left', () => {
  const odd = ['zorp', 'quux7', 'blarg', 'with hats', '12 widgets'];
  for (const [text] of [...ENGLISH, ...HALF]) {
    for (const word of odd) {
      const { left } = read(`${text}, ${word}`);
      expect(left, `${text}, ${word}`).toContain(word.replace('with ', ''));
    }
  }
});

test('any text is answered, and none takes long', () => {
  const long = `${ENGLISH.map(([text]) => text).join('. ')}`.slice(0, 2000);
  for (const text of [
    long,
    '8 '.repeat(900),
    'in '.repeat(600),
    'A100 '.repeat(390),
    '\u{1f600} '.repeat(300),
  ]) {
    const start = performance.now();
    phrasesOf(engine, text, EXAMPLE, false);
    expect(performance.now() - start, text.slice(0, 40)).toBeLessThan(3000);
  }
});
