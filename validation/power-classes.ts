import type { Library } from './cases.ts';
import { validateChipTraining } from './chip-training.ts';
import { errorFittedWithout, type LeftOut } from './leave-out.ts';
import { boundOf, type Score, scoreOf } from './meter.ts';
import { validateMlperfInference } from './mlperf-inference.ts';
import { byClass, type PowerCase, type Told } from './power-case.ts';
import { type SumScore, sumScores } from './together.ts';

/** How the metered runs of a class fare with as much told as `told` says. */
export interface ClassScore extends Score {
  readonly told: Told;
  /** The least mean error that any rule could have that is told the same; null where few runs are alike. */
  readonly bound: number | null;
  /** The mean error once the usual values of these classes are fitted anew, leaving something out. */
  readonly fitted: Readonly<Record<LeftOut, number | null>>;
}

/** All classes, by kind of machine and by machine. */
export interface PowerClasses {
  readonly byKind: readonly ClassScore[];
  readonly byMachine: readonly ClassScore[];
  /** The sums of whole classes. */
  readonly sums: readonly SumScore[];
}

function classScore(
  name: string,
  told: Told,
  of: readonly PowerCase[],
  among: readonly PowerCase[],
): ClassScore {
  const score = scoreOf(
    name,
    of.map(({ prediction }) => prediction),
  );
  const fitted = (left: LeftOut) => errorFittedWithout(among, of, left);
  return {
    ...score,
    told,
    bound: boundOf(
      of.map(({ prediction: { measured, hours }, inputs }) => ({ measured, hours, inputs })),
      ({ inputs }) => inputs,
    ),
    fitted: {
      none: fitted('none'),
      machine: fitted('machine'),
      card: fitted('card'),
      network: fitted('network'),
    },
  };
}

const classes = (
  cases: readonly PowerCase[],
  nameOf: (one: PowerCase) => string | null,
): ClassScore[] => byClass(cases, nameOf, classScore);

/** One machine with one run of each scenario is no three classes. */
const isAlone = (kind: string) => kind === 'workstation';

const KINDS = [
  'GPU server',
  'Cloud AI 100 server',
  'edge device',
  'workstation',
  'chip in training',
  'chip under a limit',
];
const kindOf = (name: string) => KINDS.findIndex((kind) => name.startsWith(kind));

/** The most that is told of a machine. */
const isFullest = ({ kind, told }: PowerCase) =>
  told === (kind === 'edge device' ? 'scenario' : 'processors');

/**
 * Metered power by kind of machine and by machine.
 *
 * @param library the package
 */
export function validatePower(library: Library): PowerClasses {
  const inference = validateMlperfInference(library);
  const training = validateChipTraining(library);
  return {
    byKind: [
      ...classes(inference, ({ kind, load }) => (isAlone(kind) ? null : `${kind}, ${load}`)),
      ...classes(inference, ({ kind }) => (kind === 'GPU server' ? null : `${kind}, all`)),
      ...classes(training, ({ ask }) => ask),
      ...classes(training, ({ kind }) => `${kind}, all`),
    ].sort((a, b) => kindOf(a.name) - kindOf(b.name)),
    byMachine: [
      ...classes(inference.filter(isFullest), ({ machine, load }) => `${machine}, ${load}`),
      ...classes(training, ({ machine, kind }) => `${machine}, ${kind}`),
    ],
    sums: [
      ...sumScores(library, inference, ({ kind, load }) => `${kind}, ${load}`),
      ...sumScores(library, training, ({ ask }) => ask),
      ...sumScores(library, training, ({ network, kind }) => `${network}, ${kind}`),
    ].sort((a, b) => kindOf(a.name) - kindOf(b.name)),
  };
}
