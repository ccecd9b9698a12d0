import type { ProviderRow } from '../tables/place.ts';

/** Whether anybody can rent machines there; some rows stand for an industry, or for the maker of machines that people own. */
export const isRented = ({ siteKind }: ProviderRow): boolean => siteKind !== null;
