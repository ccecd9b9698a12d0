import type {
  Doubt,
  EstimateResult,
  Exclusion,
  NotedDoubt,
  NotedFigure,
  Notice,
  OtherFigure,
  ReceiptLine,
  ReceiptStep,
  Said,
  Sensitivity,
  Unsure,
  Warning,
} from '@ml-emissions/model';
import { english, words } from '@ml-emissions/words';

/** What a code says in English, as results hold it beside the code; '' for null. */
export const inEnglish = (said: Said | null): string => words(said, english);

/** A warning with its words. */
export const worded = ({ field, said }: Notice): Warning => ({
  code: said.code,
  field,
  message: inEnglish(said),
  said,
});

/** What a factor causes, with a hint in words. */
export const hinted = ({ factor, share, field, said }: Unsure): Sensitivity => ({
  factor,
  share,
  field,
  hint: inEnglish(said),
  said,
});

/** A reason for doubt with its words. */
export const notedDoubt = ({ cause, gsd, said }: Doubt): NotedDoubt => ({
  cause,
  gsd,
  note: inEnglish(said),
  said,
});

/** A figure beside the one that was taken, with its words. */
export const notedFigure = ({ said, ...figure }: OtherFigure): NotedFigure => ({
  ...figure,
  note: inEnglish(said),
  said,
});

/** What is left out, with its words. */
export function explained({
  item,
  reason,
}: Exclusion): EstimateResult['boundary']['excluded'][number] {
  const said = { item: { code: 'part', part: item }, reason: { code: reason } } as const;
  return { item: inEnglish(said.item), reason: inEnglish(said.reason), said };
}

/** A line of the receipt with its words; every number has its line, so no object is spread here. */
export function noted(line: ReceiptLine): ReceiptStep {
  const { step, value, unit, operands, rounded, kind, from, sourceId, year } = line;
  const formula = rounded ? inEnglish(rounded) : line.formula;
  const { confidence, said, gsd } = line;
  const note = inEnglish(said);
  return {
    step,
    value,
    unit,
    formula,
    operands,
    rounded,
    kind,
    from,
    sourceId,
    year,
    confidence,
    note,
    said,
    gsd,
  };
}
