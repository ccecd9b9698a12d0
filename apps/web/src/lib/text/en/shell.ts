/** English words around every page. Another language is a file of the same shape. */
export const words = {
  title: 'ML Emissions Calculator',
  description:
    'How much CO2e a machine-learning run emits, how sure that figure is, and what would lower it.',
  skip: 'Skip to the content',
  pages: {
    label: 'Pages',
    calculate: 'Calculate',
    learn: 'Learn',
    act: 'Act',
    publish: 'Publish',
    ledger: 'Ledger',
    data: 'Data',
    method: 'Method',
    about: 'About',
  },
  theme: { name: 'Theme', auto: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  loading: 'Loading …',
  titleOf: (page: string, title: string) => `${page}: ${title}`,
  cut: 'What this needs could not be fetched. Is there a network? Your next key asks again.',
  again: 'Try again',
  otherTab: 'Another tab has changed this project; this one shows the same now.',
  /** Where nothing is computed, as the browser runs no scripts. */
  noScript:
    'Your browser runs no JavaScript. The first page shows the example that it opens with, worked out, with its receipt; Learn, Act, Method and About can be read. To compute a run of your own, allow JavaScript for this page (nothing is sent anywhere), or use the command, in a clone of the code:',
  notFound: 'There is no page at this address.',
  toCalculator: 'To the calculator',
  /** Beside advice to move, on every page that gives it. */
  moving: {
    places: (cities: string, more: number, providers: number) =>
      `${cities}${more > 0 ? ` and ${more} more ${providers > 0 ? 'places' : 'chips'}` : ''}${providers > 1 ? `, with ${providers} providers` : ''}`,
    group: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
    average:
      'These are averages of all generation: a run that moves is met by added, marginal, generation, and where many move the gain is smaller.',
    about: 'What moving work does',
  },
  footer: {
    grownFrom: 'Grown from',
    paper:
      'A. Lacoste, A. Luccioni, V. Schmidt, T. Dandres: Quantifying the Carbon Emissions of Machine Learning, 2019, arXiv:1910.09700',
    privacy: 'Everything is computed in this browser. Nothing is sent anywhere.',
    edition: (edition: string) => `Data edition ${edition}`,
    data: (edition: string, hash: string) => `Data edition ${edition} (${hash})`,
    trust: 'Trust',
    validation: 'Checked against meters and papers',
    corrections: 'Corrections',
    code: 'Code',
    issues: 'Issues',
    licences: 'Licences',
    printed: (day: string) => `Printed on ${day}.`,
  },
};
