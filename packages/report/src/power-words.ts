import {
  amountOf,
  type EnergyScope,
  type EstimateResult,
  type Rungs,
  type UsedChip,
} from '@ml-emissions/model';
import { given, shown } from './figure.ts';
import { chipWords } from './run-words.ts';

type Chip = UsedChip & { readonly power: NonNullable<UsedChip['power']>; readonly powerW: number };

/** The kinds of chips whose power the method took; none where their energy was metered. */
function powered({ machine }: EstimateResult): Chip[] {
  return machine.accelerators.filter(
    (chip): chip is Chip => chip.power !== null && chip.powerW !== null,
  );
}

/** Every way in which power was found, each once: the chips' own rungs, else the meter's. */
export function powerRungs(run: EstimateResult): Rungs['power'][] {
  const rungs: Rungs['power'][] = powered(run).map(({ power }) => power);
  return rungs.length > 0 ? [...new Set(rungs)] : [run.rungs.power];
}

/** Whether a meter told the energy, or the mean power of any chip. */
export function isMeasured(run: EstimateResult): boolean {
  return powerRungs(run).some((rung) => rung === 'metered-energy' || rung === 'measured');
}

const METERED: Readonly<Record<EnergyScope, string>> = {
  accelerators: 'metered energy of the chips',
  components: 'metered energy of chips, processors and memory',
  it: 'energy metered at the wall',
  facility: 'metered energy of the facility',
};

/** `energy metered at the wall (16,020 kWh)`: what was given, digit for digit. */
function meteredWords({ run }: EstimateResult): string {
  const { energyKwh, energyScope = 'it' } = run;
  const kwh = energyKwh === undefined ? '' : ` (${given(amountOf(energyKwh))} kWh)`;
  return `${METERED[energyScope]}${kwh}`;
}

/** What the energy of chips rests on that is told as a whole. */
function unpoweredWords(run: EstimateResult): string {
  if (run.rungs.power === 'energy-per-use') return servedWords(run);
  return run.rungs.power === 'metered-energy' ? meteredWords(run) : '';
}

/** `what the service answers, at an estimated 0.843 J a token written at the chips`: nothing of it was metered. */
function servedWords({ service }: EstimateResult): string {
  const words = 'what the service answers';
  if (!service) return words;
  const { value, unit } = service.joulesPerUnit;
  return `${words}, at an estimated ${shown(value)} J ${ONE[unit]} at the chips`;
}

const ONE: Readonly<Record<NonNullable<EstimateResult['service']>['use'], string>> = {
  'output-token': 'a token written',
  request: 'a request',
  image: 'an image',
  'video-second': 'a second of video',
  query: 'a query',
};

/** A share of rated power; where none is rated, the power itself. */
const shareOf = ({ utilisation, powerW }: Chip) =>
  utilisation === null ? `${shown(powerW)} W` : `${shown(100 * utilisation)} % of rated power`;

/** How all chips are powered. */
function ofAll(chip: Chip): string {
  switch (chip.power) {
    case 'measured':
      return `the measured mean power of the chips (${given(chip.powerW)} W)`;
    case 'utilisation':
      return `a given mean power of ${shareOf(chip)}`;
    case 'typical':
      return `a usual mean power of ${shareOf(chip)}`;
    case 'tdp':
      return 'the rated power of the chips';
  }
}

/** How one kind among others is powered. */
function ofKind(chip: Chip): string {
  switch (chip.power) {
    case 'measured':
      return `a measured ${given(chip.powerW)} W`;
    case 'utilisation':
      return `a given ${shareOf(chip)}`;
    case 'typical':
      return `a usual ${shareOf(chip)}`;
    case 'tdp':
      return 'rated power';
  }
}

/**
 * What the energy rests on: a meter, or for each kind of chip a measured power or how much of the rated power; kinds
 * that agree are said together. '' where no chip drew any.
 *
 * @example `8 NVIDIA A100 SXM4 80GB at a usual 88 % of rated power, 4 Tesla V100 at a measured 210 W`
 */
export function powerWords(run: EstimateResult): string {
  const chips = powered(run);
  const [first] = chips;
  if (!first) return unpoweredWords(run);
  const kinds = new Map<string, string[]>();
  for (const chip of chips) {
    const words = ofKind(chip);
    kinds.set(words, [...(kinds.get(words) ?? []), chipWords(chip)]);
  }
  if (kinds.size === 1) return ofAll(first);
  return [...kinds].map(([words, names]) => `${names.join(' and ')} at ${words}`).join(', ');
}
