import { LINK_START, MOST_LINK_LETTERS } from '@ml-emissions/report/link';
import { MOST_RUNS, type ProjectForm, projectOf, writtenOf } from '../state/project.ts';

/** How links of any version begin; a reader of ours would misread another's. */
const START = /^#\d+\./;

/** Packing more runs to see that they are too many would hold up the page: a run is some ten letters. */
const MOST_LINKED_RUNS = 3000;

/** A text of more letters, as `textOf` writes it, is not packed with every pause to see that it is too much. */
export const MOST_LINKED_TEXT = 300_000;

/** The part of the address that holds the whole project, edition and all; null where it is too much for a link. */
export async function linkOf(project: Readonly<ProjectForm>): Promise<string | null> {
  if (project.runs.length > MOST_LINKED_RUNS) return null;
  const { packed } = await import('@ml-emissions/report/packed');
  const link = `${LINK_START}${packed(writtenOf(project))}`;
  return link.length > MOST_LINK_LETTERS ? null : link;
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
