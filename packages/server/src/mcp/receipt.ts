import type { EstimateResult } from '@ml-emissions/calculator';
import { english, stepName } from '@ml-emissions/words';

/** The steps of a result, with their names in words. */
export const receiptOf = ({ receipt }: EstimateResult) =>
  receipt.map(({ step, value, unit, formula, kind, sourceId, year, note }) => ({
    step: stepName(step, english),
    value,
    unit,
    formula,
    kind,
    sourceId,
    year,
    note,
  }));
