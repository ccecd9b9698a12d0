/** The site's colours and fonts, so that a reader stays on the same site; a test holds them to its tokens. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fcfaf6, #181613);
  --paper-sunk: light-dark(#f3efe7, #12100e);
  --ink: light-dark(#1d1b18, #f2ede4);
  --ink-soft: light-dark(#5c574e, #b5ada0);
  --line: light-dark(#d9d3c7, #3b362f);
  --accent: light-dark(#0b6168, #6fc6c9);
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--font); }
header, main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem; }
header { border-bottom: 1px solid var(--line); }
header span { color: var(--ink-soft); }
a { color: var(--accent); }
section { margin: 2.5rem 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid var(--line); }
pre { background: var(--paper-sunk); padding: 1rem; border-radius: 0.375rem; overflow-x: auto; }
code { font-size: 0.875rem; }
`;
