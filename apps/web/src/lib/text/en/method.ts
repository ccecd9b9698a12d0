import type { MethodName } from '@ml-emissions/calculator';
import type { Counts } from '../../method/footprints.ts';

/** English words of the Method page. Another language is a file of the same shape. */
export const words = {
  title: 'Method',
  about:
    'How a run becomes kg CO2e, and how sure that is. A reviewer can redo each figure by hand from its receipt; docs/method.md in the repository works an example of each rule through, digit by digit.',
  contents: 'On this page',
  loading: 'Fetching the validation …',
  sections: {
    computed: 'What is computed',
    ladder: 'Where the numbers come from',
    intensity: 'Choosing one intensity',
    range: 'How sure the result is',
    moving: 'When work moves',
    methods: 'Methods side by side',
    validation: 'Validation',
  },
  computed:
    'By the calculator’s own method (full). Each figure is a product of factors or a sum of such products; nothing is rounded before it is shown.',
  explained: {
    accelerators:
      'Chips n of each kind times their mean power P, the hours t and the repeats r. Lacoste et al. 2019, section 3.',
    host: 'The rest of the machine: processors, memory, board, drives, network.',
    idle: 'Kept but not at work: chips at their idle power, the rest of the machine at a share s of its power, for the idle hours.',
    it: 'Supply losses and fans on top of the components; reserved but idle time counts too.',
    energy: 'Power usage effectiveness: ISO/IEC 30134-2:2016.',
    operational:
      'Operational, location-based, the headline. I is the carbon intensity of the grid, lifecycle unless direct is asked for: its direct part alone is Scope 2 of the GHG Protocol (Scope 2 Guidance, 2015), the rest Scope 3, category 3.',
    embodied:
      'The share of making M of each part: hours over the service life L, of which the share u is in use. ISO/IEC 21031:2024 (SCI).',
    total:
      'The headline counts the electricity alone. Whoever chooses “with hardware” under it reads this sum there, called so, in this browser; the lists of places and chips rank by the electricity alone, and say so.',
    water: 'On site by WUE (ISO/IEC 30134-9); off site w litres per kWh at power plants.',
    market:
      'Beside the headline, never subtracted: the market-based figure of a contract, and the share f that a provider says it offsets.',
    one: 'Each factor is lognormal around its value with a geometric standard deviation g. For a product: IPCC 2006 Guidelines, volume 1, chapter 3, Approach 1, on the logarithms.',
    sum: 'A figure as a sum of products: one standard normal z for each unknown, w the share of a term. Factors that are the same unknown rise and fall together.',
    moments:
      'Mean and variance to second order. The low end by Cornish and Fisher (1938), the high end between that and the lognormal with the exact mean and variance (Fenton 1960).',
    share: 'What each factor causes of the uncertainty: “what would make it surer”.',
  },
  ladder:
    'The best that a run has is taken, and the result names the rung. What is given or measured comes before what is looked up, and that before a default.',
  rungs: [
    [
      'Power of the chips',
      'metered energy, then measured mean power, then rated power times measured utilisation, then times the usual utilisation for the kind of work, then rated power',
    ],
    [
      'Host',
      'given power, then its processor and memory, then the instance’s, then the usual one for the form of the chips',
    ],
    [
      'PUE',
      'given, then the named site’s, then the region’s, then the provider’s, then the usual one for the kind of site',
    ],
    [
      'Carbon intensity',
      'given, then the finest place that has any figure, then its newest year not after the run’s',
    ],
    ['Making the hardware', 'given, then the chip’s own figure, then the usual one for its kind'],
  ] as readonly (readonly [string, string])[],
  intensity:
    'For one place and year there are often several figures. They are ordered by, in turn:',
  intensityOrder: [
    'Place: grid area before eGRID subregion, state, country, continent, world.',
    'Scope: lifecycle, or direct where that is asked for. A figure of the other scope is brought over, with a doubt of its own, only where the place has none of that year.',
    'Year: the newest that is not after the run’s.',
    'Quality: of one year, what nobody doubts before what is marked.',
    'Basis: consumption, after imports and exports, before production.',
  ],
  range:
    'Every factor carries its uncertainty, measured where there is evidence and graded where there is little: A several measurements, B one or two, C judgement. The range is closed-form; no random numbers.',
  rangeChecked:
    'A million draws of a hundred random runs, twenty projects and thirty comparisons agree with it within 3 % on average at both ends and 12 % at worst. The range holds what is known to vary; it does not hold a wrong input.',
  moving: [
    'Figures of another place are of its average generation in a year. A run that moves there is met by what is then added, marginal generation, and frees such generation where it leaves: often gas or coal on either side. What moving changes in the end may be less than the two averages say, and the tables hold no marginal figures.',
    'Where many move to one grid the gain is smaller than the ratio: the low-carbon supply there is finite, and so is the room of its data centres. Load balancing between places, which Lacoste et al. 2019 discuss, works for what can wait or move, within these bounds.',
    'Two places whose figures differ by less than what is unsure between them are not told apart, and stand as one group. What both share cancels: the run, its hardware, and a grid or PUE that both have.',
  ],
  methodHead: ['method', 'power', 'host', 'PUE', 'making the hardware', 'source'],
  methods: {
    full: ['best rung', 'yes, with losses', 'yes', 'yes', 'this page'],
    'lacoste-2019': ['rated power', 'no', 'no', 'no', 'Lacoste et al. 2019'],
    'mlco2-compat': ['rated power', 'no', 'no', 'no', 'the 2019 site, with its rounding'],
    'green-algorithms-2021': [
      'rated power times use',
      'cores and memory, as given',
      '1.56, or the tool’s own',
      'no',
      'Lannelongue, Grealey, Inouye 2021',
    ],
    'codecarbon-constant': [
      'the estimate of full in place of its meter',
      'processor at half, memory by modules',
      '1 unless given',
      'no',
      'CodeCarbon 3',
    ],
    'cloud-carbon-footprint': [
      'between rest and full power',
      'virtual processors and memory',
      'the tool’s own',
      'server over 35,040 hours',
      'Cloud Carbon Footprint',
    ],
    'patterson-2021': [
      'metered mean power only',
      'within the metered power',
      'yes',
      'no',
      'Patterson et al. 2021',
    ],
    'ecologits-2026': [
      'a token, by active parameters',
      'server, for as long as a token takes',
      'yes',
      'over three years',
      'EcoLogits 2026',
    ],
    sci: ['as full', 'as full', 'as full', 'over four years', 'ISO/IEC 21031:2024'],
  } as Readonly<Record<MethodName, readonly string[]>>,
  validation:
    'Published footprints are recomputed from their own stated inputs; meters of a desktop, of servers, edge devices and single chips are predicted from hardware, hours and what else is told of the work, nothing measured. All of it runs with each change of the code.',
  kinds: { agrees: 'agrees', weak: 'weak evidence', contradicts: 'contradicts itself' },
  caseSays: (model: string, published: string, recomputed: string) =>
    `${model}: published ${published} t, recomputed ${recomputed} t`,
  axisPublished: 'published, t CO2e',
  axisRecomputed: 'recomputed, t CO2e',
  axisCovered: 'runs inside the 90 % range, %',
  scatterFinding: ({ agreeing, weak, footprints }: Counts) =>
    `${agreeing} of ${footprints} published footprints agree with their own inputs, ${weak} of these on weak evidence; ${footprints - agreeing} contradict them`,
  scatterCaption:
    'Each point is a footprint as published and as its own inputs give it, t CO2e, on logarithmic scales; the dashed line is agreement',
  agreement: 'finding',
  where: 'published in',
  plans: {
    inside: 'inside the planned range',
    outside: 'outside',
    finding: (inside: number, count: number) =>
      `${inside} of ${count} published trainings lie in the range that was planned for them`,
    caption: (count: number) =>
      `Chip-hours of ${count} published trainings, planned by their parameters, tokens and chip alone; the lines are planned 90 % ranges, the dashed line is agreement`,
    axisMeasured: 'published, chip-hours',
    axisPlanned: 'planned, chip-hours',
    say: (model: string, measured: string, value: string, low: string, high: string) =>
      `${model}: published ${measured} h, planned ${value} h, between ${low} and ${high}`,
    head: ['model', 'chip', 'published, h', 'planned, h', 'low', 'high'],
  },
  use: {
    text: 'a token of text',
    pictures: 'an image, or a second of video',
    caption: (text: number, pictures: number) =>
      `Energy at the chips of models in use: ${text} metered configurations of text and ${pictures} of images and video (ML.ENERGY) against what is computed by the sizes of model, chips and requests; the dashed line is agreement`,
    finding: (text: string, pictures: string) =>
      `What is computed is off by ${text} for text and by ${pictures} for images and video, in the mean`,
    kind: 'what is made',
    axisMeasured: 'metered, J',
    axisComputed: 'computed, J',
    table: 'Models in use, metered and computed',
    head: ['what is told', 'configurations', 'mean error', 'inside the range', 'widest high / low'],
    rows: {
      text: 'text',
      'batch told': 'requests at a time told',
      'text that reads text alone': 'text from text alone',
      'text that reads pictures': 'text from pictures',
      'batch not told': 'requests at a time not told',
      images: 'images',
      video: 'video',
    } as Readonly<Record<string, string>>,
    note: 'The constants were fitted on these configurations. Leaving each model out in turn, the mean errors and what else was tried stand in docs/validation.md.',
  },
  coverageFinding: (count: number, all: number) =>
    `In ${count} of ${all} kinds of runs, 90 % or more lie inside the predicted range`,
  coverageCaption:
    'Meters: share of the runs inside the predicted 90 % range, told all that is known; in brackets how many runs there are; the line is 90 %',
  metersTable: 'Against wall meters',
  meterHead: [
    'runs of',
    'runs',
    'mean error',
    'best constant',
    'inside the range',
    'widest high / low',
  ],
  classesTable: 'Power by kind of machine, nothing measured but hours',
  classHead: [
    'runs of',
    'told',
    'runs',
    'mean error',
    'rated power × hours',
    'best constant share of it',
    'best rule told the same',
    'fitted without the machine',
    'fitted without the network',
    'inside the range',
    'widest high / low',
  ],
  told: {
    work: 'chips, kind of work',
    'without-nodes': 'chips, kind of work, how requests come, not how many servers',
    scenario: 'chips, kind of work, how requests come',
    processors: 'chips, kind of work, how requests come, processors, memory',
    size: 'chips, kind of work, batch, parameters',
    'size-as-trained': 'chips, kind of work, batch, parameters as trained',
  } as Readonly<Record<string, string>>,
  classesNote:
    'Servers, edge devices and a workstation under inference at the plug; single chips in training, in the chip. The same runs stand once for each thing more that is told. The best constant and the best rule are known in hindsight only; “fitted without” is the error once the usual value is fitted again without the machine, or the network, that is predicted.',
  /** What the rows of the validation are of, part by part. */
  rows: {
    'vision-inference': 'vision in use',
    'llm-inference': 'LLM in use',
    cpu: 'CPU',
    gpu: 'with a GPU',
    'all cores told': 'all cores told',
    'a few cores told': 'a few cores told',
    'load told': 'load told',
    all: 'all',
    'components metered': 'parts metered one by one',
    servers: 'servers',
    training: 'training',
    'inference offline': 'in use, all requests at hand',
    'Cloud AI 100 server': 'server of Cloud AI 100',
    batched: 'in batches',
    'multi-stream': 'a few at a time',
    'single-stream': 'one at a time',
    'GPU server': 'GPU server',
    'chip in training': 'chip in training',
    'llm-fine-tuning': 'LLM fine-tuning',
    other: 'other work',
    'recommender-training': 'recommenders',
    'vision-training': 'vision',
    'chip under a limit': 'chip under a limit',
    'edge device': 'edge device',
    workstation: 'workstation',
  } as Readonly<Record<string, string>>,
  inSample:
    'The mean power of a desktop’s graphics card in vision and in language-model inference was chosen after these rows had been seen: those two rows do not test it.',
  casesTable: ({ all, footprints, again, energies }: Counts) =>
    `All ${all} recomputed figures, with their sources: ${footprints} footprints, ${again} of them by a second method too, and ${energies} energies`,
  caseHead: ['footprint', 'method', 'published', 'recomputed', 'finding'],
};
