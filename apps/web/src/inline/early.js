// What a person does before the page is alive is noted here, and done again by lib/early.ts.
{
  const SIGNS = [
    'pointermove',
    'pointerdown',
    'keydown',
    'focusin',
    'scroll',
    'wheel',
    'dragenter',
    'hashchange',
    'click',
    'input',
    'change',
  ];
  // The view that the address asks for stands there from the first paint on (lib/workbench/views.svelte.ts).
  const [, view] =
    /[?&]view=(where|hardware|what-if|methods|sources)\b/.exec(location.search) ?? [];
  if (view) document.documentElement.dataset.view = view;
  // Where it stands below the form, the page opens at it; not where a browser comes back to.
  let placed = 0;
  if (view && !matchMedia('(min-width: 62rem)').matches) addEventListener('DOMContentLoaded', open);
  let again = null;
  let rest = null;
  const early = { isSeen: false, acts: [], onSeen: () => undefined, load, stop };
  globalThis.early = early;
  for (const sign of SIGNS) addEventListener(sign, see, { capture: true, passive: true });

  function open() {
    const [{ type }] = performance.getEntriesByType('navigation');
    if (type !== 'navigate' || scrollY > 0) return;
    document.querySelector('.answer')?.scrollIntoView();
    placed = scrollY;
  }

  /** A pointer that rests where the page opens may be told of once: that is nobody's doing. */
  function isResting({ type, clientX, clientY }) {
    if (type !== 'pointermove') return false;
    const place = `${clientX} ${clientY}`;
    rest ??= place;
    return rest === place;
  }

  function see(event) {
    const { type, target } = event;
    if (isResting(event) || (type === 'scroll' && scrollY === placed)) return;
    early.isSeen = true;
    early.onSeen();
    const retry = again;
    again = null;
    retry?.();
    const isAct = type === 'click' || type === 'input' || type === 'change';
    if (!isAct || !target.closest('[data-asleep]')) return;
    const summary = target.closest('summary');
    early.acts.push({
      type,
      target,
      value: target.value,
      opens: summary && !summary.parentElement.open,
    });
  }

  /** Begins once the page is painted: what makes it alive is not to hold up what is read. */
  function load(begin) {
    return new Promise((done) => {
      requestAnimationFrame(() => {
        setTimeout(() => {
          for (const link of document.querySelectorAll('link[data-later]'))
            link.rel = link.dataset.later;
          // No network just now: what somebody does next asks again.
          const attempt = () =>
            begin().then(done, () => {
              again = attempt;
            });
          attempt();
        });
      });
    });
  }

  function stop() {
    for (const sign of SIGNS) removeEventListener(sign, see, { capture: true });
  }
}
