import { CURRENT_EDITION, timeFromText } from '@ml-emissions/calculator';
import {
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  GRID,
  OWN,
  type RunForm,
  SERVED,
  SITE,
  type Verb,
} from './fields.ts';

/** A run with nothing told. */
export const EMPTY: Readonly<RunForm> = {
  ...(Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as unknown as RunForm),
  chip: 'listed',
  verb: 'trained',
  served: 'requests',
  per: 'day',
  provider: OWN,
  uncounted: '',
  rest: '',
  method: 'full',
  edition: CURRENT_EDITION,
};

/** What the page opens with: a real run, so that it says something at once. */
export const EXAMPLE: Readonly<RunForm> = {
  ...EMPTY,
  accelerator: 'NVIDIA A100 SXM4 80GB',
  count: '8',
  hours: '100',
  provider: 'gcp',
  region: 'us-central1',
};

/** A run that is yet to be told, at the place of another one: it counts once it is whole. */
export function nextTo(form: Readonly<RunForm>): RunForm {
  const { provider, region, zone, namedSite, intensity, site, edition, method } = form;
  const place = { provider, region, zone, namedSite, intensity, site };
  return { ...EMPTY, ...place, edition, method, uncounted: 'yes' };
}

type Written = Record<string, unknown>;
type Path = readonly (string | number)[];
const isRecord = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function put(into: Written, path: Path, value: unknown): void {
  let at: Written | unknown[] = into;
  for (const [index, key] of path.entries()) {
    const next = path[index + 1];
    const holder = at as Record<string | number, unknown>;
    if (next === undefined) holder[key] = value;
    else {
      holder[key] ??= typeof next === 'number' ? [] : {};
      at = holder[key] as Written;
    }
  }
}

function restOf({ rest }: Readonly<RunForm>): Written {
  try {
    const value: unknown = JSON.parse(rest);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** What a file said beyond the form's fields, by its names in the contract. */
export const restNames = (form: Readonly<RunForm>): string[] => Object.keys(restOf(form));

/** The same form without one of them. */
export function withoutRest(form: Readonly<RunForm>, name: string): string {
  const { [name]: _, ...others } = restOf(form);
  return Object.keys(others).length > 0 ? JSON.stringify(others) : '';
}

/**
 * What was typed -> a run as written; `parseRun` checks it.
 *
 * @param form the fields as text
 * @returns a run with the names of the contract
 */
export function draftOf(form: Readonly<RunForm>): Written {
  const draft: Written = {};
  const rest = restOf(form);
  // Hours of all chips together do not ask how many chips there are, nor for how long by the clock.
  const isPlan = form.verb === 'plan';
  const isServe = form.verb === 'serve';
  const isToDo = TO_DO.some((name) => form[name].trim() !== '');
  const isOfChips = rest.deviceHours !== undefined || timeFromText(form.hours)?.isOfChips === true;
  for (const name of FIELD_NAMES) {
    const { path, reader, when } = FIELDS[name];
    if (when && !when(form)) continue;
    // The sentence's own questions are asked even where they are empty.
    const isAsked =
      (ASKED.some((one) => one === name) &&
        !(isOfChips && (name === 'count' || name === 'hours')) &&
        // A service needs no chips to be told.
        !isServe) ||
      (isServe && name === form.served) ||
      (isPlan && name === 'tokens' && !isToDo);
    if (form[name].trim() === '' && !isAsked) continue;
    put(draft, path, reader.read(form[name]));
  }
  if (form.provider !== OWN && form.provider !== GRID && form.provider !== SITE) {
    put(draft, ['place', 'provider'], form.provider);
  }
  const { hours, ...timeless } = draft;
  const isTimeless =
    isPlan ||
    isServe ||
    (form.hours.trim() === '' && (form.energyKwh.trim() !== '' || isOfChips || isToDo));
  // A country beside the provider stands there, the provider in its field: together they are one place.
  const isApart = isRecord(draft.place) && isRecord(rest.place);
  const place = isApart
    ? { place: { ...(draft.place as Written), ...(rest.place as Written) } }
    : {};
  return { ...(isTimeless ? timeless : { hours, ...timeless }), ...rest, ...place };
}

/** What there is to do in a run that has not been: its time follows. */
const TO_DO = ['tokens', 'samples', 'flop'] as const satisfies readonly FieldName[];

const ASKED = [
  'count',
  'hours',
  'accelerator',
  'chipName',
  'chipTdpW',
  'instance',
  'slice',
] as const;

const typeOfChip = ({ hardware, instance, slice }: Written): string => {
  if (typeof instance === 'string') return 'instance';
  if (typeof slice === 'string') return 'slice';
  const [first] = Array.isArray(hardware) ? hardware : [];
  if (first === undefined) return 'none';
  return isRecord(first) && isRecord(first.accelerator) ? 'own' : 'listed';
};

/** A run without a time that says what there is to do will be. */
function verbOf({ hours, deviceHours, energyKwh, model, service }: Written): Verb {
  if (isRecord(service)) return 'serve';
  const isTimeless = [hours, deviceHours, energyKwh].every((told) => told === undefined);
  return isTimeless && isRecord(model) && TO_DO.some((name) => name in model) ? 'plan' : 'trained';
}

/** The value at a path, taken out; undefined where there is none. */
function take(from: unknown, [key, ...path]: Path): unknown {
  if (key === undefined || typeof from !== 'object' || from === null) return undefined;
  const holder = from as Record<string | number, unknown>;
  if (path.length > 0) return take(holder[key], path);
  const value = holder[key];
  delete holder[key];
  return value;
}

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(pruned).filter((one) => one !== undefined);
    return list.length > 0 ? list : undefined;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, pruned(one)] as const)
    .filter(([, one]) => one !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * A run as written -> the form that says the same.
 *
 * What the form has no field for stays in `rest`, and counts.
 *
 * @param written from a file or a link; not checked
 */
export function formOf(written: Readonly<Written>): RunForm {
  const left = structuredClone(written) as Written;
  delete left.schemaVersion;
  const form: RunForm = { ...EMPTY, chip: typeOfChip(left), verb: verbOf(left) };
  if (isRecord(left.service)) {
    const { service } = left;
    form.served = SERVED.find((name) => name in service) ?? 'requests';
    form.per = 'per' in service ? '' : 'total';
  }
  // Several kinds of hardware have no fields of their own: the list stays as it is written.
  const severalKinds = Array.isArray(left.hardware) && left.hardware.length > 1;
  const { hardware } = left;
  if (severalKinds) delete left.hardware;
  if (isRecord(left.place) && typeof left.place.provider === 'string') {
    form.provider = left.place.provider;
    delete left.place.provider;
  } else if (isRecord(left.place) && 'site' in left.place) {
    form.provider = SITE;
  } else if (isRecord(left.place)) {
    form.provider = GRID;
    const { country } = left.place;
    if (typeof country === 'string') left.place = { zone: country };
  }
  for (const name of FIELD_NAMES) {
    const { path, reader, when } = FIELDS[name];
    if (when && !when({ ...form, energyKwh: form.energyKwh || '0' })) continue;
    const before = structuredClone(left);
    const value = take(left, path);
    if (value === undefined) continue;
    const text = reader.write(value);
    // What the field could not say again stays as it was written.
    if (text === null || JSON.stringify(reader.read(text)) !== JSON.stringify(value)) {
      Object.assign(left, before);
    } else form[name] = text;
  }
  const rest = {
    ...((pruned(left) as Written | undefined) ?? {}),
    ...(severalKinds ? { hardware } : {}),
  };
  if (Object.keys(rest).length > 0) form.rest = JSON.stringify(rest);
  return form;
}
