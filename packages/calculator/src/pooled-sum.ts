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

function partOf(prepared: PreparedRun, figure: Figure): Part | null {
  const byFigure = parts.get(prepared) ?? new Map<Figure, Part | null>();
  parts.set(prepared, byFigure);
  const known = byFigure.get(figure);
  if (known !== undefined) return known;
  const sum = prepared.sums?.of(figure);
  const part = sum ? partIn(sum, kindOf(prepared)) : null;
  byFigure.set(figure, part);
  return part;
}

function partIn(sum: readonly Monomial[], kind: Kind): Part {
  const held = [...kind.apart.keys()].map((key) => {
    const holding = sum.filter(({ keys }) => keys.includes(key));
    return [key, holding.reduce((all, { value }) => all + value, 0)] as const;
  });
  const text = (keys: readonly string[], some: readonly number[]) =>
    some.map((log, index) => (kind.apart.has(keys[index] ?? '') ? log : nearLog(log)));
  const texts = sum.map(
    ({ keys, logs, ups = logs }) => `${keys}:${text(keys, logs)}:${text(keys, ups)}`,
  );
  return { ...kind, sum, held, text: `${kind.text}|${texts.join('|')}` };
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

/** Runs that are nearly as unsure, as one with their mean deviations. */
function memberOf(alike: readonly Part[]): Member {
  const [first, ...others] = alike as readonly [Part, ...Part[]];
  if (others.length === 0) return first;
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
