import { checkAliases } from './aliases.ts';
import { checkAreaSpreads } from './area-spread.ts';
import { checkCellSources } from './cell-sources.ts';
import { checkCells, checkFrozenCells } from './cells.ts';
import { checkCpus } from './cpu-laws.ts';
import { checkSpreads } from './default-laws.ts';
import type { FileText, Finding } from './finding.ts';
import { checkGrids } from './grid-laws.ts';
import { checkHardware } from './hardware-laws.ts';
import { checkHours } from './hour-laws.ts';
import { checkInstances } from './instance-laws.ts';
import { checkLicences } from './licences.ts';
import { checkPlaces } from './place-laws.ts';
import { checkReferences } from './references.ts';
import { checkSites } from './sites.ts';
import { TABLE_FILES } from './tables.ts';

/** A copy that a published edition keeps of a table that has changed since. */
const FROZEN = /^editions\/[^/]+\/(?<table>.+)$/;

/**
 * Everything wrong with the commons.
 *
 * @param files the files as read
 * @returns all findings; empty where the commons is sound
 */
export function checkCommons(files: readonly FileText[]): Finding[] {
  const byPath = new Map(files.map((text) => [text.file, text]));
  const findings: Finding[] = [];
  for (const [file, table] of Object.entries(TABLE_FILES)) {
    const text = byPath.get(file);
    if (text) findings.push(...checkCells(text, table));
    else findings.push({ file, line: 0, column: '', value: '', expected: 'the file to be there' });
  }
  for (const text of files) {
    const { file } = text;
    if (Object.hasOwn(TABLE_FILES, file)) continue;
    const frozen = TABLE_FILES[FROZEN.exec(file)?.groups?.table ?? ''];
    if (frozen) {
      findings.push(...checkFrozenCells(text, frozen));
      continue;
    }
    findings.push({
      file,
      line: 0,
      column: '',
      value: '',
      expected: 'a table that the code knows',
    });
  }
  // References into a broken table, and laws over broken cells, would only repeat what was said.
  if (findings.length > 0) return findings;
  return [
    ...checkReferences(byPath),
    ...checkCellSources(byPath),
    ...checkAliases(byPath),
    ...checkHardware(byPath),
    ...checkCpus(byPath),
    ...checkInstances(byPath),
    ...checkGrids(byPath),
    ...checkHours(byPath),
    ...checkPlaces(byPath),
    ...checkAreaSpreads(byPath),
    ...checkSites(byPath),
    ...checkSpreads(byPath),
    ...checkLicences(byPath),
  ];
}
