import { checked } from '$lib/about/checked.ts';

export const load = () => ({ checked: checked() });
