/** The same value, which nobody can change any more: whoever holds it knows what it says. */
export function frozen<Value extends object>(value: Value): Value {
  for (const one of Object.values(value)) {
    if (typeof one === 'object' && one !== null && !Object.isFrozen(one)) frozen(one);
  }
  return Object.freeze(value);
}
