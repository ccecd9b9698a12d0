import { equivalences } from './equivalences.ts';
import { run } from './run.ts';

/** English words of the Learn page. Another language is a file of the same shape. */
export const words = {
  title: 'Learn',
  lead: 'The notions behind the figure, each drawn with our data or with the run that is on the Calculate page.',
  contents: 'On this page',
  sources: 'Sources:',
  loading: 'Fetching the figures …',
  failed: 'The figures could not be fetched. Reload the page to try again.',
  none: 'There is no figure: the run on the Calculate page needs a look.',
  /** Beside pictures of countries. */
  oneSource:
    'These figures are of one source, of whole countries and as generated, so that they compare. For a run the calculator takes the figure that fits it best, which may be another: of its own grid, of its own year, and as consumed where that is known.',
  unknown: 'not known',
  /** Of a range. */
  ends: ['low', 'middle', 'high'],
  run,
  sections: {
    co2e: {
      title: 'CO2 and CO2e',
      text: [
        'Making electricity releases carbon dioxide, and also methane and nitrous oxide. A kilogram of each warms the climate by a different amount.',
        'CO2 equivalent, CO2e, puts them on one scale: the mass of CO2 that would warm as much, by convention over 100 years. The ratio of a gas to CO2 is its global warming potential.',
        'Counting CO2 alone can miss most of what happens. A dam burns nothing, but plants that rot in its reservoir give off methane, and a few reservoirs give off a great deal of it.',
      ],
      caption: 'Hydropower over its life, g CO2e/kWh, on a logarithmic scale',
      finding: (low: string, middle: string, high: string) =>
        `Hydropower goes from ${low} to ${high} g CO2e/kWh; the median is ${middle}`,
      says: 'The highest comes from methane.',
      source: 'Source of electricity',
      asMuch: (mass: string) => `The ${mass} CO2e of the run in hand are as much as`,
      equivalences,
    },
    space: {
      title: 'Carbon intensity, from place to place',
      text: [
        'Carbon intensity is what a grid emits for one kilowatt-hour of electricity. The 2019 paper calls it carbon efficiency.',
        'It depends on what the power plants of that grid run on. That is why the place of a run can matter more than anything else about it.',
        'A figure for a country is a mean. Within a large country, grids can differ as much as countries do: in the paper’s table, North America alone goes from 20 g/kWh in Quebec to 737 in Iowa.',
      ],
      caption: (count: string, year: string) =>
        `One line for each of ${count} countries and territories: carbon intensity of electricity in ${year}, g CO2e/kWh, lifecycle, as generated`,
      finding: (low: string, cleanest: string, high: string, dirtiest: string) =>
        `From ${low} g CO2e/kWh in ${cleanest} to ${high} in ${dirtiest}`,
      says: (place: string, g: string) => `${place}: ${g} g CO2e/kWh`,
      country: 'Country',
      axis: 'g CO2e/kWh',
      place: 'Part of the world',
      continents: {
        AFRICA: 'Africa',
        ASIA: 'Asia',
        EUROPE: 'Europe',
        'NORTH-AMERICA': 'North America',
        OCEANIA: 'Oceania',
        'SOUTH-AMERICA': 'South America',
      } as Readonly<Record<string, string>>,
    },
    time: {
      title: 'Carbon intensity, from year to year and hour to hour',
      text: [
        'Grids change. Plants close, others open, and a dry or windless year shows. An old figure may be far off, so every figure of ours carries its year.',
        'They change within a day as well, with the sun, the wind and demand. Work that can wait can run in hours when the grid emits less, where such hours exist.',
      ],
      caption: (from: string, to: string) =>
        `Carbon intensity of electricity from ${from} to ${to}, g CO2e/kWh, lifecycle, as generated`,
      finding: (
        country: string,
        share: string,
        before: string,
        from: number,
        after: string,
        to: number,
      ) =>
        `The largest fall, as a share, of those shown: ${country}, by ${share}, from ${before} in ${from} to ${after} in ${to}`,
      noFall: 'None of those shown went down',
      year: 'Year',
      add: 'Add a country',
      remove: (country: string) => `Take away: ${country}`,
      axis: 'g CO2e/kWh',
      place: 'Country',
      hours: (year: string) =>
        `Hours against the mean of the year, ${year}: where nine hours in ten lie, as our model takes them`,
      times: (low: string, high: string) => `${low} to ${high} times the mean`,
      hoursFinding: (grid: string, times: string) =>
        `Of these grids, the hours of ${grid} differ the most: ${times}`,
      grid: 'Grid',
      lowTimes: 'low, times the mean',
      highTimes: 'high, times the mean',
    },
    mix: {
      title: 'Renewable, and not',
      text: [
        'Wind, sun and water renew themselves; coal, oil and gas do not. Nuclear power is not renewable either, but its carbon intensity is low. So a share of renewables does not give the carbon intensity.',
        'No source is at zero. Building a plant, and making and transporting its fuel, emit too.',
      ],
      choose: 'Grid',
      caption: (zone: string, year: string) =>
        `What electricity was generated from: ${zone}, ${year}`,
      fuels: {
        coal: 'coal',
        oil: 'oil',
        gas: 'gas',
        nuclear: 'nuclear',
        hydro: 'hydro',
        wind: 'wind',
        solar: 'solar',
        other: 'other: biomass, geothermal, waste',
        untold: 'not told',
      },
      says: (fossil: string, renewable: string) =>
        `Coal, oil and gas together: ${fossil}. Hydro, wind and sun together: ${renewable}.`,
      intensity: (value: string) =>
        `Carbon intensity of that year: ${value} g CO2e/kWh, lifecycle.`,
      finding: (zone: string, fuel: string, share: string) =>
        `${zone}: the largest part from ${fuel}, ${share}`,
      fuel: 'Made from',
      share: 'Share, %',
    },
    machine: {
      title: 'Chips and the whole machine',
      text: [
        'The rated power of a chip is a limit. While it works it draws less on average, and how much less depends on the work.',
        'Around it stands the host: processors, memory, network and fans, and supplies that lose some of the power. The paper counts the chips alone, at their rated power; we count the whole machine at its mean power.',
      ],
      caption: (energy: string) => `Where the ${energy} of the run in hand go`,
      parts: {
        accelerators: 'chips',
        metered: 'metered, not told apart',
        host: 'host',
        idle: 'idle time',
        overhead: 'losses and fans',
        facility: 'facility',
      },
      finding: (part: string, share: string) => `The largest part, ${share}: ${part}`,
      part: 'Part',
      paper: (mass: string) =>
        `By the paper’s method, with our figure for the grid, this run comes to ${mass} CO2e.`,
    },
    compute: {
      title: 'How much compute a model needs',
      text: [
        'In training every token passes forward and back through the model: about 6 operations for each parameter. Twice the parameters are twice the work, and so are twice the tokens.',
        'No chip does all it could. The share that it does is the model FLOP utilisation, MFU; of whole published trainings, which hold restarts, waiting and evaluation, it is a quarter to a third.',
        'With a given amount of arithmetic, the best model has about 20 tokens for each parameter. Many are trained for longer: a smaller model then does as well, and costs less with each use.',
      ],
      size: 'Parameters of the model',
      perParameter: 'Tokens for each parameter',
      ratio: (ratio: string, tokens: string) => `${ratio}: ${tokens} tokens`,
      caption:
        'Chip-hours of that training on one chip of each generation, where the run in hand is',
      finding: (least: string, most: string, times: string) =>
        `${most} takes ${times} times the chip-hours of ${least}`,
      chip: 'Chip',
      chipHours: 'Chip-hours',
      row: (hours: string, kwh: string, kg: string) => `${hours} chip-hours, ${kwh}, ${kg} CO2e`,
      flop: (parameters: string, tokens: string, flop: string) =>
        `6 × ${parameters} parameters × ${tokens} tokens = ${flop} FLOP.`,
      range:
        'A plan by these alone is sure to within about a half to twice; a trial run of a few minutes makes it surer.',
    },
    use: {
      title: 'A model in use',
      text: [
        'To write one token, a chip reads all parameters in use from its memory. With one request at a time that is most of the energy; where many are answered at a time they share it, and each takes several times less.',
        'Energy goes with the tokens that are written, so a long answer, or one that reasons first, takes more than a short one, and a smaller model less than a larger.',
        'One answer takes little. A million a day, for a year, may come to more than the training; machines held ready for a rush are part of it.',
      ],
      size: 'Parameters of the model',
      caption: (tokens: string, requests: string) =>
        `Electricity of one request of ${tokens} tokens, by how many are answered at a time on H100 chips, and what the electricity of ${requests} a day emits in a year, where the run in hand is`,
      finding: (count: string, times: string) =>
        `One request alone takes ${times} times as much as each of ${count} at a time`,
      together: 'Requests at a time',
      eachKwh: 'kWh each',
      yearKg: 'kg CO2e a year',
      atATime: (count: number, shown: string) =>
        count === 1 ? 'one request at a time' : `${shown} requests at a time`,
      row: (each: string, year: string) => `${each} each, ${year} CO2e a year`,
    },
    pue: {
      title: 'PUE',
      text: [
        'A data centre also uses electricity for cooling, lighting and power supply. Power usage effectiveness is the energy of the whole facility divided by that of its IT equipment: 1 would be no extra at all.',
        'A low PUE says that a building wastes little. It says nothing of where the electricity comes from.',
      ],
      choose: 'Provider',
      caption: (provider: string, year: string) =>
        `${provider}, newest figures (${year}): facility energy for each kWh of IT energy`,
      finding: (provider: string, low: string, high: string) =>
        `${provider}: its sites go from ${low} to ${high}`,
      findingOne: (provider: string, pue: string) =>
        `${provider}: ${pue} kWh of the facility for each kWh of its IT equipment`,
      site: 'Site',
      year: 'Year',
      industry: (pue: string, year: string) =>
        `Mean of all data centres in a survey of the industry: ${pue} (${year}).`,
      whole: 'all sites',
      it: 'IT equipment',
      rest: 'rest of the facility',
      more: (count: string) => `${count} more lie between these.`,
    },
    scope: {
      title: 'Direct and lifecycle',
      text: [
        'A direct figure counts what leaves the chimneys of the power plants. A lifecycle figure adds the fuel’s way to the plant, and building the plant and taking it down.',
        'On a grid that burns coal the two are close. On one of dams, wind or nuclear plants the lifecycle figure can be several times the direct one, though both are low. We take lifecycle figures where there are any, and never compare one kind with the other.',
      ],
      caption: (year: string) =>
        `The same grids counted both ways, ${year}, g CO2e/kWh, as consumed`,
      finding: (grid: string, times: string) =>
        `They differ the most in ${grid}: lifecycle is ${times} times direct`,
      grid: 'Grid',
      directG: 'direct, g CO2e/kWh',
      lifecycleG: 'lifecycle, g CO2e/kWh',
      direct: 'direct',
      more: 'what the lifecycle adds',
      both: (direct: string, lifecycle: string) => `${direct} direct, ${lifecycle} lifecycle`,
    },
    claims: {
      title: 'Certificates, offsets and “carbon neutral”',
      text: [
        'A renewable energy certificate, or guarantee of origin, says that one megawatt-hour was generated from renewable sources somewhere. Who buys it may claim that megawatt-hour. An offset pays for less emission, or for CO2 taken up, somewhere else.',
        '“Carbon neutral” usually means that emissions are matched by such purchases. It does not mean that nothing was emitted, and it does not change the grid at the data centre during the run.',
        'So we show what a provider claims beside the figure and never subtract it.',
      ],
      choose: 'Provider',
      caption: (provider: string) => `What is on record for ${provider}`,
      year: 'Year',
      claim: 'Claim',
      figure: 'Figure',
      kind: 'Kind',
      /** What the table says, where it is not in the language of the page. */
      of: {} as Readonly<Record<string, string>>,
      kinds: {
        achieved: 'said to be reached',
        target: 'target',
        statement: 'statement',
      } as Readonly<Record<string, string>>,
      source: 'Source',
      share: (name: string, share: string, mass: string) =>
        `${name} says that it offsets or matches ${share} of what it uses. The grid still emitted ${mass} CO2e for the run in hand.`,
      noShare: (mass: string) =>
        `What is offset for the run in hand is not known. The grid emitted ${mass} CO2e for it.`,
    },
    market: {
      title: 'Location-based and market-based',
      text: [
        'The same electricity can be counted in two ways. Location-based takes the grid where the machine stands. Market-based takes what the buyer has a contract for, whatever flows through the wires.',
        'Company reports give both. Our headline is location-based: it is the one that changes with place and time. The market-based figure stands beside it.',
      ],
      contract: 'Carbon intensity of a contract',
      unit: 'g CO2e/kWh',
      caption: 'The run in hand, counted both ways',
      way: 'Counted',
      location: 'location-based',
      market: 'market-based',
      says: (location: string, market: string) =>
        `Location-based ${location} CO2e, market-based ${market} CO2e, for the same electricity`,
      unknown: 'The method of this run gives no market-based figure.',
      wrong: 'Give a number from 0 up.',
    },
    embodied: {
      title: 'Embodied emissions',
      text: [
        'Chips and servers have to be made, and that emits before they run at all. We share this out over the hours that the hardware will be in use: kept twice as long, each hour carries half of it.',
        'On a grid of low carbon intensity the making can outweigh the running.',
      ],
      life: 'Service life of the hardware',
      years: (years: string) => `${years} years`,
      caption: 'The run in hand: running and making',
      part: 'Part',
      operational: 'operational',
      embodied: 'embodied',
      says: (embodied: string, share: string) =>
        `Making the hardware: ${embodied} CO2e, ${share} of the total`,
      unknown: 'Embodied emissions of this run are not known to the method that it uses.',
    },
    water: {
      title: 'Water',
      text: [
        'Many data centres evaporate water to cool. Power plants do as well, far more of it for each kilowatt-hour, and out of sight of who uses the electricity.',
        'On site is told as litres per kWh of IT energy (WUE), off site as litres per kWh of electricity. Few providers publish the first by region, and for the second we have one mean of the United States. The ranges are wide.',
      ],
      caption: 'Water for the run in hand',
      finding: (most: string, times: string, least: string) =>
        `Water ${most}: ${times} times that ${least}`,
      findingOne: (where: string, litres: string) =>
        `Water ${where}: ${litres}; the other is not known`,
      where: 'Where',
      litres: 'litres',
      onSite: 'on site, cooling',
      offSite: 'off site, power plants',
      amount: (litres: string) => `${litres} L`,
      between: (low: string, high: string) => `between ${low} and ${high} L`,
    },
    range: {
      title: 'The range',
      text: [
        'Most inputs are not known exactly: a chip’s mean power, the host, the grid in that hour. Each carries an uncertainty, and together they give the range of the result.',
        'A range of 90 % means that, if our uncertainties are right, the true figure lies within it nine times in ten. Two ranges that overlap do not rule each other out.',
        'What you measure leaves the list of unknowns. Say what a chip drew on average, and see.',
      ],
      power: 'Mean power of one chip, measured',
      unit: 'W',
      caption: 'The run in hand, 90 % range',
      now: 'as it is told now',
      measured: 'with that power measured',
      says: (before: string, after: string) =>
        `Highest over lowest: ${before} now, ${after} with the power measured`,
      finding: (times: string) => `The highest is ${times} times the lowest`,
      case: 'The run',
      span: (low: string, high: string) => `${low} to ${high}`,
      isMeasured: 'This run already gives a measurement of its power or energy.',
      none: 'This run has no range: its method gives none, or nothing in it is uncertain.',
      noChips: 'This run has no chips of one kind whose power could be measured.',
      wrong: 'Give watts above 0.',
    },
  },
};
