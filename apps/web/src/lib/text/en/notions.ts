/** English words of the notions that open in place on the Calculate page. Another language is a file of the same shape. */
export const words = {
  more: 'More, with a picture',
  of: {
    co2e: 'CO2e is the mass of CO2 that would warm as much as all gases together, by convention over 100 years. Methane and nitrous oxide are in it. Each gas has its factor.',
    range:
      'If every figure behind this result were as unsure as we say, nine in ten such runs would fall between these two numbers. What you measure makes it narrower.',
    headline:
      'Operational is what the electricity of the run emits; making the hardware stands beside it. Location-based takes the grid where the machine stands, whatever was bought. A lifecycle grid includes building its plants and bringing their fuel.',
    intensity:
      'Carbon intensity is what a grid emits for one kilowatt-hour. It differs between places by tens of times, and changes with the year and the hour.',
    pue: 'PUE is the energy of the whole building divided by that of its computers: 1.1 is a tenth more for cooling and supply. It says nothing of where the electricity comes from.',
    market:
      'Market-based counts the electricity that a contract says was bought, location-based the grid where the machine stands. Reports give both; a contract does not change what the grid emitted.',
    offset:
      'An offset pays for less emission, or for CO2 taken up, somewhere else. It is told beside the figure and never taken from it.',
    lifecycle:
      'A direct figure counts what leaves the chimneys of power plants. A lifecycle figure adds the fuel’s way there and building the plant. Never compare one with the other.',
    utilisation:
      'A chip at work draws less than its rated power, and how much less depends on the work. This is its mean power divided by the rated one; GPU-Util, which says how often it is busy, is something else.',
    host: 'Around the chips stands the host: processors, memory, network, fans, and supplies that lose some power. We count the whole machine.',
    mfu: 'Model FLOP utilisation is the share of a chip’s peak arithmetic that a training really uses. Over whole published trainings it is about a quarter to a third.',
    concurrency:
      'A chip that answers many requests at a time reads the model from its memory once for all of them. So each takes several times less energy than one alone.',
    embodied:
      'Embodied emissions are those of making chips and servers. They are spread over the hours that the hardware works: kept twice as long, each hour carries half.',
    scopes:
      'In the GHG Protocol, electricity that a company buys is its Scope 2; fuel supply and plants behind it are Scope 3. For a customer of a cloud all of it is Scope 3.',
    water:
      'Data centres evaporate water to cool, and power plants far more of it for each kilowatt-hour. Figures are few and their ranges wide.',
  },
};
