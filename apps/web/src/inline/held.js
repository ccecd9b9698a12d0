// Letters on the list of providers are taken by what people call one, not by how its label begins: `microsoft` is Azure.
// Until that can be told, they and all keys after them are held, and pressed in their order then (lib/form/held-keys.ts).
{
  // A page that cannot come alive keeps no key from its reader for longer.
  const LONGEST_MS = 15_000;
  const held = { keys: [], isHolding: false, take: null };
  globalThis.held = held;
  let since = 0;
  addEventListener('keydown', hold, { capture: true });

  function hold(event) {
    const { key, target, timeStamp, isTrusted } = event;
    if (!isTrusted || event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(key)) return;
    const isName = target.id === 'field-provider' && /^[^\s]$/u.test(key);
    if (held.take && !held.isHolding) {
      if (target.id !== 'field-provider') return;
      if (!held.take(key, timeStamp)) return;
    } else if (held.isHolding || isName) {
      if (!held.isHolding) since = timeStamp;
      held.isHolding = timeStamp - since < LONGEST_MS;
      if (!held.isHolding) {
        held.keys = [];
        return;
      }
      held.keys.push({ key, target, timeStamp });
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
