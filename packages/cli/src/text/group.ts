import { english, words } from '@ml-emissions/words';
import { mass } from '../format.ts';

/** Names that a line has room for. */
const MOST = 6;
/** Where the method says more of it. */
const SECTION = 'docs/method.md#average-or-marginal';

interface Group {
  readonly names: readonly string[];
  readonly cities: readonly string[];
  readonly providers: number;
  readonly kgCo2e: { readonly low: number; readonly high: number };
}

/** `Stockholm, Oslo, Paris with 4 providers: 12 kg CO2e to 22 kg CO2e, not told apart`. */
export function groupText({ names, cities, providers, kgCo2e: { low, high } }: Group): string {
  const list = cities.length > 0 ? cities : names;
  const more = list.length > MOST ? ` and ${list.length - MOST} more` : '';
  const whose = providers > 1 ? ` with ${providers} providers` : '';
  const range = low === high ? mass(low) : `${mass(low)} to ${mass(high)}`;
  return `${list.slice(0, MOST).join(', ')}${more}${whose}: ${range}, not told apart`;
}

/** What a reader should know before anything moves. */
export const averageLine = (): string =>
  `${words({ code: 'average-not-marginal' }, english)} ${SECTION}`;

/** The same in a line, where the figures stand beside much else. */
export const averageShort = (): string => `Averages of all generation, not marginal: ${SECTION}`;
