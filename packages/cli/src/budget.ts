import { appendFile, readFile } from 'node:fs/promises';
import {
  asShare,
  type EstimateResult,
  type Problem,
  type ProjectResult,
  problem,
  type Quantity,
} from '@ml-emissions/calculator';
import { estimate, estimateProject } from './calculator.ts';
import { readInput, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { readFault } from './read-file.ts';
import type { TypedFlags } from './run-flags.ts';
import { type Style, style } from './style.ts';
import {
  annotation,
  type Gate,
  gateText,
  junitText,
  summaryText,
  type Unread,
  unreadAnnotations,
} from './text/gate.ts';
import { writeFault, writeWhole } from './write-file.ts';

/** What of a figure is held against a limit. */
export const SIDES = ['value', 'high'] as const;
export const FIGURES = ['operational', 'total'] as const;

export interface GateFlags {
  readonly on?: (typeof SIDES)[number];
  readonly of?: (typeof FIGURES)[number];
  readonly base?: readonly string[];
  readonly rise?: string;
  readonly github?: boolean;
  readonly junit?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Flags that mean nothing without a limit. */
export const GATE_FLAGS = ['on', 'of', 'base', 'rise', 'github', 'junit'] as const;

/** Their results are all kept until the verdict. */
export const MOST_FILES = 1000;

const fault = (flag: string, value: unknown, message: string, expected: string): Problem =>
  problem('wrong-type', flag, value, { message, expected });

/**
 * A gate: the figure of each file must not be above the budget, nor above what the base branch had.
 *
 * @param paths of runs or projects; none for flags alone
 * @param budgetKg kg CO2e; null where only the base is a limit
 * @returns 0 within, 3 over, 2 bad input: what can be read is gated beside it
 */
export async function gate(
  io: Io,
  paths: readonly string[],
  flags: GateFlags & TypedFlags,
  budgetKg: number | null,
): Promise<ExitCode> {
  const refused = (problems: readonly Problem[]) =>
    refuse(io, problems, { json: flags.json, path: undefined });
  if (paths.length > MOST_FILES) {
    const expected = `at most ${MOST_FILES} files`;
    const message = `${paths.length} files are given; expected ${expected} at once`;
    return refused([problem('too-long', '', paths.length, { message, expected })]);
  }
  const limits = await limitsOf(paths, flags);
  if ('problems' in limits) return refused(limits.problems);
  const gates: Gate[] = [];
  const unread: Unread[] = [];
  const scopes: Problem[] = [];
  for (const [index, path] of (paths.length === 0 ? [undefined] : paths).entries()) {
    const result = await resultOf(io, path, flags, paths.length > 1);
    if ('problems' in result) {
      unread.push({ file: path ?? '', problems: result.problems });
      continue;
    }
    const base = limits.bases[index] ?? null;
    scopes.push(...scopeProblems(result, path ?? '', base));
    gates.push(
      gateOf(result, path ?? '', flags, { budgetKg, baseKg: base?.kg ?? null, rise: limits.rise }),
    );
  }
  if (scopes.length > 0) return refused(scopes);
  const lacking = gates.find(({ limitedKg }) => limitedKg === undefined);
  if (lacking) {
    const message = `${lacking.method} gives no range, so that there is no upper end`;
    return refused([fault('--on', 'high', message, '--on value, or a method with a range')]);
  }
  const isKept = unread.length === 0 && gates.every((one) => one.isKept);
  const told = await tellCi(io, gates, unread, flags);
  if (told !== 0) return told;
  const isOneOfMany = paths.length > 1;
  if (gates.length > 0 && flags.json) {
    const answer = answerOf(gates, unread, isKept);
    io.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else if (!flags.github) {
    say(io, shown(gates, isOneOfMany, style(io.color && flags.color)));
  }
  if (unread.length > 0) return 2;
  return isKept ? 0 : 3;
}

const shown = (gates: readonly Gate[], isOneOfMany: boolean, styles: Style) =>
  gates.map((one) => gateText(one, isOneOfMany, styles)).join('');

/** One gate as an object; several as a list with the verdict of all. */
function answerOf(gates: readonly Gate[], unread: readonly Unread[], isKept: boolean): object {
  const plain = gates.map(
    ({ file, budgetKg, baseKg, riseShare, kgCo2e, isKept: kept, on, of }) => ({
      ...(file === '' ? {} : { file }),
      ...(budgetKg === null ? {} : { budgetKgCo2e: budgetKg }),
      ...(baseKg === null ? {} : { baseKgCo2e: baseKg, mostRise: riseShare }),
      on,
      of,
      kgCo2e,
      isKept: kept,
    }),
  );
  const [first] = plain;
  return plain.length === 1 && unread.length === 0 && first
    ? first
    : { isKept, files: [...plain, ...unread.map((one) => ({ ...one, isKept: false }))] };
}

async function resultOf(
  io: Io,
  path: string | undefined,
  flags: TypedFlags & GateFlags,
  isOneOfMany: boolean,
): Promise<EstimateResult | ProjectResult | { readonly problems: readonly Problem[] }> {
  const input = await readInput(io, path, flags);
  if (input.kind === 'problems') {
    // Of several files each problem says whose it is, where it does not name it.
    const named = input.problems.map((one) =>
      isOneOfMany && !one.message.includes(`'${path}'`)
        ? { ...one, field: one.field === '' ? `${path}` : `${path}: ${one.field}` }
        : one,
    );
    refuse(io, named, { json: flags.json, path: input.source });
    return { problems: input.problems };
  }
  const options = { receipt: false, alternatives: false };
  return input.kind === 'run'
    ? estimate(input.run, options)
    : estimateProject(input.project, options);
}

interface Limits {
  readonly budgetKg: number | null;
  readonly baseKg: number | null;
  readonly rise: number;
}

function gateOf(
  result: EstimateResult | ProjectResult,
  file: string,
  { on = 'value', of = 'operational' }: GateFlags,
  { budgetKg, baseKg, rise }: Limits,
): Gate {
  const { kgCo2e } = result[of];
  const limitedKg = kgCo2e[on];
  const mostKg = baseKg === null ? null : baseKg * (1 + rise);
  const isOver = (limit: number | null) => limit !== null && (limitedKg ?? 0) > limit;
  const isOverBudget = isOver(budgetKg);
  const isOverBase = isOver(mostKg);
  return {
    file,
    method: 'method' in result ? result.method : 'a method of the project',
    on,
    of,
    kgCo2e,
    limitedKg,
    budgetKg,
    baseKg,
    riseShare: rise,
    isOverBudget,
    isOverBase,
    isKept: !isOverBudget && !isOverBase,
  };
}

/** What the base branch had for each file, and how much more is allowed. */
async function limitsOf(
  paths: readonly string[],
  { base = [], rise, on = 'value', of = 'operational' }: GateFlags,
): Promise<
  { readonly bases: readonly Base[]; readonly rise: number } | { readonly problems: Problem[] }
> {
  const files = Math.max(1, paths.length);
  if (base.length > 0 && base.length !== files) {
    const message = `${base.length} for ${files} files; one each, in their order`;
    return { problems: [fault('--base', base.join(' '), message, 'one --base a file')] };
  }
  const share = rise === undefined ? 0 : asShare(rise);
  if (rise !== undefined && base.length === 0)
    return { problems: [fault('--rise', rise, 'there is no --base to rise over', '--base')] };
  if (typeof share !== 'number' || !(share >= 0)) {
    const expected = 'a share from 0 such as 5% or 0.05';
    return {
      problems: [fault('--rise', rise, `'${rise}' cannot be; expected ${expected}`, expected)],
    };
  }
  const problems: Problem[] = [];
  const bases: Base[] = [];
  for (const path of base) {
    const read = await figureIn(path, on, of);
    if ('kg' in read) bases.push(read);
    else problems.push(fault('--base', path, read.reason, 'a result as estimate --json prints it'));
  }
  return problems.length > 0 ? { problems } : { bases, rise: share };
}

/** What the base branch had. */
interface Base {
  readonly path: string;
  readonly kg: number;
  readonly scopes: readonly string[];
}

type Scoped = { readonly carbonIntensityGPerKwh?: { readonly scope?: string | null } };

/** What of the grid a result counts, of each of its runs; nothing of a grid that was told. */
function scopesOf(result: object): string[] {
  const { runs = [result as Scoped] } = result as { readonly runs?: readonly Scoped[] };
  const scopes = runs.map(({ carbonIntensityGPerKwh: grid }) => grid?.scope ?? '');
  return [...new Set(scopes)].filter((one) => one !== '').sort();
}

/** A figure of generation alone is less than one of the life cycle: neither is a limit of the other. */
function scopeProblems(result: object, file: string, base: Base | null): Problem[] {
  const own = scopesOf(result);
  if (base === null || base.scopes.length === 0 || own.length === 0) return [];
  const [here, there] = [own.join(' and '), base.scopes.join(' and ')];
  if (here === there) return [];
  const message = `the scopes differ: the grid of '${base.path}' is ${there}, that of ${file === '' ? 'this run' : `'${file}'`} ${here}`;
  return [fault('--base', base.path, message, 'a result of the same scope (--scope)')];
}

/** The figure that a result in a file has; or why there is none. */
async function figureIn(
  path: string,
  on: (typeof SIDES)[number],
  of: (typeof FIGURES)[number],
): Promise<Base | { readonly reason: string }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { reason: `cannot read '${path}': ${readFault(error)}` };
  }
  try {
    const result: Partial<Record<string, { kgCo2e?: Partial<Quantity> }>> = JSON.parse(text);
    const kg = result[of]?.kgCo2e?.[on];
    if (typeof kg === 'number' && Number.isFinite(kg) && kg >= 0)
      return { path, kg, scopes: scopesOf(result) };
  } catch {
    // Said below: what is no JSON is no result either.
  }
  return { reason: `'${path}' is no result of estimate --json with ${of}.kgCo2e.${on}` };
}

/** Where a pipeline reads it: annotations, the summary of the step, a file of tests. */
async function tellCi(
  io: Io,
  gates: readonly Gate[],
  unread: readonly Unread[],
  { github, junit }: GateFlags,
): Promise<ExitCode> {
  const summary = process.env.GITHUB_STEP_SUMMARY;
  const work: [string, string, () => Promise<void>][] = [];
  if (github) {
    for (const one of gates) io.stdout.write(annotation(one));
    for (const one of unread) io.stdout.write(unreadAnnotations(one));
    const text = summaryText(gates, unread);
    if (summary) work.push(['--github', summary, () => appendFile(summary, text)]);
  }
  if (junit !== undefined)
    work.push(['--junit', junit, () => writeWhole(junit, junitText(gates, unread))]);
  for (const [flag, path, write] of work) {
    try {
      await write();
    } catch (error) {
      const { reason, exit } = writeFault(error, path);
      const message = `cannot write '${path}': ${reason}`;
      refuse(io, [fault(flag, path, message, 'a file that can be written')], { path: undefined });
      return exit;
    }
  }
  return 0;
}
