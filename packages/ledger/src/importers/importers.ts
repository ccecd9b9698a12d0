import { isCodeCarbon, isSacctJson, isWandb } from '@ml-emissions/logs';
import { SOURCES, type Source } from '../job.ts';
import { firstLineOf } from '../read/head.ts';
import { SQLITE_MAGIC } from '../read/sqlite.ts';
import { isAwsCur, readAwsCur } from './aws-cur.ts';
import { isAzureCost, readAzureCost } from './azure-cost.ts';
import { isCarbontracker, readCarbontracker } from './carbontracker.ts';
import { readCodeCarbon } from './codecarbon.ts';
import { isEco2ai, readEco2ai } from './eco2ai.ts';
import { isFocus, readFocus } from './focus.ts';
import { isGcpBilling, readGcpBilling } from './gcp-billing.ts';
import { isGpuLog, readGpuLog } from './gpu-log.ts';
import type { Importer } from './importer.ts';
import { readMlflow } from './mlflow.ts';
import { isNextflow, readNextflow } from './nextflow.ts';
import { readSacct } from './sacct.ts';
import { readSacctJson } from './sacct-json.ts';
import { isSacct } from './sacct-row.ts';
import { readTable } from './table.ts';
import { readWandb } from './wandb.ts';
import { isZeus, readZeus } from './zeus.ts';

/** An importer, and how its files are known. */
interface Known {
  readonly read: Importer;
  /** Whether a file that begins so is one of its own; no log can be told by its look where there is none. */
  readonly is?: (head: string) => boolean;
  /** Whether it reads folders, too. */
  readonly takesFolders?: boolean;
}

const byFirstLine = (is: (line: string) => boolean) => (head: string) => is(firstLineOf(head));

/** Every source of jobs. */
export const IMPORTERS: Readonly<Record<Source, Known>> = {
  sacct: { read: readSacct, is: byFirstLine(isSacct) },
  'sacct-json': { read: readSacctJson, is: isSacctJson },
  codecarbon: { read: readCodeCarbon, is: byFirstLine(isCodeCarbon) },
  carbontracker: { read: readCarbontracker, is: isCarbontracker },
  eco2ai: { read: readEco2ai, is: byFirstLine(isEco2ai) },
  zeus: { read: readZeus, is: byFirstLine(isZeus) },
  mlflow: { read: readMlflow, is: (head) => head.startsWith(SQLITE_MAGIC), takesFolders: true },
  wandb: { read: readWandb, is: isWandb, takesFolders: true },
  nextflow: { read: readNextflow, is: byFirstLine(isNextflow) },
  'gpu-log': { read: readGpuLog, is: isGpuLog },
  focus: { read: readFocus, is: byFirstLine(isFocus) },
  'aws-cur': { read: readAwsCur, is: byFirstLine(isAwsCur) },
  'gcp-billing': { read: readGcpBilling, is: isGcpBilling },
  'azure-cost': { read: readAzureCost, is: byFirstLine(isAzureCost) },
  table: { read: readTable },
};

/**
 * What a file is, by how it begins.
 *
 * @param head its first characters
 * @returns null where nobody can tell
 */
export const sourceByHead = (head: string): Source | null =>
  SOURCES.find((source) => IMPORTERS[source].is?.(head)) ?? null;
