import type { Problem, Run } from '@ml-emissions/calculator';
import { tick } from 'svelte';
import type { Engine } from '../state/engine.ts';
import { FIELD_NAMES, FIELDS, GRID, OWN, type RunForm, SITE } from '../state/fields.ts';
import { formOf } from '../state/form.ts';
import type { Session } from '../state/session.svelte.ts';
import { otherProvider } from './another-place.ts';

/** What a text in a field of the form says: the fields that say it, or what is wrong with it. */
export type Reading = { readonly fields: Partial<RunForm> } | { readonly problem: Problem };

// Device hours, so that a count is there only where the text tells one.
const ELSE = { deviceHours: 1000, carbonIntensityGPerKwh: 100 } as const;
const CHIP = [{ accelerator: { name: 'any', tdpW: 100 } }] as const;

/**
 * A description of hardware as a run takes it: a name with its count, a slice, a machine of a cloud, a processor.
 *
 * @param engine with all tables, or the answer may be another one than the run's
 * @param edition of the run
 */
export function readHardware(engine: Engine, text: string, edition: string): Reading {
  const hardware = [{ accelerator: text }];
  const counted = engine.parseRun({ ...ELSE, edition, hardware });
  // Processors alone have no chip-hours.
  const isProcessor = !counted.ok && counted.problems[0].field === '/deviceHours';
  const { carbonIntensityGPerKwh } = ELSE;
  const asChips = isProcessor
    ? engine.parseRun({ hours: 1, carbonIntensityGPerKwh, edition, hardware })
    : counted;
  const isOther = !asChips.ok && asChips.problems[0].code === 'unknown-accelerator';
  // A name of several chips is asked back: some cloud calls a machine by it too.
  const canBeMachine = isOther && engine.editions.get(edition)?.hasMachines === true;
  const parsed = canBeMachine ? engine.parseRun({ ...ELSE, edition, instance: text }) : asChips;
  if (!parsed.ok) return { problem: asChips.ok ? parsed.problems[0] : asChips.problems[0] };
  const { run } = parsed;
  const [first] = run.hardware;
  const own = formOf({
    hardware: run.hardware.map(named(engine, edition)),
    ...(run.instance ? { instance: run.instance.split('/').at(-1) } : {}),
    ...(run.instanceCount ? { instanceCount: run.instanceCount } : {}),
    ...(run.host ? { host: run.host } : {}),
    ...(run.nodes ? { nodes: run.nodes } : {}),
  });
  return { fields: { ...told(own, HARDWARE), ...countOf(first?.count), chip: own.chip } };
}

/** Fields of the form that describe hardware. */
const HARDWARE = FIELD_NAMES.filter((name) =>
  ['hardware', 'host', 'instance', 'instanceCount', 'nodes'].includes(String(FIELDS[name].path[0])),
);

const told = (form: RunForm, names: readonly (keyof RunForm)[]): Partial<RunForm> =>
  Object.fromEntries(names.flatMap((name) => (form[name] === '' ? [] : [[name, form[name]]])));

/** People choose names, not ids. */
const named = (engine: Engine, edition: string) => (one: Run['hardware'][number]) => {
  const { accelerator } = one;
  if (typeof accelerator !== 'string') return one;
  return {
    ...one,
    accelerator: engine.catalogue(edition).accelerator(accelerator)?.name ?? accelerator,
  };
};

/** A seventh of a chip as a person writes it. */
function countOf(count: unknown): Partial<RunForm> {
  if (typeof count !== 'number' || Number.isInteger(count)) return {};
  const whole = Math.round(1 / count);
  return Math.abs(1 / count - whole) < 1e-9 ? { count: `1/${whole}` } : {};
}

/** A place in the words of people: a country, a part of it, a region with its provider, a named site. */
export function readPlace(engine: Engine, zone: string, edition: string): Reading {
  const { deviceHours } = ELSE;
  const parsed = engine.parseRun({ hardware: CHIP, deviceHours, edition, place: { zone } });
  if (!parsed.ok) return { problem: parsed.problems[0] };
  const form = formOf({ place: { ...parsed.run.place } });
  return { fields: { provider: form.provider, ...told(form, PLACE) } };
}

const PLACE = ['region', 'zone', 'namedSite'] as const;

/**
 * Takes what was typed for hardware. A name of the tables stands as it is; anything else is read, and the fields say
 * what it was taken for.
 */
export const takeHardware = (session: Session, text: string) =>
  takeText(session, 'accelerator', text, {
    isListed: () => session.choices?.isListed({ accelerator: text }) ?? false,
    read: readHardware,
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

/** Takes what was typed for a place, in the same way. */
export const takePlace = (session: Session, text: string) =>
  takeText(session, 'zone', text, {
    isListed: () => session.choices?.isListed({ zone: text }) ?? false,
    read: readPlace,
  });

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
