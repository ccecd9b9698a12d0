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

// Every run has these objects, and to spread one costs many times as much as to write it down.

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
export const notedDoubt = (doubt: Doubt): NotedDoubt => ({
  ...doubt,
  note: inEnglish(doubt.said),
});

/** A figure beside the one that was taken, with its words. */
export function notedFigure(figure: OtherFigure): NotedFigure {
  const { value, year, scope, basis, sourceId, said } = figure;
  return { value, year, scope, basis, sourceId, note: inEnglish(said), said };
}

/** What is left out, with its words. */
export function explained({
  item,
  reason,
}: Exclusion): EstimateResult['boundary']['excluded'][number] {
  const said = { item: { code: 'part', part: item }, reason: { code: reason } } as const;
  return { item: inEnglish(said.item), reason: inEnglish(said.reason), said };
}

/** A line of the receipt with its words. */
export function noted(line: ReceiptLine): ReceiptStep {
  const { step, value, unit, operands, rounded, kind, from, sourceId, year } = line;
  const formula = rounded ? inEnglish(rounded) : line.formula;
  const { confidence, said, gsd, gsdUp } = line;
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
    ...(gsdUp === undefined ? {} : { gsdUp }),
  };
}
