/** English words of the sheet for a class. Another language is a file of the same shape. */
export const words = {
  title: 'What does a training run emit? A sheet for a class',
  about:
    'Two pages: questions with room for answers, then answers with their sources. The numbers in the questions are examples.',
  print: 'Print it',
  back: 'Back to Learn',
  name: 'Name:',
  date: 'Date:',
  equation: 'CO2e = power × hours × PUE × carbon intensity of the grid',
  strip: (count: string, year: string) =>
    `Each line is one of ${count} countries and territories: g CO2e for each kWh of electricity, over the life of the plants, ${year}`,
  continents: {
    AFRICA: 'Africa',
    ASIA: 'Asia',
    EUROPE: 'Europe',
    'NORTH-AMERICA': 'North America',
    OCEANIA: 'Oceania',
    'SOUTH-AMERICA': 'South America',
  } as Readonly<Record<string, string>>,
  day: 'A data centre that uses the same at every hour (dashed), and the sun of a clear day',
  questions: [
    'One kilogram of methane: how many kilograms of CO2 warm as much over 100 years? Guess first.',
    'Read the picture. Between which figures do the grids of Europe lie? About how many times as much does the last one emit as the first?',
    'Eight chips draw 400 W each for 100 hours. How many kWh is that? The building has a PUE of 1.1: how many kWh with it?',
    'What does that emit on a grid of 400 g CO2e/kWh? And on one of 30?',
    'A building has a PUE of 1.05. What does that say, and what does it not say?',
    'The provider has bought certificates for every kWh of that run. What did the grid emit for it on the grid of 400 g? What are the two figures called?',
    'The data centre in the drawing buys as much solar electricity as it uses in the day. Shade the part of its use for which there is sun. How large is it?',
    'A model took 50,000 kWh to train. One answer takes 0.5 Wh. After how many answers has its use taken as much?',
  ],
  answers: 'Answers',
  answer: {
    methane: (hundred: string, twenty: string, ar5: string) =>
      `About ${hundred} kg by the newest report of the IPCC (AR6), ${ar5} by the one before; over 20 years it is ${twenty} kg.`,
    grids: (low: string, lowest: string, high: string, highest: string, times: string) =>
      `From ${low} g (${lowest}) to ${high} g (${highest}): about ${times} times as much.`,
    energy: (kwh: string, withPue: string) =>
      `8 × 0.4 kW × 100 h = ${kwh} kWh; × 1.1 = ${withPue} kWh.`,
    emitted: (high: string, low: string, times: string) =>
      `${high} and ${low}: ${times} times less for the same work, by the place alone.`,
    pue: 'For each kWh of its computers the building takes 0.05 kWh more. It says nothing of where the electricity comes from, nor of how well the computers are used.',
    market: (high: string) =>
      `${high}, as before: that is the location-based figure. The market-based one is 0. Reports give both.`,
    matched: (share: string) =>
      `About ${share}. Counted over the whole day, or the year, the same purchase is called 100 %.`,
    answers: (count: string) =>
      `50,000 kWh / 0.0005 kWh = ${count} answers. One is little; many are not.`,
  },
  gases: 'The gases, kg CO2e for each kg',
  gas: 'Gas',
  factors: ['AR5, 100 years', 'AR6, 100 years', 'AR6, 20 years'],
  world: 'What the world emits, Gt CO2e a year',
  credits: (share: string) =>
    `To discuss: of the offset credits of 2,346 projects that were examined, fewer than ${share} of 100 stood for real reductions. Why are offsets not subtracted from the figure?`,
  sources: 'Sources:',
};
