/** What stands below the figure, fetched as one: none of it answers to anybody before the page is alive. */
export { takeKeys } from '../form/held-keys.ts';
export { default as Announcement } from '../result/Announcement.svelte';
export { default as Beside } from '../result/Beside.svelte';
export { default as Foot } from '../result/Foot.svelte';
export { default as HowBig } from '../result/HowBig.svelte';
export { default as Receipt } from '../result/Receipt.svelte';
export { default as Shares } from '../result/Shares.svelte';
export { default as SlimBar } from '../result/SlimBar.svelte';
export { default as Working } from '../runs/Working.svelte';
