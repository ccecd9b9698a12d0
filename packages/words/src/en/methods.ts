import type { Part } from '@ml-emissions/model';
import { type Sentences, words } from '../language.ts';

const PARTS: Readonly<Record<Part, string>> = {
  accelerators: 'accelerators',
  processors: 'processors',
  memory: 'memory',
  host: 'host',
  idle: 'idle',
  overhead: 'overhead',
  facility: 'facility',
  embodied: 'embodied',
  'water-on-site': 'water on site',
  'water-of-the-grid': 'water of the grid',
  development: 'development',
  network: 'network',
  storage: 'storage',
  buildings: 'buildings',
  precision: 'precision',
  'offsets-and-contracts': 'offsets and contracts',
};

/** What methods count, what they leave out, and why they cannot answer. */
export const methods = {
  part: ({ part }) => PARTS[part],

  host: 'host',
  'host-and-losses': 'host and losses',
  'rest-and-losses': 'board, drives, network and losses',
  processor: 'processor',
  'virtual-processors': 'virtual processors',
  memory: 'memory',
  'board-drives-fans': 'board, drives, fans',
  'board-drives-network': 'board, drives, network',
  'network-and-board': 'network cards, switches, board',
  'network-of-chip': 'network cards and switches of a chip’s share',
  'processors-memory-drives': 'processors, memory, drives, board',
  'processors-memory-network': 'processors, memory, network cards, switches',
  'servers-around-cards': 'servers around the cards',
  'share-of-server': 'a share of the server',
  'idle-time-of': ({ what }, language) => `${words(what, language)}, idle`,

  'as-metered': 'as metered',
  'location-based': 'location-based',
  'scope-2': 'GHG Protocol, location-based: generation, of whoever buys the electricity',
  'scope-3-category-3':
    'GHG Protocol: fuel before the plants and the plants, without losses of lines',
  'beside-never-subtracted': 'beside the emissions, never subtracted',
  'beside-location-based': 'beside the location-based emissions',
  'operational-and-embodied': 'operational and embodied',
  'to-hundredths': 'rounded to 2 decimals',
  'kg-as-typed': 'in kg, as typed',
  'cut-to-grams': 'cut to whole grams, then kg rounded to 2 decimals',

  'lacks-time': 'the method starts from hardware and hours, and only energy is given',
  'lacks-accelerator': 'the method counts accelerators, and the run has none',
  'lacks-load': 'there is nothing that draws power',
  'lacks-measurement': 'the method needs metered power or energy',
  'lacks-processor': 'the method needs a chip or a processor',
  'lacks-virtual-processor': 'the method needs chips or virtual processors',
  'lacks-tdp': ({ chip }) => `the TDP of ${chip} is not published`,
  'lacks-power': ({ chip }) => `the power of ${chip} is not known`,
  'lacks-measured-power': ({ chip }) =>
    `the method needs the metered mean power of ${chip} (powerW)`,
  'lacks-figures': ({ chip }) => `the method has no figures for ${chip}`,

  'no-host-figure':
    'the edition has no figure for this machine, or the rated power is the whole machine’s',
  'nothing-to-spread-over': 'no hardware and time to spread its manufacture over',
  'no-figure-for-place': 'no figure is known for this place',
  'other-runs':
    'failed, preliminary and search runs, unless they are runs of the project or in repeats',
  'traffic-outside': 'traffic outside the machine',
  'data-elsewhere': 'data sets and checkpoints kept elsewhere',
  'data-centre-made': 'manufacture of the data centre itself',
  'accelerators-only': 'the method counts accelerators only',
  'method-without-pue': 'the method has no PUE',
  'electricity-only': 'the method counts electricity only',
  'rounded-as-2019': 'each step is rounded as the 2019 site does; use full for new work',
  'none-given-none-guessed': 'none was given, and the method guesses none',
  'none-given': 'none was given',
  'size-not-given': 'its size was not given',
  'supplies-not-counted': 'supplies, fans and board are not counted',
  'pue-1-unless-given': 'PUE is 1 unless given',
  'traffic-apart': 'traffic is counted apart by the method, and none is given',
  'held-by-metered-power':
    'the metered power is taken to hold its share of memory, network and fans',
  'neither-allowed': 'the standard allows neither',

  'differs-rounding-removed': 'rounding removed',
  'differs-power': 'power of the accelerators',
  'differs-host': 'host',
  'differs-idle': 'idle time',
  'differs-overhead': 'supply losses and fans',
  'differs-pue': 'PUE',
  'differs-intensity': 'carbon intensity',
  'differs-embodied': 'embodied',
  'differs-rounding': 'rounding',
} satisfies Partial<Sentences>;
