import type { GridScope, Part, PlanRung } from '@ml-emissions/model';
import type { Emitted, Planned, Ran } from '../facts.ts';

/** `a, b and c` */
function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const PLANNED_BY: Readonly<Record<PlanRung, string>> = {
  'speed-seen': 'the speed of a trial run',
  'mfu-given': 'a model FLOP utilisation as given',
  'mfu-usual': 'the usual model FLOP utilisation of published trainings',
};

/** Parts of the energy that a sentence names, in its order. */
const HELD: Readonly<Partial<Record<Part, string>>> = {
  accelerators: 'accelerators',
  host: 'host',
  idle: 'idle time',
  overhead: 'supply and fan losses',
  facility: 'data centre',
};

const SCOPES: Readonly<Record<GridScope, string>> = {
  lifecycle: ', lifecycle grid',
  direct: ', direct grid',
};

/** What has been, and what is planned. */
function verb({ runs, plans }: Ran): string {
  if (plans === 0) return 'ran';
  return plans === runs ? 'is planned' : `ran, or in ${plans} of ${runs} runs is planned,`;
}

function time({ runs, chipHours, hours, times, parts }: Ran): string {
  const ours = chipHours === null ? '' : ` (${chipHours})`;
  if (runs > 1) return ` in ${runs} runs${ours}`;
  if (hours === null) return chipHours === null ? '' : ` for ${chipHours}`;
  const repeated = times === null ? '' : `, ${times} times${parts && ` (${parts})`}`;
  return ` for ${hours} h${repeated}${ours}`;
}

/** What a report says, sentence by sentence. */
export const sentences = {
  list,
  /** ` (90 % range 110 to 360 kg)` */
  range: (low: string, high: string, unit: string) =>
    ` (90 % range ${low} to ${high}${unit === '' ? '' : ` ${unit}`})`,
  /** What is true of some runs. */
  ofSome: (words: string, many: number, all: number) => `${words} in ${many} of ${all} runs`,
  ran: (told: Ran) =>
    `The work ${verb(told)} on ${list(told.hardware) || 'hardware that is not known'}${time(told)} in ${list(told.places) || 'a place that is not known'}.`,
  answers: (answers: readonly string[]) => ` It answers ${list(answers)}.`,
  aPlannedRun: 'a planned run',
  planned: ({ name, chipHours, range, flop, share, tflops, rung }: Planned) => {
    const work = flop === null ? '' : `, ${flop} FLOP`;
    const speed =
      share === null || tflops === null ? '' : ` at ${share} % of ${tflops} TFLOP/s a chip`;
    const who = name === '' ? 'It' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return `${who} has not run yet: its ${chipHours} chip-hours${range}${work}${speed} follow from ${PLANNED_BY[rung]}.`;
  },
  emitted: ({ energy, powers, held, pues, basis, mass, inUse, grids }: Emitted) => {
    const from = powers.length > 0 ? ` from ${list(powers)}` : '';
    const parts = held.flatMap((part) => HELD[part] ?? []);
    const counting = parts.length > 0 ? `counting ${list(parts)}` : 'as metered';
    const pue = pues.length > 0 ? ` with a PUE of ${list(pues)}` : '';
    return `Electricity is estimated at ${energy}${from}, ${counting}${pue}; the operational emissions (${basis}) are ${mass}${inUse}, from ${list(grids)}.`;
  },
  emittedInShort: (energy: string, mass: string, basis: string, inUse: string) =>
    `Its electricity is estimated at ${energy} and its emissions (${basis}) at ${mass}${inUse}.`,
  taken: (words: readonly string[]) =>
    ` Not told of the model in use, and taken: ${words.join('; ')}.`,
  onAverage: (mass: string) =>
    ` That is the sum of the runs’ middle figures; the expected sum is ${mass}.`,
  /** Zone, year and scope; none of them where the intensity was given. */
  grid: (g: string, zone: string | null, year: number | null, scope: GridScope | null) =>
    `${g} g CO2e/kWh (${[zone, year, scope].filter((one) => one !== null).join(', ') || 'as given'})`,
  basis: (scope: GridScope | null) => `location-based${scope === null ? '' : SCOPES[scope]}`,
  made: (mass: string) => `The share of manufacturing the hardware is ${mass}.`,
  madeUnknown: 'Manufacture of the hardware is not known.',
  scopes: (scope2: string | null, scope3: string | null) =>
    `By the GHG Protocol, for whoever buys the electricity: Scope 2, location-based: ${scope2 ?? 'not known'}; Scope 3, category 3 (fuel and plants, without losses of the lines): ${scope3 ?? 'not known'}. For a customer of a cloud both are Scope 3.`,
  scopesUnknown: 'What of this is Scope 2 and what Scope 3 of the GHG Protocol is not known.',
  market: (mass: string) => `Market-based emissions are ${mass}.`,
  marketUnknown: 'Market-based emissions are not known.',
  /** @param percent null where it is all */
  offset: (who: readonly string[], percent: string | null) =>
    `${list(who) || 'The operator'} ${who.length > 1 ? 'state' : 'states'} that ${percent === null ? 'all' : `${percent} %`} of this is offset or matched; it is not subtracted.`,
  offsetUnknown: 'What is offset is not known.',
  water: (onSite: string | null, offSite: string | null) =>
    `Water: ${onSite === null ? 'on site not known' : `${onSite} on site`}, ${offSite === null ? 'at power plants not known' : `${offSite} at power plants`}.`,
  waterUnknown: 'Water is not known.',
  /** What is left out, by its name in the result. */
  part: (item: string, _part: Part) => item,
  leftOut: (items: readonly string[]) => `Left out: ${list(items)}.`,
  notCounted: (told: string) => ` Not counted, as told: ${told}.`,
  madeWith: (tool: string, methods: string, editions: string, date: string) =>
    `${tool}, method ${methods}, data edition ${editions}, ${date}`,
  /** The tool in a bibliography. */
  cited: {
    title: (version: string, editions: string) => `version ${version}, data edition ${editions}`,
    note: (methods: string, date: string) => `Method ${methods}; computed ${date}`,
  },
  estimatedWith: (madeWith: string) => `Estimated with the ${madeWith}.`,
  grownFrom: (paper: string) => `Grown from ${paper}.`,
  madeWithGrown: (madeWith: string, paper: string) =>
    `Made with the ${madeWith}, grown from ${paper}.`,
  /** The link that opens the run, and what follows it. */
  opens: { run: 'This run', there: ' opens there with its receipt.' },
  thisRun: (address: string) => `; this run: ${address}`,
};
