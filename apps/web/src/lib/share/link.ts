import { MOST_RUNS, type ProjectForm, projectOf, writtenOf } from '../state/project.ts';

/** The version of the links; a reader of version 1 would misread another. */
const VERSION = '1';
const START = `#${VERSION}.`;
const OTHER = /^#(\d+)\./;
/** Longer addresses are cut off by some programs; a file carries more. */
export const MOST_LETTERS = 30_000;

/** The part of the address that holds the whole project, edition and all. */
export async function linkOf(project: Readonly<ProjectForm>): Promise<string> {
  const { packed } = await import('@ml-emissions/report/packed');
  return `${START}${packed(writtenOf(project))}`;
}

/** What a link says, or what is wrong with it. */
export type Linked =
  | { readonly ok: true; readonly project: ProjectForm }
  | { readonly ok: false; readonly fault: 'broken' | 'version' };

/**
 * Reads the part of the address after `#`; null where it is no link of ours.
 *
 * @param hash as `location.hash` gives it
 */
export async function readLink(hash: string): Promise<Linked | null> {
  const [, version] = OTHER.exec(hash) ?? [];
  if (version === undefined) return null;
  if (version !== VERSION) return { ok: false, fault: 'version' };
  const { unpacked } = await import('@ml-emissions/report/packed');
  const project = projectOf(unpacked(hash.slice(START.length)));
  const isWhole = project && project.runs.length <= MOST_RUNS;
  return isWhole ? { ok: true, project } : { ok: false, fault: 'broken' };
}
