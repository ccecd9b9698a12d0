import { methodNotes } from './method-notes.ts';

/** English words on why a figure can be doubted, and how to say so. Another language is a file of the same shape. */
export const words = {
  methodsBeside: {
    title: 'What other methods say',
    waiting: 'Asking the other methods …',
    embodied: (mass: string) => `, and ${mass} embodied`,
    lacks: 'cannot answer:',
    from: 'From',
    notes: methodNotes,
    to: (method: string) => `to ${method}`,
    method: 'Method',
    says: 'What it says',
    step: 'Step',
    changes: 'What it changes',
    choose: 'Method to start from',
    operational: 'Operational, as above',
    figures:
      'All of them with the figures in use here. For those of the 2019 paper, choose its edition in “More about this run”.',
    steps: {
      'differs-rounding-removed': 'Its rounding undone',
      'differs-power': 'Power of the chips',
      'differs-host': 'Host',
      'differs-idle': 'Idle time',
      'differs-overhead': 'Supply losses and fans',
      'differs-pue': 'PUE',
      'differs-intensity': 'Carbon intensity',
      'differs-embodied': 'Embodied',
      'differs-rounding': 'Rounding',
    },
  },
  impact: {
    title: 'Coming from ML CO2 Impact?',
    about:
      'Why the calculator of 2019 says another number for this run. Each line is one thing that is counted otherwise.',
    site: 'ML CO2 Impact, 2019',
    siteOf: (watts: string, grams: string) => `${watts} W, ${grams} g/kWh`,
    power: (then: string, now: string) => `Rated power of the chip: ${now} W, ${then} W there`,
    place: (then: string, now: string) => `Carbon intensity: ${now} g/kWh, ${then} g/kWh there`,
    noPlace: 'Its tables do not have this place; today’s figure stands for it.',
    operational: 'This calculator, electricity',
    whole: 'This calculator, with making the hardware',
    step: 'Step',
    changes: 'What it changes',
    none: 'The calculator of 2019 could not be told this run: it asks for one kind of chip, its hours and a place.',
    arithmetic:
      'What the site of 2019 says below is its arithmetic and its rounding, on the chips and hours that are worked out here.',
    corrections: 'What its tables had wrong, and how we know',
  },
  wrong: {
    title: 'What is wrong, and what would be right (with its source)?',
    figure: 'Figure',
    source: 'Source',
    run: 'Run',
    made: 'Made with',
    attach: '(save the run as a file, and attach it here)',
    copied:
      'A report on this figure is copied: paste it into a message to whoever runs this calculator.',
    notCopied: 'This browser does not let a page copy; here is the report:',
    issue: (figure: string) => `Wrong? ${figure}`,
  },
};
