/** Columns of a job by what they are in a run: all that is summed or multiplied comes from here. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['/hours', 'hours'],
  ['/hardware/0/count', 'chips'],
  ['/hardware/0/powerW', 'power_w'],
  ['/energyKwh', 'metered_kwh'],
]);

/** JSON Pointers of the quantities of a job, in the order in which they are read out. */
export const POINTERS: readonly string[] = [...COLUMNS.keys()];
export const QUANTITY_COLUMNS: readonly string[] = [...COLUMNS.values()];

/**
 * A product of quantities in SQL; 0 where the job does not tell one of them.
 *
 * @param product JSON Pointers with spaces between them
 * Errors: throws for a quantity that jobs do not have.
 */
export function productSql(product: string): string {
  const columns = product.split(' ').map((pointer) => {
    const column = COLUMNS.get(pointer);
    if (column === undefined) throw new Error(`productSql(): jobs have no ${pointer}`);
    return column;
  });
  return `COALESCE(${columns.join(' * ')}, 0e0)`;
}
