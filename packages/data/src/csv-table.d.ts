declare module '*.csv?table' {
  /** Columns and cells of one table, as text; decoded on first call. */
  const table: () => import('./read-table.ts').TextTable;
  export default table;
}

declare module 'virtual:ml-emissions/editions' {
  /** Ids and hashes, the current edition first. */
  export const hashes: readonly (readonly [id: string, hash: string])[];
}

declare module 'virtual:ml-emissions/tables' {
  /** The tables of every edition that is made of them, the current one first. */
  export const editions: readonly import('./editions/index.ts').EditionTables[];
}

declare module 'virtual:ml-emissions/tables-as-needed' {
  /** The same, each read when it is first asked for: `read` takes the name of a file and gives the text in it. */
  export const editions: (
    read: (file: string) => string,
  ) => readonly import('./editions/index.ts').EditionTables[];
}

declare module 'virtual:ml-emissions/core' {
  /** The part of the current edition's tables that a page needs at first. */
  export const facts: import('./editions/tables.ts').FactTables;
}
