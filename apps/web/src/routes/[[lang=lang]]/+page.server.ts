import { firstAnswer } from '$lib/state/first.ts';

export const load = async () => ({ first: await firstAnswer() });
