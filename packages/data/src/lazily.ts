/**
 * An object each of whose values is made when it is first asked for, and kept.
 *
 * @param makers one a value
 * @example lazily({ rows: () => readTable(table(), columns) }).rows
 */
export function lazily<Whole extends object>(
  makers: {
    readonly [Name in keyof Whole]: () => Whole[Name];
  },
): Whole {
  const whole = {} as Whole;
  for (const name of Object.keys(makers) as (keyof Whole)[]) {
    let made: { readonly value: Whole[typeof name] } | undefined;
    const get = () => {
      made ??= { value: makers[name]() };
      return made.value;
    };
    Object.defineProperty(whole, name, { enumerable: true, get });
  }
  return whole;
}

/** Several such objects as one; nothing is made yet. */
export function merged<One extends object, Other extends object>(
  one: One,
  other: Other,
): One & Other {
  const all = {
    ...Object.getOwnPropertyDescriptors(one),
    ...Object.getOwnPropertyDescriptors(other),
  };
  return Object.defineProperties({}, all) as One & Other;
}
