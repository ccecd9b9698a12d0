import type { Cells, ReadBatch } from '@ml-emissions/logs';
import { type BillRow, hoursIn, objectOf, readBill, textOf } from './bill.ts';

// Azure's export of cost and usage details (actual cost), 2021-10-01 and later: names of columns differ in case between
// kinds of agreements, and are read without it. The machine stands in additionalInfo.

const MACHINES = 'Virtual Machines';

/** Whether a first line is that of Azure's cost details. */
export const isAzureCost = (line: string): boolean =>
  ['metercategory', 'unitofmeasure', 'additionalinfo'].every((name) =>
    line.toLowerCase().includes(name),
  );

/**
 * Reads Azure's cost details: hours of machines by region.
 *
 * @param path of a CSV or Parquet file
 * @returns jobs, one a row of use of a machine
 * Errors: those of reading the file; a row whose machine or unit cannot be told is a reject.
 * Source: learn.microsoft.com, "Understand usage details fields" (cost-usage-details-mca, -ea).
 * @example for await (const { jobs } of readAzureCost('cost.csv')) console.log(jobs.length);
 */
export const readAzureCost = (path: string): AsyncGenerator<ReadBatch> =>
  readBill('azure-cost', path, (cells) =>
    rowOf(
      Object.fromEntries(Object.entries(cells).map(([name, value]) => [name.toLowerCase(), value])),
    ),
  );

function rowOf(cells: Cells): BillRow {
  if (textOf(cells.metercategory) !== MACHINES) return 'left-out';
  if ((textOf(cells.chargetype) ?? 'Usage') !== 'Usage') return 'left-out';
  const unit = textOf(cells.unitofmeasure) ?? '';
  const hours = hoursIn(cells.quantity, unit);
  if (hours === 0) return 'left-out';
  if (hours === null || hours < 0)
    return {
      field: 'unitOfMeasure',
      value: unit,
      reason:
        'nobody says how many hours one of this unit is, or the quantity is no number from 0 on',
      remedy: "rows in '1 Hour'",
    };
  const instance = textOf(objectOf(braced(textOf(cells.additionalinfo) ?? '')).ServiceType);
  if (instance === null)
    return {
      field: 'additionalInfo',
      value: textOf(cells.metername),
      reason: 'the row does not tell which machine it is of',
      remedy: 'an export with additionalInfo (ServiceType)',
    };
  return {
    provider: 'azure',
    region: (textOf(cells.resourcelocation) ?? '').toLowerCase().replaceAll(' ', ''),
    instance,
    hours,
    start: cells.date ?? cells.usagedate,
    end: null,
    resource: textOf(cells.resourceid)?.toLowerCase() ?? null,
    project: textOf(cells.subscriptionname) ?? textOf(cells.subscriptionid),
    apart: [cells.meterid, cells.pricingmodel, cells.reservationid].map((one) => textOf(one) ?? ''),
  };
}

/** Exports of some agreements leave the outer braces away. */
const braced = (text: string): string => (text.startsWith('{') || text === '' ? text : `{${text}}`);
