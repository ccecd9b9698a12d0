import type { Quantity } from '@ml-emissions/calculator';
import type { SummaryKey, SummaryRow } from '@ml-emissions/ledger';

const ranged = (name: string, of: Quantity | null) => ({
  [name]: of?.value,
  [`${name}Low`]: of?.low,
  [`${name}High`]: of?.high,
});

/** A group as JSON: its keys beside its figures. */
export const jsonRow = <Of extends SummaryRow>({ keys, ...rest }: Of) => ({ ...keys, ...rest });

/** A group as cells of CSV, in one order. */
export const csvRow = (
  by: readonly SummaryKey[],
  { keys, jobs, deviceHours, energyKwh, kgCo2e, embodiedKgCo2e, measuredShare }: SummaryRow,
) => ({
  ...Object.fromEntries(by.map((key) => [key, keys[key] ?? ''])),
  jobs,
  deviceHours,
  ...ranged('energyKwh', energyKwh),
  ...ranged('kgCo2e', kgCo2e),
  ...ranged('embodiedKgCo2e', embodiedKgCo2e),
  measuredShare,
});
