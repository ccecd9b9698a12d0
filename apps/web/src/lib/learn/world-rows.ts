import { number } from '../text/format.ts';
import type { WordsOf } from '../text/load.ts';
import type { World } from './world.ts';

/** What the world emits and parts of it, the largest first; null is not known to anybody. */
export const worldRows = (
  { rows }: WordsOf<'lessons'>['world'],
  { all, electricity, centres, servers }: World,
): { id: string; label: string; gt: number | null }[] => [
  { id: 'world', label: rows.world(all.year), gt: all.gt },
  { id: 'electricity', label: rows.electricity(electricity.year), gt: electricity.gt },
  { id: 'centres', label: rows.centres(number(centres.twh), centres.year), gt: centres.gt },
  { id: 'servers', label: rows.servers(number(servers.twh), servers.year), gt: servers.gt },
  { id: 'learning', label: rows.learning, gt: null },
];
