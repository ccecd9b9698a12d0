/** English words of the lessons on the Learn page and of the questions before its pictures. Another language is a file of the same shape. */
export const words = {
  guess: {
    below: 'It is below.',
    skip: 'Show it without a guess',
    all: 'Show every answer without guessing',
    guessed: (choice: string) => `Your guess: ${choice}.`,
    isRight: 'That is right.',
    right: (choice: string) => `Right: ${choice}.`,
  },
  sheet: 'A sheet for a class, on two pages',
  /** Before the pictures of sections that stand elsewhere. */
  asked: {
    space: {
      question:
        'Of the countries of the world, how many times as much does the grid that emits most emit as the one that emits least?',
      choices: ['about 2 times', 'about 5 times', 'about 10 times', 'more than 20 times'],
      answer: (times: string) => `About ${times} times.`,
    },
    machine: {
      question: 'Of the electricity of the run in hand, how much goes into the chips themselves?',
      choices: ['nearly all', 'about two thirds', 'about a third'],
      answer: (share: string) => `${share} of it.`,
    },
    compute: {
      question:
        'The same training on the newest chip below: how many times fewer chip-hours than on the oldest?',
      choices: ['about 2 times', 'about 5 times', 'more than 10 times'],
      answer: (times: string) => `About ${times} times fewer.`,
    },
    use: {
      question: 'Many requests answered at a time, instead of one: how much energy does each take?',
      choices: ['the same', 'about half', 'a small part of it'],
      answer: (share: string) => `About ${share} of what one alone takes.`,
    },
    pue: {
      question:
        'For each kWh of its computers, how much more does a large provider’s building take?',
      choices: ['less than 0.2 kWh', 'about 0.5 kWh', 'about 1 kWh'],
      answer: (provider: string, kwh: string) => `${provider}: ${kwh} kWh more.`,
    },
    market: {
      question:
        'You sign a contract for electricity at 0 g CO2e/kWh. What becomes of the location-based figure of a run?',
      choices: ['it is 0', 'it halves', 'it stays'],
      answer: 'It stays: it counts the grid at the machine, whatever is bought.',
    },
    embodied: {
      question: 'Of the whole of the run in hand, how much is the making of the hardware?',
      choices: ['less than 5 %', '5 to 20 %', '20 to 50 %', 'more than half'],
      answer: (share: string) => `${share} of the whole.`,
    },
    range: {
      question:
        'You measure the mean power of the chips. How far apart are the ends of the range then?',
      choices: ['hardly nearer', 'clearly nearer', 'almost together'],
      answer: (before: string, after: string) =>
        `Highest over lowest goes from ${before} to ${after}.`,
    },
  },
  gases: {
    title: 'CO2 and the other gases',
    text: [
      'What heats the climate is not one gas. Methane escapes from coal mines, gas pipes and reservoirs; nitrous oxide comes with burning; NF3 and CF4 are used where chips are made, SF6 in the switches of grids. Each holds back heat more strongly than CO2, and stays for a time of its own.',
      'The factor of a gas, its GWP, is that of one kilogram beside one kilogram of CO2, added up over a span of years. Which span is a convention: over 100 years, what is short-lived counts for less than over 20.',
      'Factors are revised as the physics becomes clearer: AR5 (2013) and AR6 (2021) are two reports of the IPCC. Figures of electricity that we take over are in CO2e of the report that their makers used; few say which.',
    ],
    question: 'How many kilograms of CO2 warm as much as one kilogram of methane, over 100 years?',
    choices: ['about 1 kg', 'about 5 kg', 'about 30 kg', 'about 200 kg'],
    answer: (hundred: string, twenty: string) =>
      `${hundred} kg over 100 years by AR6, and ${twenty} kg over 20: methane is gone within decades, a part of CO2 stays for centuries.`,
    gas: 'Gas',
    names: {
      CO2: 'CO2, carbon dioxide',
      CH4: 'CH4, methane',
      N2O: 'N2O, nitrous oxide',
      CF4: 'CF4, tetrafluoromethane',
      NF3: 'NF3, nitrogen trifluoride',
      SF6: 'SF6, sulphur hexafluoride',
    } as Readonly<Record<string, string>>,
    kg: 'Mass of the gas',
    wrong: 'Give kilograms above 0.',
    finding: (kg: string, gas: string, co2: string) =>
      `${kg} kg of ${gas} warms as much as ${co2} of CO2 does over 100 years`,
    about:
      'kg CO2e of that mass by three factors: IPCC AR5 and AR6 over 100 years, AR6 over 20; the table has all six gases, for each kg',
    factors: {
      'AR5 100': 'AR5, 100 years',
      'AR6 100': 'AR6, 100 years',
      'AR6 20': 'AR6, 20 years',
    } as Readonly<Record<string, string>>,
  },
  world: {
    title: 'Where machine learning stands in the world',
    text: [
      'A run has a figure; all runs together have none. What is known goes from large to small: what the world emits, what of it comes from electricity, what data centres use of that, and an estimate of the servers that are built for AI.',
      'Below that it ends. How much of those servers’ work is training, how much is answering, and what other machines do for machine learning, nobody has published in a form that could be checked. We leave it empty rather than fill it.',
      'A small share of a large sum may grow fast, and is concentrated: where many data centres stand on one grid, their part of that grid is far larger.',
    ],
    question: 'Of all electricity in the world, how much do all data centres together use?',
    choices: ['1 to 2 %', 'about 5 %', 'about 10 %', 'about 20 %'],
    answer: (share: string) =>
      `${share} of what was generated in 2024. The IEA, whose count this is, says about 1.5 % of what was consumed; losses on the way are not consumption.`,
    finding: (share: string) =>
      `The electricity of all data centres is about ${share} of what the world emits`,
    about:
      'Gt CO2e a year. Data centres and AI servers: their electricity at the world’s mean carbon intensity of that year, our multiplication; neither their building nor the making of hardware is in it',
    rows: {
      world: (year: string) => `the world, all gases and sources, ${year}`,
      electricity: (year: string) => `generating electricity, ${year}`,
      centres: (twh: string, year: string) => `data centres, ${twh} TWh, ${year}`,
      servers: (twh: string, year: string) =>
        `servers built for AI, ${twh} TWh, an estimate, ${year}`,
      learning: 'machine learning as a whole',
    },
    unknown: 'not known',
    gt: (value: string) => `${value} Gt CO2e`,
    columns: { what: 'What', gt: 'Gt CO2e a year' },
    two: (here: string, there: string) =>
      `Two counts of data centres stand here, since each source has its own: ${here} TWh in 2024 by the IEA, ${there} TWh in 2025 by Gartner. Each is multiplied by the world’s mean intensity of its own year.`,
    run: (mass: string, times: string) =>
      `The run in hand emits ${mass} CO2e. The world emits that ${times} times a year.`,
    sectors: {
      finding: (share: string) => `Supplying energy is ${share} of what the world emits`,
      about: (year: string) =>
        `Gt CO2e in ${year}, each where it is emitted: the electricity of a data centre is in the supply of energy, the making of its chips in industry`,
      names: {
        energy: 'supply of energy',
        industry: 'industry',
        land: 'farming, forests and other use of land',
        transport: 'transport',
        buildings: 'buildings',
      },
      column: 'Sector',
    },
    people: {
      finding: (times: string) =>
        `A person in a developed country emits about ${times} times as much as one in Africa`,
      about: (year: string) =>
        `Tonnes of CO2 a person in ${year}, of fossil fuels and industry where they are burned or made; other gases, the use of land and what is traded are not in it`,
      names: {
        developed: 'developed countries',
        'developing-asia': 'Asia and the Pacific, developing',
        'latin-america': 'Latin America and the Caribbean',
        africa: 'Africa',
      },
      column: 'Part of the world',
      unit: 't CO2 a person and year',
      t: (value: string) => `${value} t CO2`,
    },
  },
  offsets: {
    title: 'Offsets and their kinds',
    text: [
      'Things that are bought to answer for emissions differ in what they do. Four questions tell them apart: does something physical change? Would it have happened anyway? When and where? And for how long does it hold?',
      'None of them changes what the grid at the machine emits while a run goes on. Some change what is built, and so what grids emit later: then it is that which should be told, beside the figure.',
    ],
    kinds: [
      {
        id: 'avoidance',
        name: 'Avoidance offset',
        does: 'Pays somebody else to emit less than was expected: a forest left standing, a stove that burns less wood.',
        not: 'The less is measured against a guess of what would have been. Nothing is taken from the air.',
      },
      {
        id: 'removal',
        name: 'Removal',
        does: 'Takes CO2 from the air: into trees and soil, or into rock.',
        not: 'Trees and soil may lose it again by fire or felling; what holds for centuries is scarce and dear.',
      },
      {
        id: 'certificate',
        name: 'Certificate (REC, guarantee of origin)',
        does: 'Gives its owner the claim to one megawatt-hour from renewable sources.',
        not: 'The plant is often there already, the hour and the grid may be others, and the claim is traded apart from the electricity.',
      },
      {
        id: 'ppa',
        name: 'Power purchase agreement (PPA)',
        does: 'Promises a plant to buy what it generates, for years. Where the plant is built because of it, there is one more.',
        not: 'It generates when there is wind or sun, not when the machine runs; and with some contracts the plant would have come anyway.',
      },
      {
        id: 'hourly',
        name: 'Hourly matching',
        does: 'Buys on the same grid for each hour what is used in that hour.',
        not: 'Still a claim, but one that must look for electricity in calm nights too. Few reach it for all hours.',
      },
    ],
    doesLabel: 'Does',
    notLabel: 'Does not',
    credits: {
      question:
        'Scientists examined projects that sell offset credits. Of 100 tonnes sold, how many were real reductions?',
      choices: ['fewer than 20', 'about 50', 'about 80', 'all'],
      answer: (share: string) => `Fewer than ${share} of 100, over 2,346 projects.`,
      finding: (share: string) => `Fewer than ${share} of 100 tonnes sold as credits were real`,
      about: 'Share of issued credits that stood for real reductions, %, by kind of project',
      columns: { kind: 'Kind of project', share: '%' },
      kinds: {
        'credits-real': 'all that were examined, at most',
        'credits-real-cookstoves': 'cookstoves',
        'credits-real-sf6': 'destroying SF6',
        'credits-real-deforestation': 'avoiding deforestation',
        'credits-real-hfc23': 'avoiding HFC-23',
        'credits-real-wind': 'wind power',
        'credits-real-forest-management': 'managing forests better',
      } as Readonly<Record<string, string>>,
      none: 'no reduction that could be told from chance',
    },
    hourly: {
      question:
        'A data centre uses the same day and night, and buys as much solar electricity as it uses in the whole day. For how much of its use is there sun?',
      choices: ['all of it', 'about three quarters', 'less than half'],
      answer: (share: string) =>
        `${share}, without storage. Over the whole day the books say 100 %.`,
      bought: 'Solar electricity bought, of what is used in the day',
      finding: (day: string, hours: string) =>
        `${day} matched over the day, ${hours} matched hour by hour`,
      about:
        'A clear day drawn by us, not data: even use, sun from 6 to 18 o’clock, no storage. Share of use, %',
      day: 'over the whole day',
      hours: 'hour by hour',
      columns: { how: 'How it is matched', share: '%' },
    },
  },
  clean: {
    title: 'Choose clean energy',
    text: [
      'To use electricity that emits less, use it where or when it is generated so. To have more of it generated, pay for plants that would not have been built otherwise. These are two things, and only the first is in the location-based figure.',
      'In reports both figures stand side by side: the location-based for what the grid emitted, the market-based for what the contracts say.',
    ],
    who: [
      {
        id: 'cloud',
        name: 'With a cloud',
        text: 'Choose the region by its grid, not by the provider’s claims; move what can wait to hours when the grid emits less. Ask for figures by region and hour, and for matching by the hour rather than over the year.',
      },
      {
        id: 'lab',
        name: 'In a laboratory or company',
        text: 'Find out who buys the electricity and what the contract says. A contract with new plants on your own grid adds generation; certificates alone mostly do not. Publish both figures.',
      },
      {
        id: 'home',
        name: 'At home',
        text: 'In many countries your supplier must tell what it buys; the grid stays the same for you and your neighbours. With a roof of your own, train while the sun shines. The machine that is off emits least.',
      },
    ],
    question: 'Which of these lowers most what the grid emits for the run in hand?',
    choices: (pue: string) => [
      'certificates for every kWh',
      `a building with a PUE of ${pue}`,
      'another region',
    ],
    answer: (lowest: string, now: string, what: string) =>
      `The least is ${lowest} instead of ${now} (${what}).`,
    finding:
      'What the grid emits changes with the electricity that is used, not with what is bought',
    about: 'The run in hand, location-based, kg CO2e',
    rows: {
      now: 'as it is',
      certificates: 'with certificates for every kWh',
      pue: (pue: string) => `with a PUE of ${pue}`,
      same: (place: string) => `lowest region of the same provider: ${place}`,
      any: (place: string) => `lowest region of all: ${place}`,
    },
    columns: { what: 'What is changed', kg: 'kg CO2e, location-based' },
    marketBased: (mass: string) =>
      `Market-based, with certificates at 0 g CO2e/kWh, it would be ${mass}: the same electricity, told otherwise.`,
    link: 'Try it in the section on the two ways of counting',
  },
};
