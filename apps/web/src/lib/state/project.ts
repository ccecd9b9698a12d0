import { withDefaults } from '@ml-emissions/calculator';
import { withoutDefaults } from './defaults.ts';
import type { RunForm } from './fields.ts';
import { draftOf, EXAMPLE, formOf } from './form.ts';

/** Everything typed: the runs, and which of them is being edited. */
export interface ProjectForm {
  /** Which piece of work it is, in this browser alone; '' until it has one. */
  id: string;
  name: string;
  runs: RunForm[];
  active: number;
  /** What a project file says beside its runs, as JSON: its defaults, what counts as complete, what is left out. */
  rest: string;
}

/**
 * More runs than these are for the ledger: working them out would take longer than anybody waits. Files for the command
 * and requests to the server hold fewer (`PROJECT_FIELDS`).
 */
export const MOST_RUNS = 10_000;

/** What the page opens with. */
export const opening = (): ProjectForm => ({
  id: '',
  name: '',
  runs: [{ ...EXAMPLE }],
  active: 0,
  rest: '',
});

type Written = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function restOf({ rest }: Readonly<Pick<ProjectForm, 'rest'>>): Written {
  try {
    const value: unknown = JSON.parse(rest);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** A project as written: one run alone is a run. Runs that were never whole are no part of it, where others are. */
export function writtenOf(project: Readonly<ProjectForm>): Written {
  const counted = project.runs.filter(({ uncounted }) => uncounted === '');
  return writtenWith(project, (counted.length > 0 ? counted : project.runs).map(draftOf));
}

/** A project as written, of runs as written. */
export function writtenWith(
  project: Readonly<Pick<ProjectForm, 'name' | 'rest'>>,
  [first, ...more]: readonly Written[],
): Written {
  const rest = restOf(project);
  if (more.length === 0 && project.name === '' && project.rest === '') {
    return { schemaVersion: 1, ...first };
  }
  const { defaults, ...others } = rest;
  const runs = [first ?? {}, ...more];
  const start = {
    schemaVersion: 1,
    ...(project.name === '' ? {} : { name: project.name }),
    ...others,
  };
  return isRecord(defaults) ? { ...start, ...withoutDefaults(runs, defaults) } : { ...start, runs };
}

/**
 * A run or project as written -> what the page shows; null where it is neither.
 *
 * @param written from a file or a link; not checked
 */
export function projectOf(written: unknown): ProjectForm | null {
  if (!isRecord(written)) return null;
  if (!('runs' in written)) {
    const isRun = ['hardware', 'instance', 'slice', 'hours', 'energyKwh', 'host'].some(
      (name) => name in written,
    );
    return isRun ? { id: '', name: '', runs: [formOf(written)], active: 0, rest: '' } : null;
  }
  const { runs, name, schemaVersion: _, ...others } = written;
  if (!Array.isArray(runs)) return null;
  const all = runs.filter(isRecord);
  if (all.length === 0) return null;
  const shared = isRecord(others.defaults) ? others.defaults : {};
  return {
    id: '',
    name: typeof name === 'string' ? name : '',
    runs: all.map((run) => formOf(withDefaults(run, shared).input)),
    active: 0,
    rest: Object.keys(others).length > 0 ? JSON.stringify(others) : '',
  };
}
