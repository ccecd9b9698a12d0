import type {
  Accelerator,
  Edition,
  Editions,
  ProviderRow,
  Region,
  SourceRow,
} from '@ml-emissions/data';

/** What can be chosen in an edition, searchable as one types. */
export interface Catalogue {
  readonly edition: { readonly id: string; readonly hash: string };
  readonly accelerators: readonly Accelerator[];
  readonly providers: readonly ProviderRow[];
  readonly regions: readonly Region[];
  /** Accelerators for what has been typed so far, best first. */
  readonly searchAccelerators: (text: string, most: number) => Accelerator[];
  /** Regions of one provider (or of all for null) for what has been typed so far, best first. */
  readonly searchRegions: (provider: string | null, text: string, most: number) => Region[];
  /**
   * Whether a text is a name of the tables at hand as it stands. Any other must be read, for which a page needs all tables:
   * the first ones know neither TPU slices nor machines, sites or parts of countries, and would take it for something else.
   */
  readonly isListed: (name: ListedName) => boolean;
  readonly accelerator: (id: string) => Accelerator | undefined;
  readonly source: (id: string) => SourceRow | undefined;
}

/** A name and what it is to be one of. */
export type ListedName =
  | { readonly accelerator: string }
  | { readonly zone: string }
  | { readonly provider: string; readonly region: string };

/**
 * The choices that an edition offers.
 *
 * @param editions those at hand
 * @param id one of them; the current one by default
 * Errors: throws where there is no such edition.
 */
export function catalogue(editions: Editions, id: string = editions.current): Catalogue {
  const edition = editions.get(id);
  if (!edition) throw new Error(`catalogue(): no edition '${id}'`);
  const { hash, accelerators, providers, regions, names } = edition;
  return {
    edition: { id, hash },
    accelerators,
    providers,
    regions,
    searchAccelerators: (text, most) => names.accelerators.search(text, most),
    searchRegions: (provider, text, most) => names.regions(provider).search(text, most),
    isListed: (name) => listed(edition, name).length > 0,
    accelerator: (one) => edition.acceleratorById.get(one),
    source: (one) => edition.sourceById.get(one),
  };
}

function listed({ names }: Edition, name: ListedName): readonly unknown[] {
  if ('accelerator' in name) return names.accelerators.exact(name.accelerator);
  if ('zone' in name) return names.zones.exact(name.zone);
  return names.regions(name.provider).exact(name.region);
}
