/** What can be imported from the package, and the source of each. */
export const DOORS = {
  index: 'src/index.ts',
  report: 'src/entry/report.ts',
  core: 'src/entry/core.ts',
  tables: 'src/entry/tables.ts',
  cli: 'src/entry/cli.ts',
  client: 'src/entry/client.ts',
} as const;
