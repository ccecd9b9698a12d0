/**
 * A value whose fields are worked out when they are first looked at, each once. A copy of it, and its JSON, is plain data
 * with all of them.
 *
 * @param fields by name, what works it out
 */
export function lazy<Value extends object>(
  fields: {
    readonly [Name in keyof Value]-?: () => Value[Name];
  },
): Value {
  const value = {} as Value;
  for (const [name, work] of Object.entries<() => unknown>(fields)) {
    Object.defineProperty(value, name, {
      enumerable: true,
      configurable: true,
      get() {
        const found = work();
        Object.defineProperty(value, name, { value: found, enumerable: true });
        return found;
      },
    });
  }
  return value;
}
