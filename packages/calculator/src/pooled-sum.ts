import {
  type Apart,
  amountOf,
  type Figure,
  log2,
  type Member,
  type Monomial,
  nearLog,
  nearlyMerged,
  nearlyOne,
  pooled,
  type Run,
  type Sum,
  square,
} from '@ml-emissions/model';
import { factorsIn } from './factors-in.ts';
import type { PreparedRun } from './prepare.ts';

/** What of a run counts in a sum over runs, whichever figure is summed. */
interface Kind {
  readonly model: string;
  readonly apart: ReadonlyMap<string, Apart>;
  readonly text: string;
}

/** A run's part of a sum: runs of one text differ in their values, and by less than a step in their deviations. */
interface Part extends Kind {
  readonly sum: readonly Monomial[];
  /** By unknown that is not the same in every run, the value in which it stands. */
  readonly held: readonly (readonly [key: string, value: number])[];
}

// Groups of one project hold the same runs, and of a project in hand most runs are those of a moment ago.
const kinds = new WeakMap<PreparedRun, Kind>();
const parts = new WeakMap<PreparedRun, Map<Figure, Part | null>>();

// Texts that are long and nearly all the same: held once, and told apart by where they are held.
const texts = new Map<string, string>();
const MOST_TEXTS = 10_000;

/** Members of earlier sums, by the first of their parts: a key in one run changes one of them. */
const joined = new WeakMap<Part, Joined[]>();
/** Sums over all runs and over those of a phase, a place and a machine may begin with the same run. */
const MOST_JOINED = 8;

interface Joined {
  readonly alike: readonly Part[];
  readonly member: Member;
}

/**
 * A figure of several runs as a sum of products of unknowns, in which averages out what differs from run to run and from
 * model to model. Null where the range of any run is not known.
 *
 * Runs that are nearly as unsure stand as one member with the roots of their squares: hundreds of runs on a few machines
 * are a few members. They would count as one in the sum too (`nearlyMerged`); what averages out is told apart to the bit.
 *
 * Source: docs/method.md, section 6.
 */
export function pooledSum(whole: readonly PreparedRun[], figure: Figure): Sum {
  const members = new Map<string, Part[]>();
  for (const prepared of whole) {
    const part = partOf(prepared, figure);
    if (!part) return null;
    const alike = members.get(part.text);
    if (alike) alike.push(part);
    else members.set(part.text, [part]);
  }
  return nearlyMerged(pooled([...members.values()].map(memberOf)));
}

function held(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  // A server of many projects holds those of the last ones.
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(text, text);
  return text;
}

function partOf(prepared: PreparedRun, figure: Figure): Part | null {
  let byFigure = parts.get(prepared);
  if (!byFigure) {
    byFigure = new Map();
    parts.set(prepared, byFigure);
  }
  const known = byFigure.get(figure);
  if (known !== undefined) return known;
  const sum = prepared.sums?.of(figure);
  const part = sum ? partIn(sum, kindOf(prepared)) : null;
  byFigure.set(figure, part);
  return part;
}

function partIn(sum: readonly Monomial[], kind: Kind): Part {
  const weights = [...kind.apart.keys()].map((key) => {
    const holding = sum.filter(({ keys }) => keys.includes(key));
    return [key, holding.reduce((all, { value }) => all + value, 0)] as const;
  });
  const text = (keys: readonly string[], some: readonly number[]) =>
    some.map((log, index) => (kind.apart.has(keys[index] ?? '') ? log : nearLog(log)));
  const products = sum.map(
    ({ keys, logs, ups = logs }) => `${keys}:${text(keys, logs)}:${text(keys, ups)}`,
  );
  return { ...kind, sum, held: weights, text: held(`${kind.text}|${products.join('|')}`) };
}

function kindOf(prepared: PreparedRun): Kind {
  const known = kinds.get(prepared);
  if (known) return known;
  const apart = new Map<string, Apart>();
  for (const [key, { factor }] of factorsIn(prepared))
    if (factor.apart) apart.set(key, factor.apart);
  const model = modelKey(prepared.run);
  const kind = { model, apart, text: JSON.stringify([model, [...apart]]) };
  kinds.set(prepared, kind);
  return kind;
}

/** Runs that are nearly as unsure, as one; worked out once for as long as they are the same runs. */
function memberOf(alike: readonly Part[]): Member {
  const [first] = alike as readonly [Part, ...Part[]];
  if (alike.length === 1) return first;
  const before = joined.get(first) ?? [];
  const known = before.find((one) => isSame(one.alike, alike));
  if (known) return known.member;
  const member = memberOfAll(alike);
  joined.set(first, [{ alike, member }, ...before].slice(0, MOST_JOINED));
  return member;
}

const isSame = (some: readonly Part[], others: readonly Part[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

/** Runs as one with their mean deviations. */
function memberOfAll(alike: readonly Part[]): Member {
  const [first] = alike as readonly [Part, ...Part[]];
  const { model, apart, sum, held } = first;
  const roots = held.map(([key], index) => {
    let squares = 0;
    for (const part of alike) squares += square(part.held[index]?.[1] ?? 0);
    return [key, Math.sqrt(squares)] as const;
  });
  return {
    model,
    apart,
    sum: sum.map((_, index) => {
      const products = alike.flatMap((part) => part.sum[index] ?? []);
      return nearlyOne(products as [Monomial, ...Monomial[]]);
    }),
    roots: new Map(roots),
  };
}

/**
 * Runs that tell no model may all be of one, and so may those of one name whose sizes are about alike: a parameter more or
 * less is no other network.
 */
export function modelKey({ model }: Pick<Run, 'model'>): string {
  if (!model) return '';
  const { name = null, parameters } = model;
  const doublings = parameters === undefined ? null : Math.round(log2(amountOf(parameters)));
  return JSON.stringify([name, doublings]);
}
