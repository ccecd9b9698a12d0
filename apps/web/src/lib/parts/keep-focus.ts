const LOOK_MS = 50;
const PATIENCE_MS = 5000;

/**
 * A button that is gone once what it asked for is there hands the focus to the line that it stood in, or else to the
 * result, not to nowhere. Called by what was pressed.
 */
export function keepFocus(): void {
  const pressed = document.activeElement;
  const line = pressed?.closest('details')?.querySelector('summary');
  const started = performance.now();
  const timer = setInterval(() => {
    const { activeElement } = document;
    const isElsewhere =
      activeElement !== null && activeElement !== pressed && activeElement !== document.body;
    const isLost = !pressed?.isConnected || pressed.matches(':disabled');
    const next = line?.isConnected ? line : document.getElementById('result');
    if (isLost && !isElsewhere) next?.focus({ preventScroll: true });
    if (isLost || isElsewhere || performance.now() - started > PATIENCE_MS) clearInterval(timer);
  }, LOOK_MS);
}
