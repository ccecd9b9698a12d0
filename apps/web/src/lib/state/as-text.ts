import type { RunForm } from './fields.ts';
import { EMPTY } from './form.ts';
import { MOST_RUNS, type ProjectForm } from './project.ts';

/** No project of a person is longer: as many runs as the page takes, each of a thousand letters. */
export const MOST_LETTERS = 10_000_000;
const MOST_RUN_NAMES = 200;

/** What an untouched run says is not written: a run is a few words, and hundreds of them fit. */
const sparse = (run: Readonly<RunForm>): Partial<RunForm> =>
  Object.fromEntries(
    NAMES.flatMap((name) => (run[name] === EMPTY[name] ? [] : [[name, run[name]]])),
  );
// Always in this order: two that say the same are the same text.
const NAMES = Object.keys(EMPTY) as (keyof RunForm)[];

/** One run as this browser keeps it: all that was typed, letter by letter. */
export const runText = (run: Readonly<RunForm>): string => JSON.stringify(sparse(run));

/** A project as this browser keeps it, of runs by `runText`. */
export function textOfRuns(
  { id, name, rest, active }: Readonly<Omit<ProjectForm, 'runs'>>,
  runs: readonly string[],
): string {
  const about = JSON.stringify({ id, name, rest, active });
  return `${about.slice(0, -1)},"runs":[${runs.join(',')}]}`;
}

/** A project as this browser keeps it. */
export const textOf = (project: Readonly<ProjectForm>): string =>
  textOfRuns(project, project.runs.map(runText));

/** What it says, whichever piece of work it is and whichever run is looked at. */
export const wordsOf = (project: Readonly<ProjectForm>): string =>
  textOf({ ...project, id: '', active: 0 });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts of a record by the names of an example; null where it holds others: it is of another version. */
function textsOf<T extends object>(record: Record<string, unknown>, example: T): T | null {
  const entries = Object.entries(record);
  const isOurs = entries.every(
    ([name, value]) => Object.hasOwn(example, name) && typeof value === 'string',
  );
  return isOurs && entries.length <= MOST_RUN_NAMES ? { ...example, ...record } : null;
}

/** Reads what `textOf` wrote; null where it is anything else. */
export function projectOfText(text: string): ProjectForm | null {
  if (text.length > MOST_LETTERS) return null;
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(stored)) return null;
  const { runs, active, ...others } = stored;
  const about = textsOf(others, { id: '', name: '', rest: '' });
  if (!about || !Array.isArray(runs) || runs.length === 0 || runs.length > MOST_RUNS) return null;
  const forms = runs.map((run) => (isRecord(run) ? textsOf(run, EMPTY) : null));
  if (forms.some((form) => form === null)) return null;
  return {
    ...about,
    runs: forms as RunForm[],
    active: typeof active === 'number' && active in runs ? active : 0,
  };
}
