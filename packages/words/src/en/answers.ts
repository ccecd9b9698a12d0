import {
  amountText,
  energyText,
  isToDirect,
  massText,
  type Sentences,
  short,
  words,
} from '../language.ts';

const SLIPS = {
  't-for-g': 't taken for g',
  'too-low': 'a factor of 1,000 too low: t for kg, or kg for g',
  'too-high': 'a factor of 1,000 too high: g for kg, or kg for t',
  'g-for-t': 'g taken for t',
} as const;

/** A deviation is known to no more. */
const BOUNDARIES = {
  direct: 'what the power plants emit alone, Scope 2',
  lifecycle: 'the life cycle of the electricity, Scope 2 and Scope 3 category 3',
  'with-manufacture': 'manufacture too',
} as const;

const OF_SOME = {
  embodied: 'manufacture is of some runs only, and so is the total',
  'ghg-protocol': 'Scope 2 and Scope 3, category 3 are not told apart for every run',
  'water-on-site': 'water on site is not known for every run',
  'water-of-the-grid': 'water at power plants is not known for every run',
} as const;

const DIGITS = 4;

/** What stands around the figures: what was assumed, what is worth knowing, what a comparison or a check found. */
export const answers = {
  assumed: ({ step, value, gsd, gsdUp, ofExcess, what }, language) => {
    const number = (value: number) => language.number(Number(value.toPrecision(DIGITS)));
    const sides =
      gsd === null ? '' : gsdUp ? ` ÷ ${number(gsd)} x ${number(gsdUp)}` : ` x/÷ ${number(gsd)}`;
    const spread = `${sides}${sides && ofExcess ? ' of what exceeds 1' : ''}`;
    return `${step}: ${number(value)}${spread} (${words(what, language)})`;
  },
  'meter-saw-machine': 'the meter is taken to have seen the whole machine (energyScope: it)',
  'stands-in-own-cluster':
    'the machine is taken to stand in a cluster of your own (site: own-cluster)',
  'stands-in-desktop':
    'parts made for desktops are taken to stand in one (else say site: own-cluster)',
  'stands-in-laptop':
    'parts made for laptops are taken to stand in one (else say site: own-cluster)',
  'stands-with-owner':
    'an edge device is taken to stand with its owner, not in a server room (else say site: own-cluster)',
  'stands-at-desk-or-in-room':
    'the machine is taken to stand at a desk or in a server room: the range of its PUE holds both (say site: desktop or own-cluster)',
  'run-is-of-now': 'the run is taken to be of now: the newest figures are used',

  'settle-power': 'measure the mean power of the accelerators',
  'settle-metering': 'meter the accelerators longer or better',
  'settle-energy': 'use a better meter',
  'settle-count': 'say how many chips',
  'settle-hours': 'say how long it ran',
  'settle-repeats': 'count the runs',
  'settle-idle': 'say how long it idled, and at what power',
  'settle-host': 'meter the host, or name its processor and memory',
  'settle-cpu': 'meter the host, or say whether all cores or a few were at work',
  'settle-nodes': 'say in how many servers the chips are',
  'settle-memory': 'say how much memory the host has',
  'settle-at-wall': 'meter the whole machine at the wall',
  'settle-pue': 'ask the data centre for its PUE',
  'settle-intensity': 'use the intensity of the grid at the time of the run',
  'settle-contract': 'ask for the contract behind the figure',
  'settle-life': 'say how long the hardware is kept',
  'settle-use': 'say what share of its life the hardware is in use',
  'settle-wue': 'ask the data centre for its WUE',
  'settle-otherwise': 'find a better figure',

  'read-in-part': ({ text, name, dropped }) =>
    `'${text}' is taken for ${name}${dropped.length > 0 ? `; not used: ${dropped.join(', ')}` : ''}`,
  'read-as-processor': ({ text, processor }) =>
    `'${text}' is the processor ${processor}, taken as that of the host`,
  'read-as-chips': ({ text, chip, count }, { number }) =>
    `'${text}' is counted as ${number(short(count))} x ${chip}`,
  'read-as': ({ text, taken, unit }, { number, unit: unitIn }) =>
    `'${text}' is read as ${[amountText(taken, number), unitIn(unit)].filter(Boolean).join(' ')}`,
  'ambiguous-accelerator': ({ text, names }) => mayBe(text, names),
  'ambiguous-cpu': ({ text, names }) => mayBe(text, names),
  'instance-ambiguous': ({ instance, names }) =>
    `${instance} has ${names.join(' or ')}; the first is taken`,
  'power-unlikely': ({ chip, powerW, tdpW, slip, meantW }, { number }) => {
    const is = `${number(powerW)} W for one ${chip} of ${number(tdpW)} W`;
    if (slip === 'kilowatts') return `${is}: kW may be meant, ${number(short(meantW ?? 0))} W`;
    if (slip === 'all-chips')
      return `${is}: all chips together may be meant, ${number(short(meantW ?? 0))} W each`;
    return `${is} is above its limit`;
  },
  'limit-below-rest': ({ chip, powerLimitW, restW, meantW }, { number }) => {
    const meant = meantW === null ? '' : `; if kW are meant, give ${number(short(meantW))} W`;
    return `a limit of ${number(powerLimitW)} W is below what ${chip} draws at rest, about ${number(short(restW))} W: no chip keeps it${meant}`;
  },
  'limit-above-rating': ({ chip, powerLimitW, highestW, meantW }, { number }) => {
    const meant =
      meantW === null
        ? ''
        : `; if it is of all chips together, give ${number(short(meantW))} W, the limit of one`;
    return `a limit of ${number(powerLimitW)} W is above the ${number(highestW)} W that ${chip} is rated for at most${meant}`;
  },
  'power-below-rest': ({ chip, powerW, restW }, { number }) =>
    `${number(short(powerW))} W on average is far below the ${number(short(restW))} W or so that one ${chip} draws with nothing to do: give the mean power of one chip over the whole time`,
  'limit-exceeded': ({ chip, meanW, powerLimitW }, { number }) =>
    `${number(short(meanW))} W on average is above the limit of ${number(powerLimitW)} W of one ${chip}: one of them is not so; the power is taken as measured`,
  'work-against-phase': ({ phase, work }) =>
    `the phase is ${phase} and work is ${work}: the usual power goes by the work, reports by the phase; make them agree`,
  'energy-against-power': ({ energyKwh, chipsKwh }, { number }) =>
    `${number(energyKwh)} kWh were metered, but at the measured power the chips alone drew ${number(short(chipsKwh))} kWh; the meter of energy is taken`,
  'energy-unlikely': ({ energyKwh, mostKwh, meantKwh, meantUnit }, { number }) => {
    const meant =
      meantUnit === null
        ? ''
        : `; ${number(energyKwh)} ${meantUnit} may be meant, ${number(short(meantKwh ?? 0))} kWh`;
    return `${number(energyKwh)} kWh is more than the hardware can draw in the time, about ${number(short(mostKwh))} kWh at most${meant}`;
  },
  'energy-below-rest': ({ energyKwh, restKwh, meantKwh, meantUnit }, { number }) => {
    const meant =
      meantUnit === null
        ? ''
        : `; ${number(energyKwh)} ${meantUnit} may be meant, ${number(short(meantKwh ?? 0))} kWh`;
    return `${number(energyKwh)} kWh is far less than the chips draw in the time with nothing to do, about ${number(short(restKwh))} kWh${meant}`;
  },
  'intensity-unlikely': ({ gPerKwh, meantGPerKwh }, { number }) =>
    meantGPerKwh === null
      ? `${number(gPerKwh)} g/kWh is outside what grids emit over their life cycle`
      : `${number(gPerKwh)} g/kWh is less than any grid emits: kg may be meant, ${number(short(meantGPerKwh))} g/kWh`,
  'nodes-exceed-chips': ({ nodes, chips, meantChips }, { number }) =>
    `${number(nodes)} nodes for ${number(chips)} ${chips === 1 ? 'chip' : 'chips'}: the count is of all nodes; ${number(meantChips)} may be meant`,
  'year-before-chip': ({ chip, year, chipYear }) =>
    `the run is of ${year}, and ${chip} is of ${chipYear}`,
  'hours-disagree': ({ hours, betweenHours }, { number }) =>
    `${number(short(hours))} hours are told, and ${number(short(betweenHours))} lie between start and end; the hours are taken`,
  'memory-not-used': ({ gb }, { number }) =>
    `${number(gb)} GB of memory are not counted by themselves: name the processor beside them; the usual host holds its memory`,
  'cores-of-several': ({ cpu, cores, each, threads }, { number }) => {
    const many = number(short(cores / each));
    const perhaps =
      threads !== null && cores <= threads
        ? `; if threads are meant, give ${number(Math.ceil((cores * each) / threads))} cores`
        : '';
    return `${number(cores)} cores are counted as ${many} ${cpu} of ${number(each)} cores${perhaps}`;
  },
  'power-not-used': ({ method }) =>
    `${method} does not read the power that was measured, nor a limit`,
  'tdp-varies': ({ chip, tdpW, lowW, highW }, { number }) =>
    `${chip}: ${number(tdpW)} W is taken, but figures from ${number(lowW)} to ${number(highW)} W are in use`,
  'tdp-unsure': ({ chip, confidence }) =>
    confidence === 'derived'
      ? `the TDP of ${chip} is derived, not published`
      : `the TDP of ${chip} has not been re-read at its source`,
  'host-not-used': ({ method }) =>
    method === null
      ? 'the power of the host says nothing without hours, and is not counted'
      : `${method} does not count the host that was given`,
  'range-lopsided': ({ path }) =>
    `the range of ${path.slice(1)} is wider on one side; the wider one is taken on both`,
  'region-not-open': ({ region, status }) => `${region} is ${status}`,
  'intensity-doubtful':
    'the intensity of this place is doubtful: it stands in for a measurement, is more than the mix of fuels allows, or is far from another source',
  'intensity-converted': ({ what }, language) =>
    isToDirect(what)
      ? `no direct figure of that year is known here: ${words(what, language)}`
      : `no lifecycle figure is known here: ${words(what, language)}`,
  'scope-not-known': ({ scope }) =>
    `whether this intensity is ${scope} is not known; it is taken as it stands`,
  'intensity-coarse': 'no figure is known for this place; that of a larger area is used',
  'place-not-known': ({ site }) =>
    `where ${site} runs is not told: the world’s figure is taken, with a range as wide as clouds’ regions differ`,
  'intensity-later': ({ year }) => `the oldest figure for this place is of ${year}, after the run`,
  'intensity-old': ({ year }) => `the newest figure for this place is of ${year}`,
  'load-not-told':
    'no accelerator is named, and whether all cores or a few are at work is not told: say the load of the processors (--cpu-utilisation 1 for all cores, 0.1 for one in ten)',
  'pue-doubtful': 'the PUE of this place is a design figure or otherwise doubtful',
  'development-not-counted':
    'only final runs are listed; add failed, preliminary and search runs, or say complete: true',
  'methods-mixed': ({ methods }) =>
    `runs count by several methods (${methods.join(', ')}), and what they leave out differs: the sum is of unlike things`,
  'known-for-some': ({ figure, known, runs }, { number }) =>
    `${OF_SOME[figure]} (${number(known)} of ${number(runs)} runs tell it)`,

  'within-range': ({ lowKg, highKg }, { number }) =>
    lowKg === null || highKg === null
      ? 'the claim cannot be excluded: it is within a factor of two of the estimate, which has no range'
      : `the claim is within the 90 % range of the estimate, ${massText(lowKg, number)} to ${massText(highKg, number)}`,
  'no-input-explains':
    'but several inputs would have to be off at once: no one of them can be what the claim implies',
  'fits-boundary': ({ boundary, lowKg, highKg }, { number }) =>
    `the claim would fit if it counts ${BOUNDARIES[boundary]}: that is ${massText(lowKg, number)} to ${massText(highKg, number)} (90 % range)`,
  'claim-rounded': ({ lowKg, highKg }, { number }) =>
    `the digits of the claim stand for ${massText(lowKg, number)} to ${massText(highKg, number)}, and some of that fits`,
  'repeats-a-method': ({ method }) =>
    `the claim is what ${method} gives${method === 'full' ? '' : '; see explain for what that leaves out'}`,
  'count-forgotten': ({ chips }, { number }) =>
    `times ${number(chips)} chips the claim fits: the count may have been forgotten`,
  'unit-slip': ({ slip }) => `the claim may be off by a unit: ${SLIPS[slip]}`,
  'slips-together': ({ chips, slip, method, sitePowerW }, { number }) => {
    const slips = [
      ...(chips === null ? [] : [`the count of ${number(chips)} chips was forgotten`]),
      ...(slip === null ? [] : [`the unit is off (${SLIPS[slip]})`]),
      ...(sitePowerW === null
        ? []
        : [`a chip was taken at ${number(sitePowerW)} W, as in the table of the 2019 site`]),
    ];
    const then = method === null ? 'the claim fits' : `the claim is what ${method} gives`;
    return `${then} if ${slips.join(' and ')}`;
  },
  'intensity-implausible': ({ gPerKwh, low, high }, { number }) =>
    `for the grid alone to explain it, it would emit ${number(short(gPerKwh))} g/kWh; grids there lie between ${number(short(low))} and ${number(short(high))}`,
  'power-implausible': ({ powerW, tdpW }, { number }) =>
    `for the power alone to explain it, each chip of ${number(short(tdpW))} W would draw ${number(short(powerW))} W, host and facility included`,
  'count-implausible': ({ count, chips }, { number }) =>
    `it would take ${number(short(count))} chips at most, less than one; ${number(chips)} ${chips === 1 ? 'is' : 'are'} told`,
  'inputs-differ': ({ gPerKwh, takenGPerKwh, energyKwh, takenEnergyKwh }, { number }) =>
    `it takes a grid of ${number(short(gPerKwh))} g/kWh where ${number(short(takenGPerKwh))} is taken, or ${energyText(energyKwh, number)} of electricity where ${energyText(takenEnergyKwh, number)} is taken`,
  'out-of-range': ({ ratio }, { number }) =>
    ratio === null
      ? 'the estimate is 0, and the claim is not'
      : `the claim is ${number(short(ratio))} times the estimate, outside its 90 % range, and no usual slip explains it`,

  'average-not-marginal':
    'These are averages of all generation: a run that moves is met by added, marginal, generation, and where many move the gain is smaller.',
  'other-accelerators': 'other accelerators',
  'same-hours': 'the same hours at another mean power',
  'power-not-known': 'its power is not known',
  'tdp-not-published': 'its TDP is not published',
  'no-intensity': 'no carbon intensity is known for it',
  'other-regions': 'regions',
  'no-region-left': 'none that is open to all is left',
  'offered-not-known': 'it is not known who offers it; no region is left out',
  'offered-by': ({ providers, notKnown }) => {
    const by =
      providers.length === 0
        ? 'no provider in the tables lists it'
        : `listed by ${providers.join(', ')}; which of their regions have it is not known`;
    return notKnown.length === 0
      ? by
      : `${by}; not known of ${notKnown.join(', ')}, whose machines are not in the tables`;
  },
  'no-common-precision': 'no precision whose peak is known for both',
  'no-single-chip': 'the run has no accelerator, or several kinds',
  'no-time-to-scale': 'the run gives energy and no time to scale',
  'scaled-by-peak': (
    { precision, therePrecision, hereTflops, thereTflops, scale, lessMemory },
    { number },
  ) => {
    const memory = lessMemory
      ? `; less memory, ${number(lessMemory.thereGb)} of ${number(lessMemory.hereGb)} GB: the work may not fit`
      : '';
    const other = therePrecision === precision ? '' : ` in ${therePrecision}`;
    return `${precision}: ${number(hereTflops)} against ${number(thereTflops)} TFLOP/s${other}, time x ${number(short(scale))}${memory}`;
  },
  'percent-of-tdp': ({ percent }, { number }) => `${number(percent)} % of TDP`,
  'times-run': ({ times }, { number }) => `${number(times)} ${times === 1 ? 'run' : 'runs'}`,
} satisfies Partial<Sentences>;

const mayBe = (text: string, names: readonly string[]): string =>
  `'${text}' may be ${names.join(' or ')}; they give the same figure, the first is shown`;
