import type { ParsedRun, Problem } from '@ml-emissions/calculator';
import { readHardware, readPlace } from '../form/reading.ts';
import type { Engine } from '../state/engine.ts';
import { OWN, type RunForm } from '../state/fields.ts';
import { withoutRest } from '../state/form.ts';

/** What several runs lack, or say in a way that nobody can read. */
export interface Ask {
  readonly kind: AskKind;
  /** What they say; '' where they say nothing. */
  readonly text: string;
  /** Which runs. */
  readonly runs: readonly number[];
  readonly problem: Problem;
}
const ASK_KINDS = ['zone', 'accelerator', 'count'] as const;
export type AskKind = (typeof ASK_KINDS)[number];

const FIELDS: Readonly<Record<AskKind, RegExp>> = {
  zone: /^\/(place|carbonIntensityGPerKwh)/,
  accelerator: /^\/hardware(\/0\/accelerator)?$/,
  count: /^\/hardware\/0\/count$/,
};

const saidOf = (kind: AskKind, form: Readonly<RunForm>): string =>
  (kind === 'zone' ? form.zone || form.region || form.namedSite : form[kind]).trim();

/**
 * What is to be told of two runs or more, so that it is asked once.
 *
 * @param forms of all runs
 * @param parsed what each was read as; undefined where that is not known yet
 * @returns the questions, each with its runs
 */
export function asksOf(
  forms: readonly RunForm[],
  parsed: readonly (ParsedRun | undefined)[],
): readonly Ask[] {
  const asks = new Map<string, Ask & { readonly runs: number[] }>();
  for (const [index, form] of forms.entries()) {
    const read = parsed[index];
    if (!read || read.ok) continue;
    for (const kind of ASK_KINDS) {
      const problem = read.problems.find(({ field }) => FIELDS[kind].test(field));
      if (!problem) continue;
      const text = saidOf(kind, form);
      const key = `${kind} ${text}`;
      const ask = asks.get(key);
      if (ask) ask.runs.push(index);
      else asks.set(key, { kind, text, runs: [index], problem });
    }
  }
  return [...asks.values()].filter(({ runs }) => runs.length > 1);
}

/** Whether a run as it was read leaves out what it cannot be counted without. */
export const isUntold = (form: Readonly<RunForm>): boolean =>
  (form.chip === 'listed' && (form.accelerator === '' || form.count === '')) ||
  (form.provider === OWN && form.intensity === '');

/**
 * What was answered, as fields of a run; what is wrong with it where it cannot be read.
 *
 * @param engine with all tables
 */
export function readAnswer(engine: Engine, kind: AskKind, text: string, edition: string) {
  if (kind === 'count') return { fields: { count: text } };
  return kind === 'zone' ? readPlace(engine, text, edition) : readHardware(engine, text, edition);
}

/** A run with an answer: what it tells itself beside that stays. */
export function answered(
  form: Readonly<RunForm>,
  kind: AskKind,
  fields: Partial<RunForm>,
): Partial<RunForm> {
  if (kind === 'zone')
    return { region: '', zone: '', namedSite: '', rest: withoutRest(form, 'place'), ...fields };
  return kind === 'accelerator' && form.count !== '' ? { ...fields, count: form.count } : fields;
}
