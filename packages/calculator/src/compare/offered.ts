import { type Edition, instanceById } from '@ml-emissions/data';
import type { Run, Said } from '@ml-emissions/model';
import { inEnglish } from '../estimate/worded.ts';
import type { Whole } from '../whole.ts';

/** Who offers what a run is on. Which of a provider's regions do is in no table. */
export interface Offered {
  /** Providers that list a machine with it; null where that is not known, and nothing is left out. */
  readonly providers: readonly string[] | null;
  /** Providers whose machines are not in the tables. */
  readonly notKnown: readonly string[];
  readonly note: string;
  /** The note as a code. */
  readonly said: Said;
}

const RETIRED = 'retired';
/** Google's own chips; the tables list their slices, and nobody else has them. */
const OF_SLICES = 'gcp';

/**
 * Who offers the machines or chips of some runs, as far as the tables list machines.
 *
 * @param here the runs, each of whose hardware must be on offer
 */
export function offeredFor(here: Whole): Offered {
  const [{ edition }] = here;
  const each = here.map(({ run }) => providersOf(edition, run));
  const clouds = unique(edition.regions.map(({ provider }) => provider));
  const providers = each.some((one) => one === null)
    ? null
    : clouds.filter((cloud) => each.every((list) => list?.includes(cloud)));
  const listed = edition.hasMachines ? machinesOf(edition).map(({ provider }) => provider) : [];
  const notKnown = clouds.filter((cloud) => !listed.includes(cloud));
  const said: Said =
    providers === null
      ? { code: 'offered-not-known' }
      : { code: 'offered-by', providers, notKnown };
  return { providers, notKnown, note: inEnglish(said), said };
}

/** Providers that list a machine as a run's, or one with each of its chips; null where that is not known. */
function providersOf(
  edition: Edition,
  { instance, slice, hardware }: Run,
): readonly string[] | null {
  if (!edition.hasMachines) return null;
  if (slice !== undefined) return [OF_SLICES];
  if (instance !== undefined) {
    const machine = instanceById(edition, instance);
    return machine ? [machine.provider] : null;
  }
  const lists = hardware.map(({ accelerator }) =>
    typeof accelerator === 'string' ? withChip(edition, accelerator) : null,
  );
  const [first, ...rest] = lists;
  if (!first || rest.includes(null)) return null;
  return first.filter((one) => rest.every((list) => list?.includes(one)));
}

function withChip(edition: Edition, id: string): readonly string[] {
  const machines = machinesOf(edition).filter(({ acceleratorIds }) => acceleratorIds.includes(id));
  const isSliced = edition.machines.slices.some(({ acceleratorId }) => acceleratorId === id);
  return unique([...machines.map(({ provider }) => provider), ...(isSliced ? [OF_SLICES] : [])]);
}

const machinesOf = ({ machines: { instances } }: Edition) =>
  instances.filter(({ status }) => status !== RETIRED);

const unique = (list: readonly string[]) => [...new Set(list)].sort();
