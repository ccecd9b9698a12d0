import type { Rows } from './row.ts';

/** Every field of a project, one row each; its runs are parsed on their own. */
export const PROJECT_FIELDS = {
  '/schemaVersion': { kind: 'version', about: 'version of this shape', expected: '1', default: 1 },
  '/name': { kind: 'text', about: 'name of the project', expected: 'text' },
  '/defaults': {
    kind: 'run',
    about: 'what all runs share; a run may say otherwise',
    expected: 'part of a run',
    default: {},
  },
  '/runs': {
    kind: 'list',
    about: 'at least one run',
    expected: 'a list of runs',
    isRequired: true,
    notEmpty: 'a list of runs, at least one',
    most: 500,
    atMost: 'at most {most} runs; give more as one run a line',
  },
  '/runs/*': { kind: 'run', about: 'one piece of computation', expected: 'a run' },
  '/complete': {
    kind: 'boolean',
    about: 'whether every run of the work is in the list',
    expected: 'true or false',
  },
  '/notCounted': { kind: 'text', about: 'what is not in the list, in words', expected: 'text' },
  '/shared': {
    kind: 'list',
    about: 'fields that all runs take from the defaults; worked out anew when it is read',
    expected: 'a list of fields such as ["hours", "pue"]',
    most: 60,
    atMost: 'at most {most} fields',
  },
  '/shared/*': {
    kind: 'field-name',
    about: 'a field of a run',
    expected: 'a field such as hours',
  },
} as const satisfies Rows;
