import {
  type Accelerator,
  acceleratorIndex,
  CURRENT_EDITION,
  loadEdition,
  type ProviderRow,
  type Region,
  regionIndex,
  type SourceRow,
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
  readonly accelerator: (id: string) => Accelerator | undefined;
  readonly source: (id: string) => SourceRow | undefined;
}

/**
 * The choices that an edition offers.
 *
 * @param edition one of `EDITIONS`; the current one by default
 * Errors: throws where there is no such edition.
 */
export function catalogue(edition: string = CURRENT_EDITION): Catalogue {
  const commons = loadEdition(edition);
  return {
    edition: commons.edition,
    accelerators: commons.accelerators,
    providers: commons.providers,
    regions: commons.regions,
    searchAccelerators: (text, most) => acceleratorIndex(commons).search(text, most),
    searchRegions: (provider, text, most) => regionIndex(commons, provider).search(text, most),
    accelerator: (id) => commons.acceleratorById.get(id),
    source: (id) => commons.sourceById.get(id),
  };
}
