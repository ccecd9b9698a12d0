import type { Accelerator, Commons } from '../commons.ts';
import { type NameIndex, nameIndex } from './name-index.ts';

/** What most people mean by a name that fits several: server modules before cards, the first of a family. */
function byLikelihood(a: Accelerator, b: Accelerator): number {
  const isModule = ({ formFactor }: Accelerator) => formFactor === 'sxm' || formFactor === 'oam';
  return Number(isModule(b)) - Number(isModule(a)) || (a.year ?? LATER) - (b.year ?? LATER);
}

const LATER = 9999;
const indexes = new WeakMap<Commons, NameIndex<Accelerator>>();

/** The accelerators of an edition by what people call them. */
export function acceleratorIndex(commons: Commons): NameIndex<Accelerator> {
  let index = indexes.get(commons);
  if (!index) {
    index = nameIndex(
      commons.accelerators.toSorted(byLikelihood).map((item) => ({
        item,
        id: item.id,
        label: item.name,
        names: item.aliases,
      })),
    );
    indexes.set(commons, index);
  }
  return index;
}

/** Whether two accelerators give the same estimate: then it does not matter which one was meant. */
export function sameForEstimate(a: Accelerator, b: Accelerator): boolean {
  return (
    a.tdpW === b.tdpW &&
    a.formFactor === b.formFactor &&
    a.segment === b.segment &&
    a.kind === b.kind &&
    a.tdpScope === b.tdpScope &&
    a.idleW === b.idleW &&
    a.embodiedKgCo2e === b.embodiedKgCo2e
  );
}
