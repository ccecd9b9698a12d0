import type { MachineKind, Scenario } from '@ml-emissions/model';
import { joined, type Sentences, short, words } from '../language.ts';
import { large } from './large.ts';

const MACHINES: Readonly<Record<MachineKind, string>> = {
  desktop: 'desktop',
  laptop: 'laptop',
  server: 'server',
  'server-without-accelerators': 'server without its accelerators',
  machine: 'machine',
};

/** How numbers came to be, and what they are of. */
const SCENARIO: Readonly<Record<Scenario | 'untold', string>> = {
  'single-stream': 'one request at a time',
  'multi-stream': 'a few requests at a time',
  server: 'requests in batches',
  offline: 'requests in batches',
  untold: 'from one request at a time to batches',
};

export const factors = {
  quoted: ({ text }) => text,
  machine: ({ machine }) => MACHINES[machine],

  tdp: 'TDP',
  'tdp-given': 'TDP as given',
  'as-given': 'as given',
  'mean-as-measured': 'mean as measured',
  'mean-over-tdp': 'mean power / TDP',
  'idle-of-model': 'idle',
  'own-computer': 'own computer',
  'no-pue-in-edition': 'this edition has no PUE',
  'pue-of-own-servers': 'PUE of own servers',
  'desk-or-room': 'between the PUE of a desk and of a server room',
  'pue-not-known': 'PUE where it is not known',
  'water-of-power-plants': 'consumption of power plants; a usual one, grids differ widely',
  'water-of-plants-in': ({ zone }) =>
    `consumption of power plants, ${zone}, evaporation of reservoirs with them`,
  'usual-chip-made': 'usual manufacture of a chip without a figure of its own',
  'usual-service-life': 'usual service life',
  'usual-average-use': 'usual share of its life in use',
  'server-lifespan': 'lifespan of a server',
  'time-reserved': 'time reserved over lifespan',
  'server-made': 'manufacture of the server',
  'four-years': 'four years',
  'usual-while-feeding': 'usual while accelerators do the work',
  'usual-while-working': 'usual where the processor does the work; its load is not told',
  'host-as-given': 'all of the machine but its accelerators, as given',
  'idle-host-over-busy': 'idle host / host under load',
  'host-over-accelerators': 'host and losses / energy of the accelerators',
  'servers-of-card': 'card’s usual share of a server',
  'rest-over-components': 'board, drives, network and losses / energy of the components',
  'rest-over-host': 'board, drives, network and losses / the whole host',
  'virtual-processor-at-full-use': 'a virtual processor at full use',
  'share-by-load': 'share of TDP: 0.1 + 0.9 x load^3',
  'share-of-unknown-load': 'share of TDP where the load is not known',
  'threads-of-instance': 'threads of the instance',
  'one-thread': 'a thread',
  'processor-not-known': 'processor not known',
  'host-of-chip': 'host of one chip',
  'host-of-chip-over-tdp': 'host of one chip / its TDP',

  'of-chip': ({ chip, what }, language) => joined([chip, words(what, language)], '; '),
  'share-of-tdp': ({ share, tdpW }, { number }) => `${number(share)} of TDP ${number(tdpW)} W`,
  'usual-for-work': ({ work, scenario }) =>
    `usual for ${work ?? 'work that is not told'}${scenario === undefined ? '' : `, ${SCENARIO[scenario ?? 'untold']}`}`,
  'by-size-of-model': ({ parameters, batch, fitted }, { number }) =>
    `usual for training ${large(parameters, number)} parameters, ${batch === null ? 'batch not told' : `${number(batch)} samples a chip at a time`}${fitted ? `; measured on ${large(fitted.least, number)} to ${large(fitted.most, number)}` : ''}`,
  'cut-by-limit': ({ usual, share, powerLimitW }, language) => {
    const { number } = language;
    return `${words(usual, language)}: ${number(share)}, cut by the limit of ${number(powerLimitW)} W`;
  },
  'less-on-nodes': ({ usual, share, nodes, doubling }, language) => {
    const { number } = language;
    return `${words(usual, language)}: ${number(share)}, less on ${number(nodes)} nodes (${number(doubling)} a doubling)`;
  },
  'raised-to-idle': ({ usual, share, idleW }, language) => {
    const { number } = language;
    return `${words(usual, language)}: ${number(short(share))}, raised to the ${number(short(idleW))} W of a chip with nothing to do`;
  },
  default: ({ id }) => `default ${id}`,
  'made-of-chip': ({ chip }) => `manufacture of ${chip}`,
  'made-of-machine': ({ machine }) => `manufacture of a ${MACHINES[machine]}`,
  'losses-of': ({ machine }) => `supply losses and fans of a ${MACHINES[machine]}`,
  'usual-machine': ({ machine }) => `usual ${MACHINES[machine]} without its accelerators`,
  'rest-of': ({ machine }) => `the rest of the ${MACHINES[machine]}`,
  'usual-for-site': ({ site }) => `usual for ${site}`,
  'mean-of-sites': ({ sites, low, high }, { number }) =>
    `mean of ${number(sites)} sites, ${number(low)} to ${number(high)}`,
  'published-for': ({ place, period }, language) =>
    joined(
      [
        words(place, language),
        period === 'design' ? 'designed, before it opened' : period.replaceAll('-', ' '),
      ],
      ', ',
    ),
  'published-for-site': ({ site }) => `published for ${site}`,
  'pue-of-provider': ({ provider }) => `PUE of ${provider}`,
  'between-rest-and-full': ({ chip, minW, maxW, use }, { number }) =>
    `${chip}: ${number(minW)} W at rest, ${number(maxW)} W at full use, at ${number(use)} of it`,
  'at-use': ({ use }, { number }) => `at ${number(use)} use`,
  'memory-of-size': ({ gb }, { number }) => `memory of ${number(gb)} GB`,
  'memory-of-instance': ({ instance }) => `memory of ${instance}`,
  'memory-for-cores': ({ gbEach, cores }, { number }) =>
    `${number(gbEach)} GB for each of ${number(cores)} cores`,
  'share-at-load': ({ percent }, { number }) => `share of full power at ${number(percent)} % load`,
  'over-usual-power': ({ watts }, { number }) =>
    `as long as the metered energy lasts at the usual ${number(watts)} W of what the meter saw`,
  'memory-power-at': ({ gb }, { number }) =>
    `usual power of a GB in a server of ${number(gb)} GB; large modules draw little more than small ones`,
  'between-tdp-and-turbo': ({ tdpW, turboW }, { number }) =>
    `between its TDP of ${number(tdpW)} W and its turbo limit of ${number(turboW)} W`,
  'cores-of': ({ cores, all }, { number }) => `${number(cores)} of ${number(all)} cores`,
  'tdp-over-threads': ({ cpu, tdpW, threads }, { number }) =>
    `${cpu}: ${number(tdpW)} W over ${number(threads)} threads`,
  'one-of-processors': ({ cpus, lowW, highW }, { number }) =>
    `mean of the processors that it may run on, ${number(lowW)} to ${number(highW)} W each virtual one: ${cpus.join(', ')}`,

  'providers-own-figure': 'the provider’s own figure',
  lifecycle: 'lifecycle',
  direct: 'direct',
  'one-source': 'one source for this zone and year',
  'usual-variation': 'usual variation of grids',
  grid: ({ place, scope, basis }, language) =>
    joined([words(place, language), words(scope, language), basis], ', '),
  'to-direct': ({ gPerKwh, factor }, { number }) =>
    `${number(gPerKwh)} g/kWh lifecycle x ${number(short(factor))} to direct`,
  'upstream-of': ({ directGPerKwh, lifecycleGPerKwh }, { number }) =>
    `1 less ${number(short(directGPerKwh))} direct of ${number(short(lifecycleGPerKwh))} g/kWh lifecycle`,
  'to-lifecycle': ({ gPerKwh, factor }, { number }) =>
    `${number(gPerKwh)} g/kWh direct x ${number(short(factor))} to lifecycle`,
  'other-source': ({ gPerKwh, sourceId, scope }, { number }) =>
    `${number(gPerKwh)} g/kWh${scope ? ` ${scope}` : ''} by ${sourceId}`,
  'years-between': ({ years }, { number }) =>
    `${number(years)} ${years === 1 ? 'year' : 'years'} between figure and run`,
  'several-areas': ({ zone }) => `${zone} has several grid areas`,
  'state-production': ({ zone }) =>
    `${zone} draws from several grids; the figure is of what its own plants make`,
  'country-sources': ({ zone, gPerKwh, otherGPerKwh, sourceId }, { number }) =>
    `one source for this zone and year; for ${zone} ${number(otherGPerKwh)} g/kWh by ${sourceId} beside ${number(gPerKwh)}`,
  'perhaps-on': ({ zones, lowGPerKwh, highGPerKwh }, { number }) =>
    `it may draw from ${zones.join(' or ')}: ${number(short(lowGPerKwh))} to ${number(short(highGPerKwh))} g/kWh`,
  'hourly-data': ({ year }) => `hourly data of ${year}`,
} satisfies Partial<Sentences>;
