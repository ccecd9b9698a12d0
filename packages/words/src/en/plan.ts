import type { PlanRung, SearchStrategy } from '@ml-emissions/model';
import { joined, type Sentences, short, words } from '../language.ts';
import { large } from './large.ts';

const RUNG: Readonly<Record<PlanRung, string>> = {
  'speed-seen': 'as seen in a trial run',
  'mfu-given': 'as given',
  'mfu-usual': 'usual for the chip',
};

const STRATEGIES: Readonly<Record<SearchStrategy, string>> = {
  grid: 'a grid',
  random: 'at random',
  'successive-halving': 'successive halving',
};

/** Runs that have not been. */
export const plan = {
  'settle-plan':
    'say how many tokens a second one chip trains on, from a trial run of a few minutes',
  'limit-slows':
    'how much slower a chip is under a power limit is not known; the tokens a second of a trial run under it, or its MFU, say so',
  'plan-too-long': 'it would take more chip-hours than any run',
  'no-peak': 'the peak FLOP/s of the chip are not known',
  'no-arithmetic': 'only the speed of a trial run, or parameters and tokens, say how long it takes',
  'edition-plans-nothing': 'this edition has no usual speeds of training',
  'no-tokens-to-change': 'the run is not planned by its tokens',
  'mfu-unlikely': ({ percent, tflops, precision }, { number }) =>
    `the arithmetic of the model in that time is ${number(short(percent))} % of what the chips can do at ${number(tflops)} TFLOP/s (${precision}): ${percent > 100 ? 'fewer tokens or parameters, more chips or more time are meant' : 'more tokens or parameters, fewer chips or less time may be meant'}`,
  'precision-not-had': ({ chip, precision, instead }) =>
    `no peak is known of ${chip} in ${precision}, and most chips without one have no unit for it: the plan counts ${instead} in its place`,
  'memory-too-small': ({ neededGb, chipsGb }, { number }) =>
    `weights, gradients and Adam's states take ${number(short(neededGb))} GB, and all chips together have ${number(short(chipsGb))} GB: it does not fit without smaller states or a part of them elsewhere`,
  'run-with-development': ({ runs, search, trials, strategy, ablations, failed }, { number }) =>
    [
      `${number(short(runs))} of the run itself`,
      ...(trials === null
        ? []
        : [
            `${number(short(search))} of a search (${number(short(trials))} trials, ${STRATEGIES[strategy]})`,
          ]),
      ...(ablations > 0 ? [`${number(short(ablations))} of ablations`] : []),
      ...(failed > 0 ? [`${number(short(failed))} of failed runs`] : []),
    ].join(', '),
  'planned-anew': ({ memory }, { number }) =>
    `planned anew by what is usual for it${memory ? `; its states take ${number(short(memory.neededGb))} GB and the chips have ${number(short(memory.chipsGb))} GB: they may not fit` : ''}`,
  'tokens-times': ({ times }, { number }) => `${number(short(times))} times the tokens`,
  'flop-given': 'FLOP as given',
  'flop-of-tokens': ({ passed, trained, tokens }, { number }) =>
    trained === null
      ? `6 x ${large(passed, number)} parameters x ${large(tokens, number)} tokens`
      : `(4 x ${large(passed, number)} + 2 x ${large(trained, number)} trained parameters) x ${large(tokens, number)} tokens`,
  'flop-of-samples': ({ forwardFlop, samples }, { number }) =>
    `3 x ${large(forwardFlop, number)} FLOP x ${large(samples, number)} samples`,
  planned: ({ rung, counted, tflops, precision, mfuPercent, perSecond, chips }, language) => {
    const { number } = language;
    const work = counted && words(counted, language);
    const speed =
      perSecond === null
        ? `at ${number(short(mfuPercent ?? 0))} % of ${number(tflops ?? 0)} TFLOP/s (${precision}), ${RUNG[rung]}`
        : `at ${number(short(perSecond))} a second on each chip, ${RUNG[rung]}`;
    const on = chips === null ? null : `on ${number(chips)} ${chips === 1 ? 'chip' : 'chips'}`;
    return joined([`planned: ${work ?? 'all of it'} ${speed}`, on], ', ');
  },
} satisfies Partial<Sentences>;
