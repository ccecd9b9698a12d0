import type { Session } from '../state/session.svelte.ts';
import { SEARCHES } from './options.ts';
import type { SearchName } from './search.ts';
import { takeHardware } from './take.ts';

/** A name as it is listed stands among so many. */
const FIRST = 10;

/** Takes what was typed before its list was there as the list would have been read: what stands first in it. */
export async function takeFirst(session: Session, name: SearchName, told: string): Promise<void> {
  const { form } = session;
  const before = form[name];
  session.change({ [name]: told });
  await session.wake();
  if (session.form !== form || form[name] !== told) return;
  const found = told.trim() === '' ? [] : SEARCHES[name].find(session, told, FIRST);
  const one = found.find(({ value }) => value === told) ?? found[0];
  await SEARCHES[name].take(session, one?.value ?? told, before);
}

/** `8 x H100` where a count is asked for: hardware with its count, where it is any. */
export async function takeCount(session: Session, text: string): Promise<void> {
  const { form } = session;
  await session.loadAll();
  if (!session.engine || session.form !== form || form.count !== text) return;
  const [first] = SEARCHES.accelerator.find(session, text, 1);
  if (!first) return;
  session.change({ count: '' });
  await takeHardware(session, first.value);
}
