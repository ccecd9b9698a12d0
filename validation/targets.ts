import type { Score } from './meter.ts';
import type { Recomputed } from './published.ts';
import type { validateServerMeter } from './server-meter.ts';
import type { validateWallMeter } from './wall-meter.ts';

/** Something that must hold, or that is aimed at. */
export interface Target {
  readonly name: string;
  readonly isMet: boolean;
  /** An aim that is missed is told, not failed. */
  readonly isAim: boolean;
  readonly detail: string;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const must = (name: string, isMet: boolean, detail: string): Target => ({
  name,
  isMet,
  isAim: false,
  detail,
});

function aim(score: Score, most: number): Target {
  return {
    name: `${score.name}: mean error at most ${percent(most)}`,
    isMet: score.meanError <= most,
    isAim: true,
    detail: [
      percent(score.meanError),
      ...(score.floor === null
        ? []
        : [`the best constant in hindsight has ${percent(score.floor)}`]),
    ].join('; '),
  };
}

const AIMS: Readonly<Record<string, number>> = {
  'vision-inference, gpu': 0.15,
  'llm-inference, gpu': 0.2,
  'vision-inference, cpu': 0.3,
};
const WIDEST = { gpu: 4, cpu: 6, training: 2.5 };
const COVERED = 0.9;
const COMPONENT_ERROR = 0.12;
const TRAINING_AIM = 0.08;

/** Every target of the validation. */
export function targetsOf(
  published: readonly Recomputed[],
  wall: ReturnType<typeof validateWallMeter>,
  server: ReturnType<typeof validateServerMeter>,
): Target[] {
  const failed = published.filter(({ passes }) => !passes).map(({ id }) => id);
  return [
    must(
      'published footprints agree with their own inputs, or disagree as listed',
      failed.length === 0,
      failed.length === 0 ? `${published.length} of ${published.length}` : failed.join(', '),
    ),
    must(
      'desktop: 90 % of the runs inside the range',
      wall.all.covered >= COVERED,
      percent(wall.all.covered),
    ),
    ...wall.strata.flatMap((score) => {
      const most = score.name.endsWith('cpu') ? WIDEST.cpu : WIDEST.gpu;
      return [
        must(
          `${score.name}: high / low at most ${most}`,
          score.widest <= most,
          score.widest.toFixed(2),
        ),
        aim(score, AIMS[score.name] ?? Number.NaN),
      ];
    }),
    must(
      'desktop, components metered: median error at most 12 %',
      wall.components.medianError <= COMPONENT_ERROR,
      percent(wall.components.medianError),
    ),
    must(
      'desktop, components metered: 90 % of the runs inside the range',
      wall.components.covered >= COVERED,
      percent(wall.components.covered),
    ),
    must(
      'servers, training: 90 % inside the range',
      server.training.covered >= COVERED,
      percent(server.training.covered),
    ),
    must(
      `servers, training: high / low at most ${WIDEST.training}`,
      server.training.widest <= WIDEST.training,
      server.training.widest.toFixed(2),
    ),
    aim({ ...server.training, name: 'servers, training' }, TRAINING_AIM),
  ];
}
