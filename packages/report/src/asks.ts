import type { EstimateResult, Phase } from '@ml-emissions/model';
import { unitOf } from './functional-units.ts';
import { isMeasured } from './power-words.ts';
import type { Report } from './report.ts';
import { chipHoursOf, hardwareWords, hoursOf, phaseOf } from './run-words.ts';

/**
 * How a run answers what a form asks: as somebody told it, by what is usual or planned, or not at all; `apart` where no
 * field of a run holds it, so that it is to be written by hand.
 */
export type AskState = 'told' | 'taken' | 'missing' | 'apart';

interface Row {
  /** The field that answers it, as a JSON Pointer in a run; null where there is none. */
  readonly field: string | null;
  readonly state: (run: EstimateResult, report: Report) => AskState;
}

const toldIf = (isTold: boolean): AskState => (isTold ? 'told' : 'missing');

/** Phases that are the development of a model: who lists such runs has told of them. */
const DEVELOPMENT: ReadonlySet<Phase | undefined> = new Set<Phase>([
  'search',
  'ablation',
  'failed',
]);

/** Everything that forms ask for, each with the field of a run that answers it. */
const ASKS = {
  hardware: {
    field: '/hardware/0/accelerator',
    state: (run) => toldIf(hardwareWords(run) !== ''),
  },
  cpu: { field: '/host/cpu', state: ({ machine }) => toldIf(machine.cpu !== null) },
  memory: { field: '/host/memoryGb', state: ({ machine }) => toldIf(machine.memoryGb !== null) },
  storage: { field: null, state: () => 'apart' },
  owner: {
    field: '/site',
    state: ({ location, run }) =>
      toldIf(location.provider !== null || location.site !== null || run.site !== undefined),
  },
  place: {
    field: '/place/region',
    state: ({ location }) => toldIf(location.name !== null || location.zone !== null),
  },
  hours: {
    field: '/hours',
    state: (run) => {
      if (run.plan) return 'taken';
      // What a model in use answers in a year is told for that year.
      const isYear = run.service?.period === 'year';
      return toldIf(isYear || hoursOf(run) !== null || chipHoursOf(run) !== null);
    },
  },
  dates: { field: '/start', state: ({ run }) => toldIf(run.start !== undefined) },
  energy: { field: '/energyKwh', state: (run) => (isMeasured(run) ? 'told' : 'taken') },
  phase: { field: '/phase', state: (run) => toldIf(phaseOf(run) !== undefined) },
  modelName: {
    field: null,
    state: ({ run }) => (run.model?.name === undefined ? 'apart' : 'told'),
  },
  parameters: {
    field: '/model/parameters',
    state: ({ run }) => toldIf(run.model?.parameters !== undefined),
  },
  flop: { field: '/model/flop', state: ({ run }) => toldIf(run.model?.flop !== undefined) },
  otherRuns: {
    field: '/development/failed',
    state: ({ run }, { complete, runs }) =>
      toldIf(
        run.development !== undefined ||
          complete !== null ||
          runs.some((one) => DEVELOPMENT.has(phaseOf(one))),
      ),
  },
  unit: { field: '/functionalUnit/name', state: (run) => toldIf(unitOf(run) !== null) },
  whyUnit: {
    field: null,
    state: ({ run }) => (run.functionalUnit?.rationale === undefined ? 'apart' : 'told'),
  },
} as const satisfies Readonly<Record<string, Row>>;

/** The name of something that a form asks for. */
export type Ask = keyof typeof ASKS;

/** What a form asks for, and how a report answers it. */
export interface Asked {
  readonly ask: Ask;
  readonly field: string | null;
  /** The worst of all runs. */
  readonly state: AskState;
  /** Which runs answer no better than that, by their place in the report. */
  readonly runs: readonly number[];
}

const WORST_FIRST: readonly AskState[] = ['missing', 'apart', 'taken', 'told'];

/**
 * What a form asks for, with how a report answers it: what is missing first.
 *
 * @param report of `reportOf`
 * @param asks of the format's record
 * @returns one entry an ask
 * Errors: none.
 */
export function askedOf(report: Report, asks: readonly Ask[]): Asked[] {
  const rank = ({ state }: { readonly state: AskState }) => WORST_FIRST.indexOf(state);
  return asks
    .map((ask): Asked => {
      const { field, state: stateOf }: Row = ASKS[ask];
      const states = report.runs.map((run) => ({ state: stateOf(run, report) }));
      const state =
        WORST_FIRST.find((one) => states.some((other) => other.state === one)) ?? 'told';
      const runs = states.flatMap((one, index) => (one.state === state ? [index] : []));
      return { ask, field, state, runs };
    })
    .toSorted((a, b) => rank(a) - rank(b));
}
