import type { EstimateResult, Plan, Quantity } from '@ml-emissions/calculator';
import { number, percent } from '../format.ts';
import { large } from './large.ts';
import { led } from './led.ts';

const HOURS_PER_DAY = 24;
/** Fewer hours than these are told as hours alone. */
const MOST_PLAIN_HOURS = 48;

const RUNGS: Readonly<Record<Plan['rung'], string>> = {
  'speed-seen': 'as seen in a trial run',
  'mfu-given': 'as given',
  'mfu-usual': 'usual for the chip',
};

/** `430 (between 213 and 865) h`, with its unit before the range. */
function ranged({ value, low, high }: Quantity, unit: string): string {
  const range =
    low === undefined || high === undefined ? '' : ` (between ${number(low)} and ${number(high)})`;
  return `${number(value)} ${unit}${range}`;
}

/** How long a planned run takes, what that follows from, and how its size and its chips fit. */
export function planLines({ plan, run, machine }: EstimateResult): string[] {
  if (!plan) return [];
  const { hours, deviceHours, computeOptimal, memory } = plan;
  const days =
    hours && hours.value > MOST_PLAIN_HOURS ? `, ${number(hours.value / HOURS_PER_DAY)} days` : '';
  const chips = machine.accelerators[0]?.count;
  const on =
    hours && chips
      ? `; ${ranged(hours, 'h')}${days} on ${number(chips)} ${chips === 1 ? 'chip' : 'chips'}`
      : '';
  const often = run.repeats === undefined ? '' : ', each time';
  return [
    led('Planned', `${ranged(deviceHours, 'chip-hours')}${on}${often}: it has not run yet`),
    led('', speedWords(plan)),
    ...(computeOptimal
      ? [
          led(
            '',
            `${number(computeOptimal.tokensPerParameter)} tokens a parameter; 20, ${large(computeOptimal.tokens)} tokens, make the best model for the arithmetic`,
          ),
        ]
      : []),
    ...(memory
      ? [
          led(
            '',
            `weights, gradients and Adam's states: ${number(memory.neededGb)} GB; the chips have ${number(memory.chipsGb)} GB`,
          ),
        ]
      : []),
  ];
}

function speedWords({ flop, mfu, peakTflops, precision, rung }: Plan): string {
  const work = flop === null ? [] : [`${flop.toExponential(2)} FLOP`];
  const share = mfu === null ? [] : [`${percent(mfu.value)} of`];
  const speed =
    peakTflops === null
      ? []
      : [`${[...share, number(peakTflops)].join(' ')} TFLOP/s (${precision}) a chip`];
  return [...work, ...speed, `speed ${RUNGS[rung]}`].join(', ');
}
