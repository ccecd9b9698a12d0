import {
  isProject,
  type ParsedProjectDraft,
  PROJECT_FIELDS,
  type ProjectRun,
  parseProjectDraft,
} from '@ml-emissions/schema';

/**
 * Reads a project again and again, of which only those runs are read anew that were not there the last time: what is
 * frozen all through cannot have changed meanwhile.
 *
 * @param most how many runs are taken
 * @returns as `parseProjectDraft`; a run that was there before is the same object as then
 */
export function draftReader(
  most: number = PROJECT_FIELDS['/runs'].most,
): (input: unknown) => ParsedProjectDraft {
  let head: string | null = null;
  let known = new WeakMap<object, ProjectRun>();
  return (input) => {
    const own = isProject(input) ? headOf(input) : null;
    const runs = isProject(input) && Array.isArray(input.runs) ? (input.runs as unknown[]) : [];
    // What is wrong is told by its place in the whole.
    const all = () => parseProjectDraft(input, most);
    if (own === null || runs.length === 0 || runs.length > most) return all();
    if (own !== head) known = new WeakMap();
    head = own;
    const fresh = runs.filter((run) => !isObject(run) || !known.has(run));
    const read = parseProjectDraft(
      { ...Object(input), runs: fresh.length > 0 ? fresh : [{}] },
      most,
    );
    if (!read.ok) return all();
    const found = new Map<unknown, ProjectRun>();
    for (const [index, run] of read.value.runs.entries()) {
      const written = fresh[index];
      found.set(written, run);
      if (isObject(written) && isFrozen(written)) known.set(written, run);
    }
    const each = runs.flatMap((run) => found.get(run) ?? known.get(run as object) ?? []);
    return { ok: true, value: { ...read.value, runs: each } };
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** All that a project says beside its runs; null where it is no plain value. */
function headOf({ runs: _, ...about }: Readonly<Record<string, unknown>>): string | null {
  try {
    return JSON.stringify(about);
  } catch {
    return null;
  }
}

/** Whether nobody can change any of it. */
const isFrozen = (value: unknown): boolean =>
  !isObject(value) || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
