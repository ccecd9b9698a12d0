/**
 * The same value, which nobody can change any more: whoever holds it knows what it says.
 *
 * @param value plain data, or anything at all: what is no plain object or list (maps, patterns) is left as it is
 * @example frozen({ said: { code: 'no-pue-in-edition' } })
 */
export function frozen<Value>(value: Value): Value {
  if (!isPlain(value) || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) frozen(one);
  return Object.freeze(value);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
