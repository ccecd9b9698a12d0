import type { Cells, ReadBatch } from '@ml-emissions/logs';
import { type BillRow, hoursIn, objectOf, readBill, textOf } from './bill.ts';

// Google Cloud's standard and detailed usage cost export, from BigQuery as JSON with one object a line. A machine is
// billed as cores, memory and accelerators: its hours are those of its cores, over how many it has.

const LABEL = 'compute.googleapis.com/';

/** Whether a file that begins so is an export of usage cost. */
export const isGcpBilling = (head: string): boolean =>
  /^\s*\{/.test(head) && head.includes('"usage_start_time"') && head.includes('"sku"');

/**
 * Reads an export of Google Cloud's usage cost: hours of machines by region.
 *
 * @param path of JSON with one object a line, or of a Parquet file
 * @returns jobs, one a row of cores; rows of memory, and of accelerators that belong to the kind of machine, are parts
 * Errors: those of reading the file; cores whose machine is not told, and accelerators that were attached, are rejects.
 * Source: docs.cloud.google.com/billing, "Structure of Detailed data export".
 * @example for await (const { jobs } of readGcpBilling('bill.ndjson')) console.log(jobs.length);
 */
export const readGcpBilling = (path: string): AsyncGenerator<ReadBatch> =>
  readBill('gcp-billing', path, rowOf);

/** Families whose machines have their accelerators: a2-highgpu-1g. */
const WITH_CHIPS = /^(a\d|g\d|ct\d)/;

function rowOf(cells: Cells): BillRow {
  const sku = textOf(objectOf(cells.sku).description) ?? '';
  const service = textOf(objectOf(cells.service).description);
  if (service === 'Vertex AI' && /\b(Core|Instance|GPU|TPU)\b/i.test(sku)) return NAMELESS(sku);
  if (service !== 'Compute Engine') return 'left-out';
  if (/^Commitment|Commitment v\d/i.test(sku)) return 'left-out';
  const spec = labelOf(cells, 'machine_spec');
  if (labelOf(cells, 'is_unused_reservation') === 'true') return 'left-out';
  if (/\bGPU\b|\bTPU\b/i.test(sku))
    return spec !== null && WITH_CHIPS.test(spec) ? 'part' : ATTACHED(sku);
  if (/\bRam\b/i.test(sku) && spec !== null) return 'part';
  if (!/\bCore\b/i.test(sku)) return 'left-out';
  const usage = objectOf(cells.usage);
  const coreHours = hoursIn(usage.amount, textOf(usage.unit) ?? '');
  const cores = Number(labelOf(cells, 'cores') ?? Number.NaN);
  if (coreHours === 0) return 'left-out';
  if (spec === null || !(cores > 0) || coreHours === null || coreHours < 0)
    return {
      field: spec === null ? 'system_labels' : 'usage',
      value: sku,
      reason: 'the row does not tell which machine its cores are of, or how long',
      remedy: `an export with system_labels (${LABEL}machine_spec and cores)`,
    };
  return {
    provider: 'gcp',
    region: textOf(objectOf(cells.location).region) ?? '',
    instance: spec,
    hours: coreHours / cores,
    start: cells.usage_start_time,
    end: cells.usage_end_time,
    resource: textOf(objectOf(cells.resource).global_name) ?? textOf(objectOf(cells.resource).name),
    project: textOf(objectOf(cells.project).id),
    apart: [textOf(objectOf(cells.sku).id) ?? ''],
  };
}

const NAMELESS = (sku: string) => ({
  field: 'sku',
  value: sku,
  reason: 'Vertex AI bills parts of a machine that it does not name',
  remedy: 'its hours in a table with accelerator and count: --as table',
});

const ATTACHED = (sku: string) => ({
  field: 'sku',
  value: sku,
  reason: 'an accelerator that was attached to a machine; the bill does not tell to which',
  remedy: 'its hours in a table with accelerator and count: --as table',
});

function labelOf(cells: Cells, name: string): string | null {
  const { system_labels: labels } = cells;
  if (!Array.isArray(labels)) return textOf(objectOf(labels)[`${LABEL}${name}`]);
  const found = (labels as readonly Cells[]).find(({ key }) => key === `${LABEL}${name}`);
  return textOf(found?.value);
}
