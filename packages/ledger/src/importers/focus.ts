import type { Cells, ReadBatch } from '@ml-emissions/logs';
import { type BillRow, hoursIn, instanceOfUsage, objectOf, readBill, textOf } from './bill.ts';

// FOCUS 1.0 to 1.2 (FinOps Open Cost and Usage Specification), as AWS, Azure and Google Cloud export it. Which machine a
// row is of stands in SkuPriceDetails since 1.1, else in columns of the provider: x_UsageType (AWS), x_SkuDetails (Azure).

/** Names of ours by names in bills. */
const PROVIDERS: Readonly<Record<string, string>> = {
  aws: 'aws',
  'amazon web services': 'aws',
  microsoft: 'azure',
  azure: 'azure',
  'microsoft azure': 'azure',
  'google cloud': 'gcp',
  gcp: 'gcp',
  'google cloud platform': 'gcp',
};

/** Whether a first line is that of a FOCUS file. */
export const isFocus = (line: string): boolean =>
  ['ChargePeriodStart', 'ConsumedQuantity', 'ConsumedUnit'].every((name) => line.includes(name));

/**
 * Reads a bill in FOCUS: hours of machines by region.
 *
 * @param path of a CSV or Parquet file, or of JSON with one object a line
 * @returns jobs, one a row of use of a machine
 * Errors: those of reading the file; a row of computing whose machine cannot be told is a reject.
 * Source: FOCUS 1.2, "Cost and Usage"; columns x_… of the exports of AWS and Microsoft.
 * @example for await (const { jobs } of readFocus('focus.parquet')) console.log(jobs.length);
 */
export const readFocus = (path: string): AsyncGenerator<ReadBatch> =>
  readBill('focus', path, rowOf);

const COMPUTE = 'Compute';
/** Where machines are used: training on SageMaker is in the second. */
const CATEGORIES = [COMPUTE, 'AI and Machine Learning'];

function rowOf(cells: Cells): BillRow {
  const category = textOf(cells.ServiceCategory) ?? '';
  if (textOf(cells.ChargeCategory) !== 'Usage' || !CATEGORIES.includes(category)) return 'left-out';
  if (textOf(cells.ChargeClass) === 'Correction') return CORRECTION;
  // What was paid for in advance and not used did not run.
  if (textOf(cells.CommitmentDiscountStatus) === 'Unused') return 'left-out';
  const unit = textOf(cells.ConsumedUnit) ?? '';
  const hours = hoursIn(cells.ConsumedQuantity, unit);
  if (hours === null || hours === 0) return 'left-out';
  if (hours < 0)
    return {
      field: 'ConsumedQuantity',
      value: hours,
      reason: 'it is below 0',
      remedy: 'the bill that it corrects, anew',
    };
  const named = textOf(cells.ServiceProviderName) ?? textOf(cells.ProviderName) ?? '';
  const provider = PROVIDERS[named.toLowerCase()];
  if (provider === undefined)
    return {
      field: 'ProviderName',
      value: named,
      reason: 'it is no provider of ours',
      remedy: 'a table: --as table',
    };
  const instance = instanceOf(cells);
  // Of services that are billed by what they answer there are no machines to tell.
  if (instance === null && category !== COMPUTE) return 'left-out';
  if (instance === null)
    return {
      field: 'SkuPriceDetails',
      value: textOf(cells.SkuMeter) ?? textOf(cells.ChargeDescription),
      reason: 'the row does not tell which machine it is of',
      remedy:
        'an export of FOCUS 1.1 or later with SkuPriceDetails, or with x_UsageType or x_SkuDetails',
    };
  return {
    provider,
    region: textOf(cells.RegionId) ?? textOf(cells.RegionName) ?? '',
    instance,
    hours,
    start: cells.ChargePeriodStart,
    end: cells.ChargePeriodEnd,
    resource: textOf(cells.ResourceId),
    project: textOf(cells.SubAccountName) ?? textOf(cells.SubAccountId),
    apart: [cells.SkuPriceId, cells.PricingCategory, cells.CommitmentDiscountId].map(
      (one) => textOf(one) ?? '',
    ),
  };
}

const CORRECTION = {
  field: 'ChargeClass',
  value: 'Correction',
  reason: 'it corrects a row of an earlier bill',
  remedy: 'the earlier bill as it is now',
};

function instanceOf(cells: Cells): string | null {
  const details = objectOf(cells.SkuPriceDetails);
  return (
    textOf(details.InstanceType)?.replace(/^ml\./, '') ??
    instanceOfUsage(textOf(cells.x_UsageType) ?? '') ??
    textOf(objectOf(cells.x_SkuDetails).ServiceType)
  );
}
