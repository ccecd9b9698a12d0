import { packed } from '@ml-emissions/report/packed';

/** A link that opens the page with this run or project and this edition. */
export function linkTo(
  page: string,
  written: Readonly<Record<string, unknown>>,
  edition: string | undefined,
): string {
  const pinned = 'runs' in written || edition === undefined ? {} : { edition };
  return `${page}#1.${packed({ schemaVersion: 1, ...pinned, ...written })}`;
}
