import { LINK_START } from '@ml-emissions/report/link';
import { MOST_RUNS, type ProjectForm, projectOf, writtenOf } from '../state/project.ts';

/** How links of any version begin; a reader of ours would misread another's. */
const START = /^#\d+\./;

/** The part of the address that holds the whole project, edition and all. */
export async function linkOf(project: Readonly<ProjectForm>): Promise<string> {
  const { packed } = await import('@ml-emissions/report/packed');
  return `${LINK_START}${packed(writtenOf(project))}`;
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
  if (!START.test(hash)) return null;
  if (!hash.startsWith(LINK_START)) return { ok: false, fault: 'version' };
  const { unpacked } = await import('@ml-emissions/report/packed');
  const project = projectOf(unpacked(hash.slice(LINK_START.length)));
  const isWhole = project && project.runs.length <= MOST_RUNS;
  return isWhole ? { ok: true, project } : { ok: false, fault: 'broken' };
}
