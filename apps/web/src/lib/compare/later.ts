/** The comparisons. What they are made of is listed here, and not on the page that opens first: it is a long list. */
export const comparisons = () => import('./Compare.svelte');
