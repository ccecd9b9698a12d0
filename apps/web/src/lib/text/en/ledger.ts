import type { Measure, Trouble } from '../../ledger/answers.ts';
import type { Key } from '../../ledger/view.ts';

/** English words of a ledger's page. Another language is a file of the same shape. */
export const words = {
  title: 'Ledger: every job of a lab',
  /** Where no ledger is open. */
  closed: {
    about: [
      'Whoever runs a cluster has a log of every job: Slurm’s accounting, files of trackers, bills of clouds. A ledger reads these logs, works out what each job emitted, with its range, and adds them up by user, project or machine.',
      'It is made and kept on your own machine, in one file, by the command. Nothing of it is sent anywhere: this page shows a ledger only where the command serves it, to you alone.',
    ],
    how: 'Open your own',
    steps:
      'The package is on no registry yet: README.md in the code says how its file is made. What each line does, which logs are read and what a mapping says: docs/ledger.md.',
    sampleTitle: 'A sample',
    sample:
      '10,000 jobs of a lab that does not exist, a year of it, all on the grid of France. With a ledger of your own you go from here into each user, project and machine, down to the receipt of one job.',
  },
  troubles: {
    closed:
      'This address is of a ledger that has been closed. Run the command again: it prints a new one.',
    gone: 'The ledger does not answer any more. Is the command still running?',
    refused: 'The ledger cannot answer this:',
  } satisfies Record<Trouble, string>,
  again: 'Try again',
  all: 'All jobs',
  waiting: 'Asking the ledger …',
  nothingAt: (when: string) => `${when}: nothing was started`,
  nothing: 'No job fits all of this.',
  notTold: 'not told',
  measure: 'Show',
  measures: { kgCo2e: 'CO2e', energyKwh: 'Energy' } satisfies Record<Measure, string>,
  units: { kgCo2e: 'kg CO2e', energyKwh: 'kWh' } satisfies Record<Measure, string>,
  lowEnd: 'low end',
  highEnd: 'high end',
  keys: {
    user: 'User',
    project: 'Project',
    accelerator: 'Accelerator',
    state: 'How it ended',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
    day: 'Day',
    weekday: 'Day of the week',
    hour: 'Hour of the start',
    partition: 'Partition',
    cluster: 'Cluster',
    place: 'Place',
    zone: 'Grid',
    source: 'Log',
    phase: 'Phase',
    load: 'Work of the chips',
    rung: 'Power by',
  } satisfies Record<Key, string>,
  states: {
    completed: 'completed',
    failed: 'failed',
    'out-of-memory': 'out of memory',
    'node-failed': 'node failed',
    timeout: 'out of time',
    cancelled: 'cancelled',
    preempted: 'preempted',
    requeued: 'requeued',
    running: 'running',
    suspended: 'suspended',
  } as Readonly<Record<string, string>>,
  loads: { 'at rest': 'nothing to do', low: 'little to do', usual: 'as usual' } as Readonly<
    Record<string, string>
  >,
  rungs: {
    'metered-energy': 'energy read from a meter',
    measured: 'measured power of the chips',
    utilisation: 'a told share of rated power',
    typical: 'the usual power of such chips',
    tdp: 'the rated power of the chips',
    'energy-per-use': 'the usual energy of an answer',
    none: 'the usual power of such machines',
  } as Readonly<Record<string, string>>,
  filters: {
    said: (key: string, value: string) => `${key}: ${value}.`,
    label: 'Which jobs',
    remove: (key: string, value: string) => `${key} ${value}: show all again`,
    removeAll: 'Show all jobs',
  },
  total: {
    label: 'What they emitted',
    between: (low: string, high: string) => `between ${low} and ${high}`,
    from: (energy: string) => `from ${energy} of electricity`,
    at: (intensity: string) => `${intensity} g CO2e/kWh on average`,
    jobs: (jobs: string, hours: string) => `${jobs} jobs, ${hours} chip-hours`,
    made: (made: string, all: string) => `making the hardware: ${made} CO2e more, ${all} in all`,
    days: (from: string, to: string) => `started between ${from} and ${to}`,
    and: '; ',
    edition: (edition: string) => `by the data of edition ${edition}`,
    unpriced: (jobs: string) =>
      `${jobs} jobs have no price and are in no sum; ml-emissions ledger price says why.`,
    rejected: (rows: string) =>
      `${rows} rows of the logs are no job; ml-emissions ledger rejects says why.`,
    said: (mass: string, jobs: string) => `${mass} CO2e, ${jobs} jobs`,
  },
  measured: {
    title: 'What the energy rests on',
    all: (share: string) =>
      `${share} of the energy was measured: read from a meter, or from the power of the chips.`,
    rest: 'The rest is what such machines usually draw, so that its range is wide. A meter makes it narrow.',
    share: (share: string, energy: string) => `${share}, ${energy}`,
  },
  groups: {
    title: 'Who, what, where',
    by: 'By',
    and: 'and by',
    none: 'nothing else',
    finding: (name: string, share: string) => `${name}: ${share} of these emissions`,
    findingEnergy: (name: string, share: string) => `${name}: ${share} of this energy`,
    one: (name: string) => `All of it is of ${name}`,
    about:
      'Operational emissions or energy of each group, with the 90 % range: the bar is the middle figure, the line its range. Ranges of groups do not add up to that of all, as what jobs share does not average out.',
    more: (jobs: string, hours: string, share: string) =>
      `${jobs} jobs, ${hours} chip-hours, ${share} measured`,
    rest: (count: string) => `Show all ${count} groups`,
    fewer: 'Show fewer',
    go: (name: string) => `${name}: show its jobs alone`,
    columns: { jobs: 'jobs', hours: 'chip-hours', measured: 'measured, of the energy' },
  },
  calendar: {
    title: 'Day by day',
    finding: (day: string, mass: string) => `Most was started on ${day}: ${mass}`,
    about:
      'All that was started on a day, UTC, in four steps with as many days each. A job counts to the day of its start, however long it ran. Middle figures.',
    keys: 'Days: arrow keys go from day to day and from week to week, Enter shows the jobs of one',
    untimed: (jobs: string) => `${jobs} jobs tell no time and are left out here.`,
  },
  hours: {
    title: 'When jobs start',
    finding: (when: string, mass: string) => `Most is started on ${when}: ${mass} in all`,
    about:
      'All that was started in an hour of the week, UTC, in four steps with as many hours each. Middle figures.',
    keys: 'Hours of the week: arrow keys go from one to the next, Enter shows the jobs of one',
    at: (day: string, hour: string) => `${day}, ${hour}:00`,
  },
  waste: {
    title: 'Lost work',
    finding: (share: string, mass: string) => `${share} went to jobs whose work was lost: ${mass}`,
    none: 'No job here was lost.',
    about:
      'Jobs that failed, were stopped or ran out of time or memory: the larger the area, the more. What was saved before they ended is not known here. Middle figures.',
    by: 'Told apart by',
    keys: 'Lost work: arrow keys go from one area to the next, Enter shows its jobs',
    says: (state: string, who: string, mass: string, jobs: string) =>
      `${who}, ${state}: ${mass}, ${jobs} jobs`,
  },
  legend: {
    upTo: (end: string) => `to ${end}`,
    more: 'more',
    any: 'some',
    none: 'none',
  },
  cell: (what: string, mass: string, jobs: string) => `${what}: ${mass}, ${jobs} jobs`,
  jobs: {
    title: 'The largest jobs',
    about: (count: string) => `The ${count} that emitted most.`,
    columns: {
      job: 'job',
      user: 'user',
      project: 'project',
      state: 'how it ended',
      start: 'start, UTC',
      hardware: 'hardware',
      hours: 'hours',
      value: 'CO2e',
    },
    open: (job: string) => `Receipt of job ${job}`,
  },
  job: {
    title: (job: string) => `Job ${job}`,
    back: 'Back to the jobs',
    about: (edition: string) =>
      `What the ledger says of it is what the calculator says of the run that it was, by the data of edition ${edition}.`,
    receipt: 'Receipt',
    sources: 'Sources:',
    open: 'Open this run in the calculator',
    run: 'The run, as a file',
    runAbout: 'Saved as run.json, ml-emissions estimate run.json --receipt prints the same.',
  },
  files: {
    label: 'Download',
    csv: 'CSV',
    json: 'JSON',
    ndjson: 'NDJSON',
    of: (what: string, format: string) => `${what} as ${format}`,
  },
  privacy:
    'The figures come from the command that serves this page, on this machine. Nothing is sent anywhere.',
  meaning: {
    title: 'What the words mean',
    list: [
      [
        'Group',
        'jobs that have something in common: a user, a project, a kind of chip. One press shows its jobs alone; the back button leads out again.',
      ],
      [
        'Range',
        'the true figure lies within it nine times out of ten. It is wide where the power of chips was not measured. What differs from job to job averages out in a sum; what all share, such as the grid, does not.',
      ],
      [
        'Measured',
        'the share of the energy that rests on a meter or on the measured power of chips; the rest is what such chips usually draw.',
      ],
      [
        'Middle figure',
        'the figure within the range that is as likely too high as too low. Pictures of many cells show it alone.',
      ],
    ] as readonly (readonly [string, string])[],
  },
};
