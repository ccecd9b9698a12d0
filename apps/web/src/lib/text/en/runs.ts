const whole = new Intl.NumberFormat('en').format;

/** English words of several runs at once. Another language is a file of the same shape. */
export const words = {
  working: (done: string, all: string) => `${done} of ${all} runs are worked out …`,
  paste: {
    about:
      'Paste rows from a spreadsheet, with a first line that names the columns. Files of CodeCarbon (emissions.csv), of Slurm (sacct -P, sacct --json) and of Weights & Biases (the run table as CSV, runs or system metrics as JSON) are read too; the command reads many more.',
    example: 'name\tGPU\tcount\thours\tcountry',
    label: 'Rows with their first line',
    columns:
      'Columns: name, GPU, count, hours or seconds or GPU-hours, energy (kWh), power (W), instance, CPU, country, provider and region, PUE, year, phase, and more, in any order.',
    take: 'Take the runs',
    taken: (count: number) =>
      count === 1 ? '1 run taken over.' : `${whole(count)} runs taken over.`,
    unread: (names: string) => `Columns not read: ${names}.`,
    row: (row: number, column: string) => (column === '' ? `${row}` : `${row} (${column})`),
    andMore: (count: number) => `and ${whole(count)} more`,
    rejected: (count: number, rows: string) =>
      count === 1 ? `One row is no run: ${rows}.` : `${whole(count)} rows are no runs: ${rows}.`,
    leftOut: (count: number) =>
      count === 1
        ? 'One run never ran, and is left out.'
        : `${whole(count)} runs never ran, and are left out.`,
    untold: (count: number) =>
      `${whole(count)} runs do not say all that is needed: it is asked once, above the table of runs.`,
    faults: {
      broken: (detail: string) => `This is no table that can be read (${detail}).`,
      'no-rows': () =>
        'There are no rows: the first line names the columns, and each further one is a run.',
      'no-runs': (count: string) =>
        `None of the ${whole(Number(count))} rows is a run: they cannot be read, or never ran.`,
      'no-columns': (heads: string) =>
        `No column says what ran (GPU, instance, CPU or energy). The first line says: ${heads}.`,
      many: (count: string) =>
        count === ''
          ? 'This is too much text for the page; the command takes any number of runs.'
          : `With ${whole(Number(count))} runs there are more than 10,000; the command takes any number.`,
    },
  },
  asks: {
    title: 'Asked once, for all of them',
    about:
      'What several runs do not say. Each of them can be changed afterwards; until it is told, they are in no total.',
    of: {
      zone: (runs: number, text: string) =>
        text === '' ? `Where ${whole(runs)} runs ran` : `Where “${text}” of ${whole(runs)} runs is`,
      accelerator: (runs: number, text: string) =>
        text === ''
          ? `Hardware of ${whole(runs)} runs`
          : `What “${text}” of ${whole(runs)} runs is`,
      count: (runs: number, text: string) =>
        text === ''
          ? `How many chips each of ${whole(runs)} runs had`
          : `How many chips “${text}” of ${whole(runs)} runs are`,
    },
    hints: { zone: 'France', accelerator: 'A100 SXM4 80GB', count: '8' },
    unknown: (text: string) => `“${text}” is not known here.`,
    perhaps: 'Perhaps:',
    take: 'Fill in',
    filled: (runs: number) => `Filled in at ${whole(runs)} runs.`,
  },
  overTime: {
    finding: (when: string, mass: string, share: string) =>
      `${when} stands for the most: ${mass} CO2e, ${share} of the total`,
    findingOfDated: (when: string, mass: string, share: string) =>
      `Of the runs with a date, those of ${when} stand for the most: ${mass} CO2e, ${share} of the total`,
    about: {
      month:
        'CO2e of the electricity of the runs that began in each month; the lines are 90\u00a0% ranges',
      year: 'CO2e of the electricity of the runs that began in each year; the lines are 90\u00a0% ranges',
    },
    units: { month: 'Month', year: 'Year' },
    runs: 'Runs',
    low: 'kg CO2e, low end',
    high: 'kg CO2e, high end',
    soFar: 'kg CO2e so far',
    undated: 'no date',
    says: (when: string, runs: number, mass: string, low: string, high: string) =>
      `${when}: ${mass}, between ${low} and ${high}\n${runs === 1 ? '1 run' : `${whole(runs)} runs`}`,
    untold: (runs: number, mass: string) =>
      `${runs === 1 ? 'One run tells' : `${whole(runs)} runs tell`} no date: ${mass}, the last bar. “Started on” stands under “More about this run”.`,
    uncounted: (runs: number) =>
      runs === 1
        ? 'One run is in no bar, as it does not count yet.'
        : `${whole(runs)} runs are in no bar, as they do not count yet.`,
  },
  table: {
    title: (count: number) => `${whole(count)} runs as a table`,
    name: 'Run',
    phase: 'Phase',
    hardware: 'Hardware',
    place: 'Place',
    hours: 'Hours',
    energyKwh: 'kWh',
    kgCo2e: 'CO2e',
    made: 'Manufacture',
    filter: 'Only runs with',
    group: 'Together by',
    groups: {
      none: 'each run',
      phase: 'phase',
      hardware: 'hardware',
      place: 'place',
      month: 'month',
    },
    notTold: 'not told',
    none: 'No run has that.',
    all: (count: number) => (count === 1 ? '1 run' : `${whole(count)} runs`),
    edit: (name: string) => `Go to ${name}`,
    wrong: 'needs a look',
    uncounted: 'not counted yet',
    more: (count: number) => `Show more (${whole(count)} left)`,
    rangeNote:
      'Under each figure stands its 90 % range. What runs share, such as a grid, does not average out: the range of all together is not the sum of theirs.',
  },
};
