/** Resolves once the pointer that is down is let go, and what was pressed with it is done. */
export const letGo = (): Promise<void> =>
  new Promise((done) => {
    for (const end of ['pointerup', 'pointercancel'] as const) {
      addEventListener(end, () => setTimeout(done), { once: true });
    }
  });
