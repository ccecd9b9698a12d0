import { checked } from '$lib/about/checked.ts';
import { cited } from '$lib/about/cited.ts';
import { session } from '$lib/state/session.svelte.ts';

export const load = async () => {
  await session.wake();
  return { checked: checked(), entries: await cited() };
};
