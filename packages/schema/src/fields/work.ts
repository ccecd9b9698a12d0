import { PHASES, SCENARIOS, WORK_KINDS } from '@ml-emissions/model';
import type { Rows } from './row.ts';

/** What was run, and on what model. */
export const WORK = {
  '/schemaVersion': { kind: 'version', about: 'version of this shape', expected: '1', default: 1 },
  '/name': { kind: 'text', about: 'name of the run', expected: 'text', label: 'name' },
  '/phase': {
    kind: 'choice',
    about: 'what the run is for',
    choices: PHASES,
    flag: '--phase <phase>',
    label: 'phase',
  },
  '/model': {
    kind: 'object',
    about: 'the model that it makes or uses',
    expected: '{ name, parameters, flop, tokens, ... }',
  },
  '/model/name': { kind: 'text', about: 'name of the model', expected: 'text' },
  '/model/parameters': {
    kind: 'amount',
    about:
      'parameters of the model as published, its top included; in training, small ones keep a chip less busy',
    above: 0,
    to: 1e40,
    isMany: true,
    expected: 'parameters above {above}',
    flag: '--parameters <number>',
    label: 'parameters',
  },
  '/model/activeParameters': {
    kind: 'number',
    about: 'parameters in use for one token, of a mixture of experts',
    above: 0,
    to: 1e40,
    isMany: true,
    expected: 'parameters above {above}',
  },
  '/model/flop': {
    kind: 'number',
    about: 'arithmetic of the run',
    unit: 'FLOP',
    above: 0,
    to: 1e40,
    isMany: true,
    expected: 'FLOP above {above}',
  },
  '/model/tokens': {
    kind: 'number',
    about: 'tokens that it was trained on',
    above: 0,
    to: 1e40,
    isMany: true,
    expected: 'tokens above {above}',
  },
  '/model/baseModel': { kind: 'text', about: 'the model that it starts from', expected: 'text' },
  '/model/uri': { kind: 'text', about: 'where the model is found', expected: 'text' },
  '/work': {
    kind: 'choice',
    about: 'what it does',
    choices: WORK_KINDS,
    flag: '--work <kind>',
    label: 'work',
  },
  '/scenario': {
    kind: 'choice',
    about: 'of inference: one request at a time, a few, or batches',
    choices: SCENARIOS,
    flag: '--scenario <name>',
    label: 'scenario',
  },
  '/batchSize': {
    kind: 'amount',
    about: 'samples or sequences that a chip has at a time; in training, of a step',
    above: 0,
    to: 1e9,
    expected: 'samples a chip above {above}, at most {to}',
    flag: '--batch-size <samples>',
    label: 'batchSize',
  },
} as const satisfies Rows;
