import { SEARCH_STRATEGIES } from '@ml-emissions/model';
import type { Rows } from './row.ts';

/** What led to a run or went wrong beside it, in whole runs of its kind. */
export const DEVELOPMENT = {
  '/development': {
    kind: 'object',
    about: 'what led to the run or went wrong beside it, counted with it in whole runs of its kind',
    expected: '{ trials, trialShare, strategy, ablations, failed }',
  },
  '/development/trials': {
    kind: 'amount',
    about: 'settings that a search tried before the run',
    from: 1,
    to: 1e9,
    isMany: true,
    expected: 'trials from {from} to {to}',
    flag: '--search-trials <n>',
    label: 'trials',
  },
  '/development/trialShare': {
    kind: 'share',
    about:
      'of the time of the whole run, what one trial took that went to its end; the whole where it is not said',
    above: 0,
    to: 1,
    expected: 'a share above {above}, at most {to} (10 % is 0.1)',
    flag: '--trial-share <share>',
    label: 'trialShare',
  },
  '/development/strategy': {
    kind: 'choice',
    about:
      'how the search spent its trials: grid and random take each to its end, successive halving few',
    choices: SEARCH_STRATEGIES,
    flag: '--search-strategy <name>',
    label: 'strategy',
  },
  '/development/reductionFactor': {
    kind: 'number',
    about: 'of successive halving: one trial in so many goes on, for so many times as long',
    from: 2,
    to: 100,
    expected: 'a number from {from} to {to}',
    flag: '--reduction-factor <n>',
    label: 'reductionFactor',
  },
  '/development/ablations': {
    kind: 'amount',
    about: 'ablations, in whole runs of this kind',
    from: 0,
    to: 1e6,
    expected: 'whole runs from {from} to {to}',
    flag: '--ablations <runs>',
    label: 'ablations',
  },
  '/development/failed': {
    kind: 'amount',
    about: 'runs that failed or were thrown away, in whole runs of this kind',
    from: 0,
    to: 1e6,
    expected: 'whole runs from {from} to {to}',
    flag: '--failed <runs>',
    label: 'failedRuns',
  },
} as const satisfies Rows;
