// Before the first paint: a theme that was chosen on an earlier visit.
try {
  const theme = localStorage.getItem('ml-emissions.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
