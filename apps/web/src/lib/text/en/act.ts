import { run } from './run.ts';

/** What is not known of a run, by the start of its name in the receipt, and what would settle it. */
const UNKNOWNS: readonly (readonly [start: string, name: string, how: string])[] = [
  ['utilisation', 'the mean power of the chips', 'Measure it while the run goes on.'],
  ['tdp', 'the rated power of the chips', 'Measure their mean power instead.'],
  ['power', 'the power of the chips', 'Meter it for longer, or with a better meter.'],
  ['energy', 'the metered energy', 'Use a better meter.'],
  ['count', 'the number of chips', 'Count them.'],
  ['hours', 'the hours', 'Note how long it ran.'],
  ['repeats', 'how often it was run', 'Count the runs.'],
  ['idle', 'the idle time', 'Note how long it idled, and at what power.'],
  ['host', 'the power of the host', 'Meter it, or name its processor and memory.'],
  ['cpu', 'the power of the processors', 'Meter the host, or note how busy they were.'],
  ['memory', 'the memory of the host', 'Note how much there is.'],
  ['base', 'the rest of the machine', 'Meter the whole machine at the wall.'],
  ['overhead', 'losses and fans', 'Meter the whole machine at the wall.'],
  ['servers', 'how many servers the cards stand in', 'Say how many there are.'],
  ['cards', 'the number of cards', 'Count them.'],
  ['unmetered', 'what the meter did not see', 'Meter the whole machine at the wall.'],
  ['per-watt', 'what the meter did not see', 'Meter the whole machine at the wall.'],
  ['planned', 'how long it will run', 'Try a few minutes, and say the tokens a second.'],
  ['service', 'the energy of an answer', 'Meter it, or say the tokens a second.'],
  ['batch', 'how many requests there are at a time', 'Note it.'],
  ['pue', 'the PUE', 'Ask the data centre for it.'],
  [
    'carbon-intensity',
    'the carbon intensity of the grid',
    'Use the figure for the hours of the run.',
  ],
];

/** English words of the Act page. Another language is a file of the same shape. */
export const words = {
  title: 'Act',
  lead: 'What the 2019 paper recommends, with a little that has been learned since, and what each step would do to the run on the Calculate page: to its electricity, and to its share of the making of the hardware.',
  sources: 'Sources:',
  loading: 'Fetching the figures …',
  none: 'There is no figure: the run on the Calculate page needs a look.',
  run,
  several: (count: string, name: string) =>
    `The project has ${count} runs; this page is about one of them: ${name}.`,
  nth: (index: number) => `Run ${index}`,
  now: {
    is: (mass: string) => `Now ${mass} CO2e`,
    undo: 'Undo the last change',
  },
  effect: {
    group: (names: string, range: string) => `${names}: electricity ${range}, not told apart`,
    asItIs: 'as it is',
    mass: (mass: string) => `${mass} CO2e`,
    less: (share: string, mass: string) => `${share} less, a saving of ${mass} CO2e`,
    range: (low: string, high: string) => ` (90 % range of the saving: ${low} to ${high})`,
    likely: 'Likely lower: the whole range of its electricity lies below what it is now.',
    unsure:
      'Lower by the middle figure, but the range of its electricity does not rule out the opposite.',
    electricity: 'electricity',
    making: 'making the hardware',
    electricityAlone:
      'The electricity alone: the method of this run does not know what making the hardware emits.',
    tradeOff: (saved: string, range: string, made: string, isMore: boolean) =>
      `Its electricity saves ${saved}${range}, making the hardware ${isMore ? 'adds' : 'saves'} ${made}.`,
    noRange: 'The method of this run gives no range, so how sure this is cannot be said.',
    water: (there: string, here: string) =>
      `Water: ${there} L there, ${here} L here; what reservoirs of dams evaporate counts as the power plants’.`,
  },
  example: 'Numbers in the fields are examples: put your own.',
  individuals: 'For you',
  organisations: 'For an organisation',
  use: 'Use this in the run',
  home: 'At home',
  not: 'What is not on this list',
  actions: {
    quantify: {
      title: 'Quantify',
      text: [
        'Know what your work emits before you decide what to change. A run can be estimated while it is planned, and measured while it goes on.',
        'Measure first what the figure depends on most.',
      ],
      largest: (name: string, share: string) =>
        `One figure would settle most of its electricity, ${name}: ${share} of what is unsure.`,
      known: (name: string) => `with ${name} known`,
      settled: (low: string, high: string, newLow: string, newHigh: string) =>
        `With it known, the range of ${low} to ${high} would narrow to about ${newLow} to ${newHigh}, if the middle stays.`,
      nothing: 'Nothing in this figure is uncertain to the method that the run uses.',
      noRange: 'The method of this run gives no range, so it cannot say what is uncertain.',
      link: 'Enter a measurement',
    },
    provider: {
      title: 'Choose the provider',
      text: [
        'Providers differ in PUE, in what they publish and in what they buy. Certificates and offsets are claims to read beside the figure; they do not change what the grid emits.',
        'On one grid, what is left between two providers is their PUE. What matters more is which regions a provider has.',
      ],
      own: 'This run names no provider’s region, so there is no other provider to compare on its grid.',
      noGrid: 'In this edition of the data it is not known which grid the region is on.',
      none: 'No other provider on our list has an open region on this grid.',
      already: (place: string, mass: string) =>
        `The lowest of other providers on this grid, ${place}, comes to ${mass} CO2e. That is not lower.`,
      label: 'Another provider on the same grid',
    },
    region: {
      title: 'Choose the region',
      text: [
        'The grid at the data centre decides most. Elsewhere the same work may emit a small part of it, whatever the provider buys.',
        'Law, privacy, price and where the data lies may keep a run where it is. And where many runs move to one grid, it has to generate more, so all together save less than one alone. Figures here are of average, not of added, generation.',
      ],
      provider: 'Lowest region of the same provider',
      country: 'Lowest region in the same country',
      anywhere: 'Lowest region of all on our list',
      already: (what: string) => `${what}: the run is there already.`,
      notLower: (what: string, place: string, mass: string) =>
        `${what}: ${place}, at ${mass} CO2e. That is not lower.`,
      use: 'Use this region',
      useNamed: (place: string) => `Use this region: ${place}`,
    },
    waste: {
      title: 'Waste less',
      text: [
        'Test on a small scale before a long run, save checkpoints, and read what others have tried. Runs that fail, or whose answer is known, emit as much as others.',
        'Where a published model fits, fine-tune it instead of training from scratch. Do not hold chips idle.',
      ],
      others: (low: string, high: string) =>
        `Others who counted found that everything together, with trials and failures, came to ${low} to ${high} times the final training.`,
      share: 'Share that led to nothing',
      percent: '%',
      wasted: (mass: string) => `That share of this run emits ${mass} CO2e.`,
      without: 'without that share',
      hours: 'Hours of a fine-tuning on the same machine',
      unit: 'hours',
      instead: 'Fine-tuning instead of this run',
      fineTuned: 'fine-tuning',
      useHours: 'Replace the run in hand by this fine-tuning',
      noHours:
        'This run gives energy, not hours alone, so a shorter one cannot be computed from it.',
      idle: (energy: string, share: string) =>
        `Idle time takes ${energy} of this run, ${share} of its energy.`,
      wrongShare: 'Give a percentage above 0 and below 100.',
      wrongHours: 'Give hours above 0.',
    },
    hardware: {
      title: 'Choose efficient hardware',
      text: [
        'Chips differ in how much they compute for a kilowatt-hour. The paper puts processors at about a tenth of the efficiency of GPUs, and a TPU v3 at four to eight times that of GPUs.',
        'The comparison takes as many chips of the other kind, and scales the hours by peak speed; those of a planned training and of a model in use it works out anew. That is crude, since memory, network and software decide too, and the range says so.',
      ],
      rule: 'Shown: the lowest, making it counted in, that is not slower, has no less memory and takes no more electricity, of all makers and of the same maker.',
      any: 'Lowest of all makers',
      same: 'Lowest of the same maker',
      hours: (name: string, hours: string) => `${name}, about ${hours} hours`,
      already:
        'No chip on our list that is not slower and has no less memory comes out lower, making it counted in.',
      none: 'Other chips cannot be computed for this run: it has no chips of one kind, gives no hours, or their peak speed is not known.',
      use: 'Use these chips',
      useNamed: (name: string) => `Use these chips: ${name}`,
    },
    search: {
      title: 'Search with fewer trials',
      text: [
        'A grid search tries every combination. Random search, Hyperband, BOHB and ASHA look for the same with fewer or shorter trials.',
        'Every trial counts. Here each one is a run like the run in hand, so emissions rise in step with their number.',
        'Successive halving starts as many trials as the grid and lets one in three go on each time, for three times as long.',
      ],
      caption: 'The run in hand, once for every trial',
      grid: 'Trials of a grid search',
      fewer: 'Trials of another search',
      gridBar: (count: string) => `grid search, ${count} trials`,
      fewerBar: (count: string) => `other search, ${count} trials`,
      halvingBar: (count: string, runs: string) =>
        `successive halving, ${count} trials, as much as ${runs} whole ones`,
      more: (mass: string) => `${mass} more`,
      same: 'the same',
      use: 'Count the trials of the other search in this run',
      wrong: 'Give a number of trials above 0.',
    },
    serve: {
      title: 'Serve with less',
      text: [
        'What one answer takes depends on how many requests are answered at a time, on the number format, on the size of the model and on how long the answers are.',
        'A smaller model may be distilled from a larger one. Whether it answers as well is for you to measure; here is what it would emit.',
      ],
      caption: 'The run in hand, and with one thing done otherwise',
      levers: {
        batch: 'four times as many requests at a time',
        precision: 'in 8 bits',
        smaller: 'half of the parameters',
        shorter: 'answers half as long',
      },
      more: (mass: string) => `${mass} more`,
      cost: 'More requests at a time make each wait longer. Levers do not add up: try them one after the other.',
      none: 'The energy of this run is metered, or follows from its speed: try other settings and measure again.',
      use: (lever: string) => `Use: ${lever}`,
    },
    transparency: {
      title: 'Publish what you know',
      text: [
        'State hardware, hours, place, energy, carbon intensity with its year, and the range, so that others can check the figure and compare.',
      ],
      formats: (count: string) =>
        `The Publish page writes this run in ${count} formats, for papers, model cards, checklists and machines.`,
      link: 'Publish this run',
    },
    cluster: {
      title: 'On a cluster of your own',
      text: [
        'Ask those who run it to meter the machines and to publish PUE and the contract for electricity. What they change changes every run there.',
      ],
      pue: 'PUE to reach',
      label: (pue: string) => `with a PUE of ${pue}`,
      already: 'The run is at that PUE or below it already.',
      notCounted: 'The method of this run does not count PUE.',
      provider: (name: string) => `This run is with ${name}: its PUE is theirs to change.`,
      use: 'Use this PUE',
      wrong: 'Give a number from 1 up.',
    },
    defaults: {
      title: 'Make a low-carbon region the default',
      text: [
        'Choose once for all: where law and data allow, fill in a region on a grid of low carbon intensity, and let people take another where they need to.',
      ],
      caption: 'The runs of this project',
      now: (count: string) =>
        count === '1' ? 'the run as it is' : `all ${count} runs as they are`,
      moved: 'each in the lowest region of its provider',
      none: 'No run of this project names a provider’s region.',
      already: 'Every run is in the lowest region of its provider already.',
    },
    account: {
      title: 'Account for the whole',
      text: [
        'Count every run, failed ones too; the whole machine, not the chips alone; and the making of the hardware. Report location-based and market-based figures beside each other.',
        'Electricity contracts, certificates and offsets belong in the account as what they are. The location-based figure stays as it is.',
      ],
      caption: 'The run in hand, by what is counted',
      chips: 'chips at rated power, as in the paper',
      machine: 'the whole machine and the facility',
      made: 'with the making of the hardware',
    },
    keep: {
      title: 'Keep hardware longer, and share it',
      text: [
        'What was emitted to make a machine is spread over the hours that it works. Two years longer, or a queue that fills its idle hours, and each run carries less of it.',
        'A newer machine may do the same work with less electricity: on a grid of high carbon intensity that can outweigh making it. Compare both before you buy.',
      ],
      caption: 'The run in hand with the making of its hardware',
      name: 'with hardware kept two years longer',
      unknown: 'The method of this run does not know what making the hardware emits.',
    },
    electricity: {
      title: 'Buy electricity so that more of it is made',
      text: [
        'A contract with a plant on the same grid that is built because of it adds generation. Matching by the hour asks for it when the machines run. Certificates alone, from plants that are there, mostly add none.',
        'Ask for it in tenders for clouds and hosting too: figures by region, by hour, location-based and market-based.',
      ],
      says: (location: string) =>
        `With a contract at 0 g CO2e/kWh the market-based figure of this run would be 0. The location-based one stays at ${location}, until what is built changes the grid.`,
      unknown: 'The method of this run gives no market-based figure.',
    },
    off: {
      title: 'Switch it off',
      text: [
        'A computer that waits draws power too. After the last epoch, let it go to sleep by itself; on a rented one, release it.',
      ],
      night: (more: string, share: string) =>
        `A night of 12 hours left on after this run adds ${more} CO2e, ${share} of it.`,
      unknown: 'What this machine draws while it waits is not known to the method of this run.',
    },
    supply: {
      title: 'Measure at the plug, and choose your hours',
      text: [
        'A meter at the socket costs little and settles what the tables guess. Put its kilowatt-hours into the calculator.',
        'With a roof of your own, let long runs go while the sun shines on it; without, in hours when your grid emits less. A supplier that has new plants built changes more than one that buys certificates; your location-based figure stays that of the grid.',
        'Before training at home at all: a smaller model, a fine-tuning, or somebody else’s model that does as well.',
      ],
      link: 'Enter what the meter showed',
    },
    offsets: {
      title: 'Why buying offsets is not a lever here',
      text: [
        'A lever on this page makes the run emit less. An offset leaves it as it is and pays for something elsewhere, so it would move no figure that we show.',
        'And what is paid for is often not there: of the credits that scientists examined, most stood for no real reduction (Probst and others, 2024; how few did is drawn under Learn). The 2019 paper says of neutrality by offsets that the grid at the place still decides what a run emits.',
        'Who wants to give money for the climate may well do so. It is a gift, to be told beside the figure, not taken from it.',
      ],
      link: 'The kinds of offsets, and what each does',
    },
    report: {
      title: 'Report, and let others check',
      text: [
        'Say which part was measured and which was taken from tables, and of what year. A figure without its inputs cannot be checked or corrected.',
      ],
      link: 'See the forms for reports',
    },
  },
  /** What is not known, in words, and what would settle it. */
  unknown: (factor: string): { name: string; how: string } => {
    const [, name, how] = UNKNOWNS.find(([start]) => factor.startsWith(start)) ?? [
      '',
      factor,
      'Find a better figure.',
    ];
    return { name, how };
  },
};
