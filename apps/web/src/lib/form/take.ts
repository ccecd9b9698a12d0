import { tick } from 'svelte';
import type { Engine } from '../state/engine.ts';
import { GRID, OWN, type RunForm, SITE } from '../state/fields.ts';
import { say } from '../state/notice.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { language } from '../text/format.ts';
import { fetchGridNames } from '../text/grid-names.ts';
import { WORDS } from '../text/load.ts';
import { otherProvider } from './another-place.ts';
import { labelOf } from './phrase/label.ts';
import { readPhrase } from './phrase.ts';
import { type Reading, readPlace } from './reading.ts';
import { unread } from './unread.svelte.ts';

/** Takes what was typed for hardware, with all that the same text says of the run. */
export const takeHardware = (session: Session, text: string, before?: string) =>
  takeText(session, 'accelerator', text, {
    isListed: () => session.choices?.isListed({ accelerator: text }) ?? false,
    read: readSentence,
    before,
  });

/** The same where the run's hardware is a processor. */
export const takeCpu = (session: Session, text: string, before?: string) =>
  takeText(session, 'cpu', text, {
    isListed: () => (session.engine?.list('cpus', text).length ?? 0) > 0,
    read: readSentence,
    before,
  });

const readSentence: Read = (engine, text, form) =>
  readPhrase(engine, text, form, language() === 'fr');

/** Takes what was typed for a place, in the same way. */
export const takePlace = (session: Session, text: string, before?: string) =>
  takeText(session, 'zone', text, {
    isListed: () => session.choices?.isListed({ zone: text }) ?? false,
    read: (engine, told, { edition }) => readPlace(engine, told, edition),
    before,
  });

/** Takes a type of instance; one of another cloud moves the run there, as soon as all tables are there. */
export async function takeInstance(
  session: Session,
  instance: string,
  before?: string,
): Promise<void> {
  const { form } = session;
  // A sentence is told by its blanks: a type of instance has none.
  if (/\S\s+\S/.test(instance)) {
    const isListed = () => ownersOf(session, instance).length > 0;
    await takeText(session, 'instance', instance, { isListed, read: readSentence, before });
    return;
  }
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

type Read = (engine: Engine, text: string, form: Readonly<RunForm>) => Reading;

interface Take {
  readonly isListed: () => boolean;
  readonly read: Read;
  /** What stood in the field, where the text has been put there already. */
  readonly before: string | undefined;
}

/**
 * Takes what was typed for hardware or a place. A name of the tables stands as it is; anything else is read, and the
 * fields say what it was taken for: all of them at once, as one step.
 */
async function takeText(
  session: Session,
  name: (typeof BOXES)[number] | 'zone',
  text: string,
  { isListed, read, before }: Take,
): Promise<void> {
  const { form } = session;
  const stood = before ?? form[name];
  Object.assign(unread, { text: '', form: null });
  session.change({ [name]: text });
  if (text.trim() === '' || isListed()) return;
  try {
    // A grid is told by its name in the language of the page.
    await Promise.all([session.loadAll(), fetchGridNames(language())]);
  } catch {
    // The page says that it could not fetch what it needs, and asks again.
    return;
  }
  // The list closes first: what it still does then would be of a box that has given way to another.
  await new Promise((done) => setTimeout(done));
  const isThere = session.form === form && form[name] === text;
  if (!isThere || !session.engine || isListed()) return;
  const reading = read(session.engine, text, form);
  if ('problem' in reading) return;
  const { left = '' } = reading;
  // What says nothing of this field leaves it as it was.
  const own = { [name]: stood, ...asWritten(reading.fields) };
  const fields = { ...own, ...homeOf(session, reading.fields.instance) };
  const isMoved = fields.provider !== undefined && fields.provider !== form.provider;
  const hasFocus = document.activeElement?.id === `field-${name}`;
  withoutStep(session);
  session.change({ ...(isMoved ? otherProvider(session, fields.provider ?? '') : {}), ...fields });
  session.rest();
  Object.assign(unread, { text: left, form: session.form });
  await tick();
  // The field may have given way to another one, of the region or the machine.
  if (hasFocus && document.activeElement === document.body) {
    const names = [...(name === 'zone' ? [] : BOXES), ...Object.keys(fields)];
    const next = names.map((field) => document.getElementById(`field-${field}`));
    next.find((one) => one !== null)?.focus();
  }
  if (reading.left !== undefined) await tell(session, asWritten(reading.fields), left);
}

/** Numbers stand in fields as their reader writes them: 1,5 in French. */
function asWritten(fields: Partial<RunForm>): Partial<RunForm> {
  if (language() !== 'fr') return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.replace(/^(\d+)\.(\d+)$/, '$1,$2')]),
  );
}

/** The fields of hardware that take a whole sentence: one of them stands there, save for a chip of one's own. */
const BOXES = ['accelerator', 'instance', 'cpu'] as const;

/** Says what a sentence was taken for, and what of it was not. */
async function tell(session: Session, fields: Partial<RunForm>, left: string): Promise<void> {
  const { words } = await WORDS.fields(language());
  const taken = words.taken(labelOf(session, fields));
  say({ text: left === '' ? taken : `${taken} ${words.notRead(left)}` });
}

/** A text that waited to be read, and was kept meanwhile, is no step of its own. */
function withoutStep(session: Session): void {
  const { history } = session;
  if (history.canUndo && history.steps.past.at(-1) === session.text) history.undo();
}
