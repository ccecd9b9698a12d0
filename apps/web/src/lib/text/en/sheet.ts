import { equivalences } from './equivalences.ts';
import { names } from './names.ts';
import { what } from './what.ts';

/** English words of what stands below the figure. Another language is a file of the same shape. */
export const words = {
  /** What the receipt calls its steps, and how it writes their numbers. */
  names,
  grid: {
    title: 'The grid',
    range: (value: string, low: string, high: string) =>
      `${value} g CO2e/kWh, and with 90 % probability between ${low} and ${high}. What makes it unsure, what matters most first:`,
    causes: {
      sources: 'How far sources agree',
      age: 'Its age',
      scope: 'Brought over from the other scope',
      'coarse-place': 'The place is coarse',
      'short-run': 'The hour of the run is not known',
    } as Readonly<Record<string, string>>,
    beside: 'Also published:',
  },
  beside: {
    title: 'Beside it, never subtracted',
    titleOf: (run: string) => `Beside “${run}” alone, never subtracted`,
    unfold: 'Manufacture, contracts, water and Scopes 2 and 3',
    fold: 'Less of this',
    offset: (name: string, share: string, year: string) =>
      `${name} says that it offsets or matches ${share} of this${year}.`,
    offsetOwn: (share: string) => `You offset ${share} of this.`,
    offsetUnknown: 'What is offset is not known.',
    why: 'A purchase elsewhere does not change what this grid emitted for this run.',
    market: (mass: string) => `Market-based: ${mass}.`,
    marketUnknown: 'Market-based emissions: not known.',
    embodied: (made: string, total: string) => `Making the hardware: ${made}; together ${total}.`,
    embodiedUnknown: 'Making the hardware: not known.',
    scopes: (scope2: string, upstream: string) =>
      `GHG Protocol, for whoever buys the electricity: Scope 2: ${scope2}; Scope 3, category 3 (fuel and plants): ${upstream}. For a customer of a cloud both are Scope 3.`,
    scopesUnknown: 'What of this is Scope 2 and what Scope 3 of the GHG Protocol: not known.',
    waterOnSite: (litres: string) => `Water on site: ${litres} L.`,
    waterOffSite: (litres: string) =>
      `Water at power plants: ${litres} L; what reservoirs of dams evaporate counts as theirs.`,
  },
  groups: {
    title: 'All runs together',
    byPhase: 'by phase',
    byPlace: 'by place',
    byHardware: 'by hardware',
    ownElectricity: 'intensity as given',
  },
  notion: what,
  lessThan: (value: string) => `< ${value}`,
  equivalences: { title: 'As much as', ...equivalences },
  parts: {
    title: 'Where it comes from',
    names: {
      accelerators: 'chips',
      metered: 'metered',
      host: 'host',
      idle: 'idle time',
      overhead: 'losses and fans',
      facility: 'facility (PUE)',
    },
    operational: 'operational',
    embodied: 'making the hardware',
    equation: (energy: string, intensity: string, mass: string) =>
      `${energy} × ${intensity} = ${mass}`,
  },
  surer: {
    title: 'What would make it surer',
    share: (share: string) => `${share} of the doubt`,
    better: 'Measure it better, or give its range',
  },
  measureChips: (meter: string | null) =>
    meter === null
      ? 'Enter the mean power of the chips, measured'
      : `Enter the mean power that ${meter} showed`,
  settle: {
    'settle-power': 'Enter the mean power of the chips, measured',
    'settle-metering': 'Meter the chips longer, or give the range',
    'settle-energy': 'Use a better meter, or give its range',
    'settle-count': 'Say how many chips',
    'settle-service': 'Say the energy, or how many requests at a time',
    'settle-service-of-batch': 'Say the energy, or the tokens a second',
    'settle-pictures': 'Say the energy, or how long the chips work',
    'settle-capacity': 'Say in which share of their time the chips work',
    'settle-plan': 'Say how many tokens a second a chip trains on',
    'settle-hours': 'Say how long it ran',
    'settle-repeats': 'Count the runs',
    'settle-idle': 'Say how long it idled, and at what power',
    'settle-host': 'Name the processor and memory, or meter the host',
    'settle-cpu': 'Say how busy the processors were, or meter the host',
    'settle-nodes': 'Say in how many servers the chips are',
    'settle-memory': 'Say how much memory the host has',
    'settle-at-wall': 'Meter the whole machine at the wall',
    'settle-pue': 'Enter the PUE of the data centre',
    'settle-intensity': 'Enter the intensity of the grid when it ran',
    'settle-contract': 'Ask for the contract behind the figure',
    'settle-life': 'Say how long the hardware is kept',
    'settle-use': 'Say what share of its life the hardware is in use',
    'settle-wue': 'Enter the water use of the data centre',
    'settle-otherwise': 'Find a better figure',
  },
  smaller: {
    title: 'What would make it smaller',
    now: (whole: string, electricity: string, made: string) =>
      `Now ${whole} in all: ${electricity} for electricity, ${made} for making the hardware.`,
    electricityAlone: (electricity: string) =>
      `Now ${electricity} for electricity; making the hardware is not known.`,
    mostIsMaking: (share: string) =>
      `${share} of it is making the hardware, which neither another grid nor less power changes: what does is to share it, keep it longer and keep it busy.`,
    instead: (what: string, there: string, now: string) =>
      `${what}: ${there} instead of ${now} in all`,
    insteadElectricity: (what: string, there: string, now: string) =>
      `${what}: ${there} for electricity instead of ${now}`,
    more: 'How it comes about',
    electricity: (electricity: string) => `Electricity ${electricity}.`,
    tradeOff: (electricity: string, made: string) =>
      `Electricity ${electricity}; making the hardware ${made}.`,
    group: (names: string, range: string) =>
      `These cannot be told apart, by their electricity: ${names}, ${range}.`,
    same: 'the same',
    sameProvider: 'lowest of this provider',
    anywhere: 'lowest of all',
    both: 'lowest of this provider, and of all',
    here: 'You are there already.',
    use: 'Move it there',
    less: (mass: string) => `−${mass}`,
    likely: 'likely',
    unsure: 'perhaps',
    sameGrid: 'same grid',
    range: (low: string, high: string) => ` (between −${low} and −${high})`,
    upTo: (high: string) => ` (up to −${high})`,
    notLess: 'not less than here',
    at: (intensity: string) => `at ${intensity} g/kWh`,
    water: (litres: string, here: string) => `water ${litres} L, here ${here} L`,
    chip: 'lowest chip of the same maker, of those not slower',
    hours: (hours: string) => `in ${hours} h, if the work speeds up as the peak FLOP/s do`,
    plannedHours: (hours: string) => `in ${hours} h, planned anew by what is usual for it`,
    useChip: 'Use it',
  },
  ruler: {
    here: 'this run',
    all: 'all runs',
    one: { 'car-km': '1 km by car', 'seedling-10yr': 'a seedling, 10 years' },
    landmarks: {
      'flight-sf-ny': 'a seat to fly SF–NY and back',
      'household-month': 'a US home’s electricity, 1 month',
      'person-year': 'a person, 1 year (world mean)',
    } as Readonly<Record<string, string>>,
    sources: 'What stands on the scale, and where that comes from',
    caption: 'On a scale from 1 g to 10,000 t:',
    stands: (mass: string, beyond: -1 | 0 | 1) =>
      `${mass} CO2e${beyond === 0 ? '' : `, ${beyond > 0 ? 'beyond its end' : 'below its start'}`}.`,
    said: (mass: string, below: string, above: string) =>
      `${mass} CO2e${below ? `, more than ${below}` : ''}${above ? `, less than ${above}` : ''}`,
  },
  receipt: {
    title: 'Receipt',
    unfold: (lines: number) => `All ${lines} lines`,
    fold: 'The main lines alone',
    kinds: {
      given: 'given by you',
      modeled: 'computed',
      measured: 'measured',
      sourced: 'from a source',
    } as Readonly<Record<string, string>>,
    range: (low: string, high: string) => `between ${low} and ${high}`,
    from: (low: string, high: string) => `${low} to ${high}`,
    judgement: 'our own judgement',
    effect: (low: string, high: string) =>
      `From one end of its range to the other, the result goes from ${low} to ${high} CO2e.`,
    others: 'Also published for this place, and what it would make of the result:',
    instead: 'What could stand here instead, and what each would make of the result:',
    insteadMade:
      'What could stand here instead, and what each would make of the result with manufacture:',
    use: 'Use',
    otherOf: {
      none: 'not counted',
      all: 'all of it, all the time',
      lowest: 'lowest figure in use',
      highest: 'highest figure in use',
    },
    confidence: {
      stated: '',
      derived: 'derived',
      'second-hand': 'as another publication gives it',
      memory: 'not re-read at its source',
    } as Readonly<Record<string, string>>,
    assumed: 'Assumed',
    assumption: (name: string, value: string, range: string, what: string) =>
      `${name}: ${value}${range && `, ${range}`} (${what})`,
    notCounted: 'Not counted',
    warnings: 'Worth knowing',
    sources: 'Sources',
    /** Terms of a source that are words. */
    licences: {
      'proprietary (facts only)': 'all rights reserved, facts alone taken',
      'unknown (facts only)': 'licence unknown, facts alone taken',
      'AGPL-3.0 (facts only)': 'AGPL-3.0, facts alone taken',
      'GPL-3.0 (facts only)': 'GPL-3.0, facts alone taken',
      'US-public-domain': 'public domain (United States)',
    } as Readonly<Record<string, string>>,
  },
  served: {
    label: 'In use',
    between: (low: string, high: string) => `between ${low} and ${high}`,
    units: {
      'output-token': { one: 'token', many: 'tokens' },
      request: { one: 'request', many: 'requests' },
      query: { one: 'query', many: 'queries' },
      image: { one: 'image', many: 'images' },
      'video-second': { one: 'second of video', many: 'seconds of video' },
    },
    all: {
      year: (uses: string) => `A year of ${uses}.`,
      total: (uses: string) => `${uses} in all.`,
    },
    each: (unit: string, energy: string, mass: string, range: string) =>
      `Each ${unit} takes ${energy} and emits ${mass} CO2e${range}, its share of making the hardware included.`,
    rungs: {
      'metered-energy': 'By a meter.',
      'time-told': 'By the hours told.',
      'speed-and-measured-power': 'By tokens a second and measured power.',
      'speed-and-usual-power': 'By tokens a second and the usual power.',
      'energy-by-size':
        'By the size of the model and how many requests it has at a time, a usual number where none is told: that number, a meter or tokens a second make it surer.',
    },
    taken: (all: readonly string[]) => `Not told, so what is usual is taken: ${all.join('; ')}.`,
    takenOf: (name: string, value: string) => `${name} ≈\u00a0${value}`,
    guessed: 'The size of the model is a guess of yours.',
    training: 'Training',
    use: { year: 'A year of use', total: 'All of the use' },
    breakEven: (uses: string, range: string, times: string, period: 'year' | 'total') =>
      `After ${uses}${range}, ${times} times ${period === 'year' ? 'those of a year' : 'those told'}, use has emitted more than training.`,
    share: (unit: string, mass: string) =>
      `Spread over those told, training adds ${mass} to each ${unit}.`,
  },
  linkFaults: {
    broken: 'This link cannot be read: it may have been cut off. What was here is kept.',
    version: 'This link is of another version of the calculator. What was here is kept.',
  },
  savedMany: (most: number) =>
    `Saved. This page opens it again; the command and the API take ${most} runs a project.`,
  fileFaults: {
    large: (name: string, detail: string) =>
      `${name} is larger than ${detail} MB: no run file is. What was here is kept.`,
    unreadable: (name: string, detail: string) =>
      `${name} is neither JSON nor YAML (${detail}). What was here is kept.`,
    other: (name: string, _detail: string) =>
      `${name} holds no run and no project. What was here is kept.`,
    columns: (name: string, detail: string) =>
      `${name} is a table, but no column says what ran (GPU, instance, CPU or energy). Its first line says: ${detail}. What was here is kept.`,
    many: (name: string, detail: string) =>
      `${name} holds ${detail} runs; the page takes 10,000, the command more. What was here is kept.`,
  },
};
