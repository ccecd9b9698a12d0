import { amountOf, type EstimateResult, type Rungs, type UsedChip } from '@ml-emissions/model';
import { given, shown } from './figure.ts';
import { chipWords } from './run-words.ts';
import { english } from './wording/index.ts';

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

/** `energy metered at the wall (16,020 kWh)`: what was given, digit for digit. */
function meteredWords({ run }: EstimateResult, { figure, power }: typeof english): string {
  const { energyKwh, energyScope = 'it' } = run;
  const kwh = energyKwh === undefined ? null : figure(given(amountOf(energyKwh)));
  return power.metered(energyScope, kwh);
}

/** What the energy of chips rests on that is told as a whole. */
function unpoweredWords(run: EstimateResult, words: typeof english): string {
  if (run.rungs.power === 'energy-per-use') return servedWords(run, words);
  return run.rungs.power === 'metered-energy' ? meteredWords(run, words) : '';
}

/** `what the service answers, at an estimated 0.843 J a token written at the chips`: nothing of it was metered. */
function servedWords({ service }: EstimateResult, { figure, power }: typeof english): string {
  if (!service) return power.served;
  const { value, unit } = service.joulesPerUnit;
  return power.servedAt(figure(shown(value)), unit);
}

/** A share of rated power; where none is rated, the power itself. */
const shareOf = ({ utilisation, powerW }: Chip, { figure, power }: typeof english) =>
  utilisation === null
    ? `${figure(shown(powerW))} W`
    : power.share(figure(shown(100 * utilisation)));

/** How chips are powered: all of them, or one kind among others. */
function poweredBy(chip: Chip, of: 'ofAll' | 'ofKind', words: typeof english): string {
  const said = words.power[of];
  switch (chip.power) {
    case 'measured':
      return said.measured(words.figure(given(chip.powerW)));
    case 'utilisation':
    case 'typical':
      return said[chip.power](shareOf(chip, words));
    case 'tdp':
      return said.tdp;
  }
}

/**
 * What the energy rests on: a meter, or for each kind of chip a measured power or how much of the rated power; kinds
 * that agree are said together. '' where no chip drew any.
 *
 * @example `8 NVIDIA A100 SXM4 80GB at a usual 88 % of rated power, 4 Tesla V100 at a measured 210 W`
 */
export function powerWords(run: EstimateResult, words = english): string {
  const chips = powered(run);
  const [first] = chips;
  if (!first) return unpoweredWords(run, words);
  const kinds = new Map<string, string[]>();
  for (const chip of chips) {
    const at = poweredBy(chip, 'ofKind', words);
    kinds.set(at, [...(kinds.get(at) ?? []), chipWords(chip, words)]);
  }
  if (kinds.size === 1) return poweredBy(first, 'ofAll', words);
  return words.power.mixed([...kinds].map(([at, names]) => words.power.kinds(names, at)));
}
