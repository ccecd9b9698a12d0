declare module '*.csv?table' {
  /** Columns and cells of one table, as text; decoded on first call. */
  const table: () => import('./read-table.ts').TextTable;
  export default table;
}

declare module '*.csv?core' {
  /** The part of one table that a page needs at first. */
  const table: () => import('./read-table.ts').TextTable;
  export default table;
}

declare module 'virtual:ml-emissions/editions' {
  export const current: string;
  export const hashes: Readonly<Record<string, string>>;
}
