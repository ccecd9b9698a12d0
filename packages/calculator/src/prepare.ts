import type { Edition, Editions } from '@ml-emissions/data';
import {
  type Account,
  accountOf,
  lackOf,
  type Method,
  methods,
  type Notice,
  type Plan,
  type Problem,
  type ResolvedRun,
  type Run,
  type Said,
  type Sums,
  sumsOf,
} from '@ml-emissions/model';
import {
  type KeyOf,
  type Machine,
  ownKeys,
  plannedRun,
  type Resolved,
  resolve,
  type Served,
  servedRun,
} from '@ml-emissions/rates';
import { problem } from '@ml-emissions/schema';
import { warningsAbout } from './estimate/warnings.ts';
import { inEnglish } from './estimate/worded.ts';
import { refused, resolveNames } from './parse/run.ts';

/** A run with all its factors, and what its method makes of them. */
export interface PreparedRun {
  readonly run: Run;
  readonly edition: Edition;
  readonly method: Method;
  readonly machine: Machine;
  readonly resolved: ResolvedRun;
  /** Of a run that has not been; else null. */
  readonly plan: Plan | null;
  /** Of a model in use that tells what it answers; else null. */
  readonly served: Served | null;
  readonly account: Account;
  /** What ranges are made of; null for a method that has none. */
  readonly sums: Sums | null;
  readonly warnings: readonly Notice[];
}

/** A prepared run, or every problem at once. */
export type Prepared =
  | { readonly ok: true; readonly prepared: PreparedRun }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

type Quality = Resolved['quality'];

/** Thrown where a run reaches `estimate` that `parseRun` would have refused. */
export class InvalidRun extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join('\n'));
    this.name = 'InvalidRun';
    this.problems = problems;
  }
}

/**
 * Anything at all -> a run with its factors, or every problem in it.
 *
 * @param editions those at hand
 * @param input a run as written, or one that was parsed before
 * @param keyOf which numbers of the user's are the same unknown as another run's
 * Errors: none for any input; throws where a page asks for tables that it has not imported.
 */
export function prepareInput(editions: Editions, input: unknown, keyOf: KeyOf = ownKeys): Prepared {
  const parsed = resolveNames(editions, input);
  if (!parsed.ok) return parsed;
  const edition = editions.get(parsed.run.edition);
  if (!edition) throw new Error(`prepareInput(): no edition ${parsed.run.edition}`);
  const prepared = prepareVariant(edition, parsed.run, keyOf);
  return isLack(prepared) ? refused([notInMethod(parsed.run, prepared)]) : { ok: true, prepared };
}

/**
 * A run with its factors. A result depends on the run's value alone: any copy of it gives the same.
 *
 * @param editions those at hand
 * @param run from `parseRun`, or a copy of it
 * Errors: throws `InvalidRun` where it is no valid run.
 */
export function prepare(editions: Editions, run: Run, keyOf: KeyOf = ownKeys): PreparedRun {
  const found = prepareInput(editions, run, keyOf);
  if (!found.ok) throw new InvalidRun(found.problems);
  return found.prepared;
}

/**
 * A run whose ids resolve, with its factors by its own or another method.
 *
 * @returns the prepared run, or why the method cannot answer for it
 */
export function prepareVariant(
  edition: Edition,
  run: Run,
  keyOf: KeyOf = ownKeys,
  method: Method = methods[run.method],
): PreparedRun | Said {
  const planned = plannedRun(edition, run, keyOf);
  if (planned && 'field' in planned) return planned.said;
  const served = servedRun(edition, run, keyOf);
  if (served && 'field' in served) return served.said;
  const timed = planned?.run ?? served?.run ?? run;
  const worked = { time: planned?.time ?? null, served };
  const found = resolve(edition, timed, method, keyOf, worked);
  const lack = lackOf(method, found.run);
  if (lack !== null) return lack;
  return new Steps(run, edition, method, found, { plan: planned?.plan ?? null, served });
}

/**
 * A prepared run whose steps, sums and warnings are worked out when first asked for: whoever only parses a run needs none
 * of them. A class, because an object written with getters costs the engine a new layout each time, which lives until
 * the next full collection.
 */
class Steps implements PreparedRun {
  readonly run: Run;
  readonly edition: Edition;
  readonly method: Method;
  readonly machine: Machine;
  readonly resolved: ResolvedRun;
  readonly plan: Plan | null;
  readonly served: Served | null;
  readonly #quality: Quality;
  #account: Account | undefined;
  #sums: Sums | null | undefined;
  #warnings: readonly Notice[] | undefined;

  constructor(
    run: Run,
    edition: Edition,
    method: Method,
    { run: resolved, machine, quality }: Resolved,
    { plan, served }: Pick<PreparedRun, 'plan' | 'served'>,
  ) {
    this.run = run;
    this.edition = edition;
    this.method = method;
    this.machine = machine;
    this.resolved = resolved;
    this.plan = plan;
    this.served = served;
    this.#quality = quality;
  }

  get account(): Account {
    this.#account ??= accountOf(this.method, this.resolved);
    return this.#account;
  }

  get sums(): Sums | null {
    if (this.#sums === undefined) this.#sums = this.method.hasRange ? sumsOf(this.account) : null;
    return this.#sums;
  }

  get warnings(): readonly Notice[] {
    const { run, edition, method, machine, resolved, plan, served } = this;
    this.#warnings ??= warningsAbout({
      edition,
      run,
      machine,
      resolved,
      method,
      plan,
      served,
      quality: this.#quality,
    });
    return this.#warnings;
  }
}

/** Whether a run could not be prepared: what is left then is why. */
export const isLack = (found: PreparedRun | Said): found is Said => 'code' in found;

function notInMethod({ method }: Run, lack: Said): Problem {
  return problem('not-in-method', '/method', method, {
    message: `${method} cannot answer for this run: ${inEnglish(lack)}`,
    expected: 'another method, or what this one needs',
  });
}
