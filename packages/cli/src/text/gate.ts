import type { Problem, Quantity } from '@ml-emissions/calculator';
import { xml } from '@ml-emissions/report';
import { cleaned } from '../cleaned.ts';
import { mass, massRange, percent } from '../format.ts';
import type { Style } from '../style.ts';
import { problemLine } from './problem.ts';

/** A figure held against its limits. */
export interface Gate {
  /** '' where flags alone were given. */
  readonly file: string;
  readonly method: string;
  readonly on: 'value' | 'high';
  readonly of: 'operational' | 'total';
  readonly kgCo2e: Quantity;
  /** What of it is held against the limits; undefined where the method gives no range. */
  readonly limitedKg: number | undefined;
  readonly budgetKg: number | null;
  readonly baseKg: number | null;
  /** How much more than the base it may be, as a share. */
  readonly riseShare: number;
  readonly isOverBudget: boolean;
  readonly isOverBase: boolean;
  readonly isKept: boolean;
}

/** A file that is bad input. */
export interface Unread {
  /** '' where flags alone were given. */
  readonly file: string;
  readonly problems: readonly Problem[];
}

const BAD_INPUT = 'Bad input';

const problemsOf = ({ file, problems }: Unread): string[] =>
  problems.map((one) => problemLine(one, file === '' ? 'flag' : 'field'));

function verdictOf({ isOverBudget, isOverBase, budgetKg }: Gate): string {
  if (isOverBudget && isOverBase) return 'Over the budget and the base';
  if (isOverBudget) return 'Over the budget';
  if (isOverBase) return 'Over the base';
  return budgetKg === null ? 'Within the base' : 'Within the budget';
}

/** The figure, and how it stands to each limit. */
function detailOf(one: Gate): string {
  const { kgCo2e, limitedKg = 0, on, budgetKg, baseKg, riseShare } = one;
  const end = on === 'high' ? `, its upper end, ${mass(limitedKg)},` : '';
  const budget =
    budgetKg === null
      ? []
      : budgetKg > 0
        ? [`${percent(limitedKg / budgetKg)} of the budget of ${mass(budgetKg)}`]
        : [`the budget is ${mass(budgetKg)}`];
  const allowed = riseShare > 0 ? `; ${percent(riseShare)} more is allowed` : '';
  const base = baseKg === null ? [] : [`${againstBase(limitedKg, baseKg)} of the base${allowed}`];
  return `${massRange(kgCo2e)}${end || ','} ${[...budget, ...base].join(', ')}`;
}

function againstBase(kg: number, baseKg: number): string {
  const change = baseKg > 0 ? kg / baseKg - 1 : 0;
  if (change > 0) return `${percent(change)} more than the ${mass(baseKg)}`;
  return change < 0
    ? `${percent(-change)} less than the ${mass(baseKg)}`
    : `beside the ${mass(baseKg)}`;
}

/** Where the other end of the range says otherwise. */
function doubtOf({ kgCo2e: { low, high }, on, budgetKg, isOverBudget }: Gate): string {
  if (on === 'high' || budgetKg === null) return '';
  if (!isOverBudget && (high ?? 0) > budgetKg) return '\nThe 90 % range reaches beyond it.';
  return isOverBudget && (low ?? budgetKg + 1) <= budgetKg
    ? '\nThe 90 % range reaches below it.'
    : '';
}

/** For people: a sentence; of several files one a line. */
export function gateText(one: Gate, isOneOfMany: boolean, { bold }: Style): string {
  const verdict = verdictOf(one);
  if (!isOneOfMany) return `${bold(verdict)}: ${detailOf(one)}.${doubtOf(one)}\n`;
  const small = verdict.charAt(0).toLowerCase() + verdict.slice(1);
  return `${cleaned(one.file)}  ${bold(small)}: ${detailOf(one)}\n`;
}

/** What GitHub's commands keep apart in a property and in a message. */
const message = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A workflow command of GitHub Actions: an error at the file, or a notice. */
export function annotation(one: Gate): string {
  const kind = one.isKept ? 'notice' : 'error';
  const file = one.file === '' ? '' : `file=${property(one.file)},`;
  return `::${kind} ${file}title=${property(verdictOf(one))}::${message(detailOf(one))}\n`;
}

/** The same of what could not be read, an error a problem. */
export function unreadAnnotations(one: Unread): string {
  const file = one.file === '' ? '' : `file=${property(one.file)},`;
  return problemsOf(one)
    .map((line) => `::error ${file}title=${property(BAD_INPUT)}::${message(line)}\n`)
    .join('');
}

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A table in Markdown for the summary of a step. */
export function summaryText(gates: readonly Gate[], unread: readonly Unread[]): string {
  const gated = gates.map((one) => {
    const { file, kgCo2e, budgetKg, baseKg, isKept } = one;
    const limit = (kg: number | null) => (kg === null ? '' : mass(kg));
    const cells = [file, massRange(kgCo2e), limit(budgetKg), limit(baseKg)].map(inCell);
    return `| ${cells.join(' | ')} | ${isKept ? 'within' : 'over'} |`;
  });
  const rows = [
    ...gated,
    ...unread.map(
      (one) => `| ${inCell(one.file)} | ${inCell(problemsOf(one).join('; '))} | | | bad input |`,
    ),
  ];
  return `### Emissions budget

| file | kg CO2e, 90 % range | budget | base | |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** JUnit's XML, which most pipelines read: a test a file. */
export function junitText(gates: readonly Gate[], unread: readonly Unread[]): string {
  const opened = (file: string) =>
    `    <testcase classname="emissions" name="${xml(file || 'flags')}"`;
  const gated = gates.map((one) => {
    const open = opened(one.file);
    if (one.isKept) return `${open}/>`;
    const verdict = verdictOf(one).toLowerCase();
    return `${open}>
      <failure message="${xml(`${verdict}: ${detailOf(one)}`)}"/>
    </testcase>`;
  });
  const cases = [
    ...gated,
    ...unread.map(
      (one) => `${opened(one.file)}>
      <error message="${xml(problemsOf(one).join('; '))}"/>
    </testcase>`,
    ),
  ];
  const failures = gates.filter(({ isKept }) => !isKept).length;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="emissions budget" tests="${cases.length}" failures="${failures}" errors="${unread.length}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`;
}
