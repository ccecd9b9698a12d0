import { firstAnswer } from '$lib/state/first.ts';

export const load = () => ({ first: firstAnswer() });
