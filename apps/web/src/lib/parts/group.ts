import type { GroupSummary } from '@ml-emissions/calculator';
import { massEnds } from '../text/format.ts';
import { shell } from '../text/words.ts';

/** Cities or chips that a line has room for. */
const MOST = 4;

/** Places or chips that are not told apart from the lowest, in words. */
export interface GroupWords {
  readonly names: string;
  readonly range: string;
}

/** The same; null where the lowest stands alone, or nothing is known. */
export function groupWords(group: GroupSummary | null | undefined): GroupWords | null {
  if (!group) return null;
  const { names: members, cities, providers, kgCo2e } = group;
  if (members.length < 2) return null;
  const names = cities.length > 0 ? cities : members;
  const { moving } = shell();
  return {
    names: moving.places(
      names.slice(0, MOST).join(', '),
      Math.max(0, names.length - MOST),
      providers,
    ),
    range: moving.group(...massEnds(kgCo2e.low, kgCo2e.high)),
  };
}
