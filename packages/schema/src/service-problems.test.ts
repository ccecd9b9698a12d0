import { describe, expect, test } from 'vitest';
import { parseDraft } from './parse-draft.ts';

const problemsOf = (run: object) => {
  const parsed = parseDraft({ place: { country: 'FR' }, ...run });
  return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${code} ${field}`);
};
const of = (service: object, run: object = {}) =>
  problemsOf({ model: { parameters: 7e9 }, service, ...run });

describe('what a service says', () => {
  test.each([
    [{ requests: 1e6, per: 'day', outputTokensPerRequest: 300 }, {}],
    [{ requests: '1M', outputTokens: 3e8 }, {}],
    [{ images: 1e6, steps: 20 }, {}],
    [{ queries: 5 }, { energyKwh: 3 }],
    [{ requests: 5 }, { hours: 3, hardware: [{ accelerator: 'L4' }] }],
    [{ requests: 1e6 }, { phase: 'evaluation' }],
  ])('%j with %j holds', (service, run) => {
    expect(of(service, run)).toEqual([]);
  });

  test.each([
    [{}, {}, 'missing /service/requests'],
    [{ per: 'day' }, {}, 'missing /service/requests'],
    [{ requests: 0 }, {}, 'out-of-range /service/requests'],
    [{ outputTokens: 0 }, {}, 'out-of-range /service/outputTokens'],
    [
      { requests: 1, outputTokensPerRequest: 0 },
      {},
      'out-of-range /service/outputTokensPerRequest',
    ],
    [{ requests: 1, images: 1 }, {}, 'conflict /service/images'],
    [{ queries: 1, requests: 1 }, {}, 'conflict /service/queries'],
    [
      { requests: 10, outputTokens: 100, outputTokensPerRequest: 300 },
      {},
      'conflict /service/outputTokens',
    ],
    [{ requests: 1, tokensPerSecond: 5 }, { hours: 3 }, 'conflict /service/tokensPerSecond'],
    [{ requests: 1, per: 'day' }, { hours: 3 }, 'conflict /service/per'],
    [{ requests: 1, per: 'month' }, { energyKwh: 3 }, 'conflict /service/per'],
    [{ requests: 1 }, { repeats: 3 }, 'conflict /repeats'],
    [{ images: 1, outputTokensPerRequest: 5 }, {}, 'conflict /service/outputTokensPerRequest'],
    [{ images: 1, framesPerSecond: 24 }, {}, 'conflict /service/framesPerSecond'],
    [{ requests: 1, steps: 20 }, {}, 'conflict /service/steps'],
    [{ images: 1, tokensPerSecond: 5 }, {}, 'conflict /service/tokensPerSecond'],
    [{ requests: 1 }, { phase: 'training' }, 'conflict /service'],
    [{ requests: 1, concurrency: 4 }, { batchSize: 4 }, 'conflict /service/concurrency'],
    [{ requests: 1, sizeClass: 'small' }, {}, 'conflict /service/sizeClass'],
    [
      { requests: 1 },
      { model: { parameters: 7e9, architecture: 'mixture-of-experts' } },
      'missing /model/activeParameters',
    ],
    [
      { requests: 1 },
      { model: { parameters: 7e9, activeParameters: 8e9 } },
      'conflict /model/activeParameters',
    ],
    [{ requests: 1, utilisation: 0 }, {}, 'out-of-range /service/utilisation'],
  ])('%j with %j: %s', (service, run, problem) => {
    expect(of(service, run)).toContain(problem);
  });
});
