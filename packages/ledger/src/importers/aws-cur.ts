import type { Cells, ReadBatch } from '@ml-emissions/logs';
import { type BillRow, hoursIn, instanceOfUsage, objectOf, readBill, textOf } from './bill.ts';

// AWS's Cost and Usage Report: CUR 2.0 (`line_item_usage_type`), and the one before (`lineItem/UsageType`). The id of a
// line is no key: it differs from report to report.

/** Rows that are use; the others are taxes, credits, fees. */
const USED = ['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage'];

/** Whether a first line is that of a Cost and Usage Report. */
export const isAwsCur = (line: string): boolean =>
  /line_item_usage_type|lineItem\/UsageType/.test(line);

/**
 * Reads a Cost and Usage Report of AWS: hours of machines by region, those of SageMaker among them.
 *
 * @param path of a CSV or Parquet file
 * @returns jobs, one a row of use of a machine
 * Errors: those of reading the file.
 * Source: AWS Data Exports, table COST_AND_USAGE_REPORT (CUR 2.0).
 * @example for await (const { jobs } of readAwsCur('cur.parquet')) console.log(jobs.length);
 */
export const readAwsCur = (path: string): AsyncGenerator<ReadBatch> =>
  readBill('aws-cur', path, (cells) =>
    rowOf('lineItem/UsageType' in cells ? renamed(cells) : cells),
  );

/** `lineItem/UsageType` -> `line_item_usage_type`. */
const renamed = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [
      name
        .replace('/', '_')
        .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
        .toLowerCase(),
      value,
    ]),
  );

function rowOf(cells: Cells): BillRow {
  const usage = textOf(cells.line_item_usage_type) ?? '';
  if (!USED.includes(textOf(cells.line_item_line_item_type) ?? '')) return 'left-out';
  const instance = instanceOfUsage(usage);
  if (instance === null) return 'left-out';
  const product = objectOf(cells.product);
  const zone = textOf(cells.line_item_availability_zone);
  const region =
    textOf(cells.product_region_code) ??
    textOf(cells.product_region) ??
    textOf(product.region) ??
    zone?.replace(/[a-z]$/, '') ??
    null;
  if (region === null)
    return {
      field: 'product_region_code',
      value: '',
      reason: 'it has no region',
      remedy: 'an export with product_region_code',
    };
  const hours = hoursIn(cells.line_item_usage_amount, textOf(cells.pricing_unit) ?? 'Hrs');
  if (hours === null || hours < 0)
    return {
      field: 'line_item_usage_amount',
      value: cells.line_item_usage_amount,
      reason: 'it is no number of hours',
      remedy: 'the row as AWS exported it',
    };
  if (hours === 0) return 'left-out';
  return {
    provider: 'aws',
    region,
    instance,
    hours,
    start: cells.line_item_usage_start_date,
    end: cells.line_item_usage_end_date,
    resource: textOf(cells.line_item_resource_id),
    project: textOf(cells.line_item_usage_account_name) ?? textOf(cells.line_item_usage_account_id),
    apart: [
      usage,
      cells.line_item_operation,
      cells.line_item_line_item_type,
      cells.line_item_usage_account_id,
    ].map((one) => textOf(one) ?? ''),
  };
}
