import type { FileText, Finding } from './finding.ts';
import { namedRows } from './rows.ts';

/** Licences that a source may have; each lets facts be carried with their source named. */
const KNOWN = new Set([
  'AGPL-3.0 (facts only)',
  'Apache-2.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'GPL-3.0 (facts only)',
  'MIT',
  'MPL-2.0',
  'ODC-By-1.0',
  'ODbL-1.0',
  'OGL-Canada-2.0',
  'OGL-UK-3.0',
  'US-public-domain',
  'facts',
  'public-domain',
  'proprietary (facts only)',
  'unknown (facts only)',
]);
const SHARE_ALIKE = 'ODbL-1.0';
const APART = 'odbl/';

/** Every licence is known, and share-alike rows stay in their own folder. */
export function checkLicences(files: ReadonlyMap<string, FileText>): Finding[] {
  const file = 'sources.csv';
  const sources = namedRows(files.get(file));
  const unknown = sources
    .filter(({ cell }) => !KNOWN.has(cell('licence')))
    .map(({ line, cell }) => ({
      file,
      line,
      column: 'licence',
      value: cell('licence'),
      expected: `one of ${[...KNOWN].join(', ')}`,
    }));
  const shareAlike = new Set(
    sources.filter(({ cell }) => cell('licence') === SHARE_ALIKE).map(({ cell }) => cell('id')),
  );
  return [...unknown, ...[...files.values()].flatMap((text) => strayed(text, shareAlike))];
}

function strayed(text: FileText, shareAlike: ReadonlySet<string>): Finding[] {
  if (text.file.includes(APART)) return [];
  return namedRows(text)
    .filter(({ cell }) => shareAlike.has(cell('source_id')))
    .map(({ line, cell }) => ({
      file: text.file,
      line,
      column: 'source_id',
      value: cell('source_id'),
      expected: `a source that is not share-alike, or the row in ${APART}`,
    }));
}
