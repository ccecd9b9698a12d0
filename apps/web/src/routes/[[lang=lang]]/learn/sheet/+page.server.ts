import { facts } from '$lib/learn/sheet/facts.ts';

export const load = async () => ({ facts: await facts() });
