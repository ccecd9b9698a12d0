import { tick } from 'svelte';
import { GRID, OWN, type RunForm, SITE } from '../state/fields.ts';
import { say } from '../state/notice.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { language } from '../text/format.ts';
import { WORDS } from '../text/load.ts';
import { otherProvider } from './another-place.ts';
import { readPhrase } from './phrase.ts';
import { type readHardware, readPlace } from './reading.ts';

/** Takes what was typed for hardware, with a time and a place where the same text says them. */
export const takeHardware = (session: Session, text: string) =>
  takeText(session, 'accelerator', text, {
    isListed: () => session.choices?.isListed({ accelerator: text }) ?? false,
    read: readPhrase,
  });

/** Takes what was typed for a place, in the same way. */
export const takePlace = (session: Session, text: string) =>
  takeText(session, 'zone', text, {
    isListed: () => session.choices?.isListed({ zone: text }) ?? false,
    read: readPlace,
  });

/** Takes a type of instance; one of another cloud moves the run there, as soon as all tables are there. */
export async function takeInstance(session: Session, instance: string): Promise<void> {
  const { form } = session;
  const move = () => {
    const { provider } = homeOf(session, instance);
    return provider ? otherProvider(session, provider) : {};
  };
  if (session.hasAll) {
    session.change({ ...move(), instance });
    return;
  }
  session.change({ instance });
  try {
    await session.loadAll();
  } catch {
    // The page says that it could not fetch what it needs, and asks again.
    return;
  }
  if (session.form === form && form.instance === instance) session.change(move());
}

const isCloud = (provider: string): boolean => ![OWN, GRID, SITE].includes(provider);

/** The cloud of a machine, where the run is in another one. */
function homeOf(session: Session, instance: string | undefined): Partial<RunForm> {
  const { provider } = session.form;
  const owners = instance === undefined ? [] : ownersOf(session, instance);
  const [owner] = owners;
  return isCloud(provider) && owner !== undefined && !owners.includes(provider)
    ? { provider: owner }
    : {};
}

/** The clouds that call a machine so. */
const ownersOf = ({ engine }: Session, instance: string): string[] =>
  (engine?.list('instances', instance) ?? [])
    .filter((row) => row.instance.toLowerCase() === instance.trim().toLowerCase())
    .map((row) => String(row.provider));

/**
 * Takes what was typed for hardware or a place. A name of the tables stands as it is; anything else is read, and the
 * fields say what it was taken for.
 */
async function takeText(
  session: Session,
  name: 'accelerator' | 'zone',
  text: string,
  { isListed, read }: { isListed: () => boolean; read: typeof readHardware },
): Promise<void> {
  const { form } = session;
  session.change({ [name]: text });
  if (text.trim() === '' || isListed()) return;
  try {
    await session.loadAll();
  } catch {
    // The page says that it could not fetch what it needs, and asks again.
    return;
  }
  const isThere = session.form === form && form[name] === text;
  if (!isThere || !session.engine || isListed()) return;
  const reading = read(session.engine, text, form.edition);
  if ('problem' in reading) return;
  const { left = '' } = reading;
  if (left !== '') say({ text: (await WORDS.fields(language())).words.notRead(left) });
  const fields = { ...reading.fields, ...homeOf(session, reading.fields.instance) };
  const isMoved = fields.provider !== undefined && fields.provider !== form.provider;
  const hasFocus = document.activeElement?.id === `field-${name}`;
  session.change({ ...(isMoved ? otherProvider(session, fields.provider ?? '') : {}), ...fields });
  await tick();
  // The field may have given way to another one, of the region or the machine.
  if (hasFocus && document.activeElement === document.body) {
    const next = Object.keys(fields).map((field) => document.getElementById(`field-${field}`));
    next.find((one) => one !== null)?.focus();
  }
}
