import type { Edition } from '@ml-emissions/data';
import { saysNothing, withoutAsides, withoutComputer } from './aside.ts';
import { counts } from './count.ts';
import { memoryIn } from './memory.ts';
import { withoutBrackets } from './tidy.ts';
import { nearestSlices } from './tpu.ts';

const MOST = 5;
const VENDORS = ['nvidia', 'amd', 'intel', 'apple', 'google'];

/**
 * Names that come nearest to a description that names nothing: slices of the same generation, then accelerators.
 * Where the text names a maker, another maker's chip is worse than none.
 *
 * @example nearestHardware(edition, 'v3-7') // ['v3-8', …]
 */
export function nearestHardware(edition: Edition, text: string): string[] {
  if (saysNothing(text)) return [];
  const slices = edition.hasMachines ? nearestSlices(edition, text, MOST) : [];
  if (slices.length > 0) return slices;
  const { accelerators } = edition.names;
  const name = nameIn(text);
  const vendor = VENDORS.find((one) => new RegExp(`\\b${one}\\b`, 'i').test(text));
  const exact = accelerators.exact(name).map((row) => row.name);
  const near = exact.length > 0 ? exact : accelerators.nearest(name, 2 * MOST);
  return near.filter((label) => !vendor || label.toLowerCase().startsWith(vendor)).slice(0, MOST);
}

/** What is left of a description without count and memory. */
function nameIn(text: string): string {
  const flat = withoutAsides(withoutBrackets(withoutComputer(text)));
  const name = counts(flat)[0]?.rest ?? flat;
  return memoryIn(name)?.rest ?? name;
}
