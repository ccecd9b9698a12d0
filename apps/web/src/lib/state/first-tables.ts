import {
  type Catalogue,
  CURRENT_EDITION,
  EDITIONS,
  type ListedName,
  PAPER_EDITION,
} from '@ml-emissions/calculator';

type Draft = Readonly<Record<string, unknown>>;

/**
 * Whether the first tables have what a run as written names.
 *
 * @param choices of the first tables
 */
export const isInFirstTables = (choices: Catalogue, draft: Draft): boolean =>
  !(needsMore(draft) || isUnlisted(choices, draft));

/** A run that needs more than the first tables: a processor, an instance, a slice or a named site. */
const needsMore = (draft: Draft): boolean =>
  ['year', 'start', 'host', 'instance', 'slice'].some((name) => name in draft) ||
  isAtSite(draft.place) ||
  isOlderEdition(draft.edition);

/** Names of chips and places that are no entries of the first tables: all of them may know better. */
function isUnlisted(choices: Catalogue, { hardware, place }: Readonly<Record<string, unknown>>) {
  const chips = Array.isArray(hardware) ? hardware : [];
  const names = [...chips, place].flatMap(namesIn);
  return names.some((name) => !choices.isListed(name));
}

function namesIn(entry: unknown): ListedName[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { accelerator, provider, region, zone } = entry as Readonly<Record<string, unknown>>;
  return [
    ...(typeof accelerator === 'string' && accelerator !== '' ? [{ accelerator }] : []),
    ...(typeof zone === 'string' && zone !== '' ? [{ zone }] : []),
    ...(typeof provider === 'string' && typeof region === 'string' && region !== ''
      ? [{ provider, region }]
      : []),
  ];
}

const isAtSite = (place: unknown): boolean =>
  typeof place === 'object' && place !== null && 'site' in place;

/** The first tables are those of the current edition; the paper's, which are small, are always there. */
const isOlderEdition = (id: unknown): boolean =>
  EDITIONS.some((one) => one === id) && id !== CURRENT_EDITION && id !== PAPER_EDITION;
