import type { Edition, Instance } from '../edition.ts';
import { customMachine } from './family.ts';
import { plain, tellingWords } from './words.ts';

type Asked = Pick<Edition, 'machines' | 'names' | 'once' | 'acceleratorById'>;

/** Words for a provider and its service that people write before a machine’s name. */
const BEFORE =
  /^(?:amazon|aws|ec2|sagemaker|microsoft|azure|google|gcp|gce|cloud|compute engine)[\s:/-]+/;
/** Paths that programs write: `projects/p/zones/z/machineTypes/n1-standard-8`. */
const PATH = /^.*\/machinetypes\//;
const AFTER = /\s+(?:instance|vm|machine|machine type)s?$/;
/** What Azure’s portal writes after a name. */
const PORTAL = /\s*\((\d+) vcpus?, ([\d.]+) gi?b(?: memory)?\)$/;
/** `8xA100` */
const COUNT = /^(\d+)x(?=[a-z])/;
/** `m5.4xl` for `m5.4xlarge`. */
const SHORT_SIZE = /(?<=[.\s-]\d*)xl$/;
/** Between two numbers a sign tells them apart: E4-2s is not E42s. */
const BETWEEN_NUMBERS = /(?<=\d)[^a-z0-9]+(?=\d)/g;
const APART = '-';
const SIGNS = /[^a-z0-9-]+|(?<!\d)-|-(?!\d)/g;

/**
 * The machine of an id.
 *
 * @param edition its facts
 * @param id such as `aws/m5.large`, or `gcp/n1-custom-8-32768`
 */
export function instanceById(edition: Asked, id: string): Instance | undefined {
  const [provider = '', name = ''] = id.split('/');
  return edition.names.instances.byId(id) ?? customAt(edition, provider, name);
}

function customAt({ machines }: Asked, provider: string, name: string): Instance | undefined {
  const found = customMachine(machines.families, name);
  return found?.provider === provider ? found : undefined;
}

/**
 * The machines that a text names, as people, portals and programs write them: whatever the case and the signs between
 * the words (`D4s v3`, `standard-d4s-v3`), with `ml.` or a provider in front, with the accelerator that is in it
 * (`ND96asr A100 v4`); or all of a family (`m5`). Nothing is guessed: a size that a family does not have names nothing.
 *
 * @param edition its facts
 * @param text as written
 */
export function findInstances(edition: Asked, text: string): readonly Instance[] {
  const { names, machines } = edition;
  // What stands in brackets is read below, where a look-up by name would drop it.
  const exact = text.includes('(') ? [] : names.instances.named(text);
  if (exact.length > 0) return exact;
  const asked = bare(text);
  const [, vcpu, memoryGb] = PORTAL.exec(asked) ?? [];
  const name = asked.replace(PORTAL, '').replace(SHORT_SIZE, 'xlarge');
  const custom = customMachine(machines.families, name.replace(/\s+/g, '-'));
  const found = custom ? [custom] : named(edition, name);
  if (vcpu === undefined) return found;
  // What stands in brackets must be true of the machine.
  return found.filter((one) => one.vcpu === Number(vcpu) && one.memoryGb === Number(memoryGb));
}

function bare(text: string): string {
  let asked = plain(text).replace(PATH, '');
  for (let before = ''; before !== asked; ) {
    before = asked;
    asked = asked.replace(BEFORE, '');
  }
  return asked.replace(/^ml[._]/, '').replace(AFTER, '');
}

function named(edition: Asked, name: string): readonly Instance[] {
  const { byKey, byFamily, bySeries } = keysOf(edition);
  const key = keyOf(name);
  const exact = byKey.get(key);
  if (exact) {
    // `G5` is a machine of Azure that people call Standard_G5, and a family of AWS.
    const isWhole = exact.some((one) => keyOf(plain(one.instance)) === key);
    return isWhole ? exact : [...exact, ...ofSeries(bySeries, key)];
  }
  const found = withAccelerator(edition, name) ?? byFamily.get(key);
  if (found || name.includes('(')) return found ?? [];
  return byWords(edition, name);
}

/** Machines of a series, or of those that people call by its beginning: g4dn and g4ad are G4. */
function ofSeries(bySeries: Keys['bySeries'], key: string): readonly Instance[] {
  return [...bySeries]
    .filter(
      ([name]) => name === key || (name.startsWith(key) && /^[a-z]/.test(name.slice(key.length))),
    )
    .flatMap(([, machines]) => machines);
}

/** `ND96asr A100 v4`: words of the accelerator in it beside its name. */
function withAccelerator(edition: Asked, name: string): readonly Instance[] | undefined {
  const words = name
    .replace(/(\d)\s*[x×]\s*(?=[a-z])/g, '$1x')
    .split(/[\s_()]+/)
    .filter(Boolean);
  for (let from = 1; from < words.length; from += 1) {
    for (let to = from + 1; to <= words.length; to += 1) {
      const told = words.slice(from, to);
      const rest = [...words.slice(0, from), ...words.slice(to)].join(' ');
      const found = (keysOf(edition).byKey.get(keyOf(rest)) ?? []).filter((machine) =>
        holds(edition, machine, told),
      );
      if (found.length > 0) return found;
    }
  }
  return undefined;
}

function holds({ acceleratorById }: Asked, machine: Instance, told: readonly string[]): boolean {
  const counts = told.flatMap((word) => COUNT.exec(word)?.[1] ?? []);
  if (counts.some((count) => Number(count) !== machine.acceleratorCount)) return false;
  const asked = tellingWords(told.map((word) => word.replace(COUNT, '')).join(' '));
  return machine.acceleratorIds.some((id) => {
    const row = acceleratorById.get(id);
    const own = new Set([row?.name ?? '', ...(row?.aliases ?? [])].flatMap(tellingWords));
    return asked.every((one) => own.has(one));
  });
}

/** Machines that have every word of a text; a single one of a family only where its whole name is said. */
function byWords({ names }: Asked, name: string): readonly Instance[] {
  const found = names.instances.match(name);
  const [only, ...others] = found;
  return only?.family && others.length === 0 && names.instances.named(name).length === 0
    ? []
    : found;
}

/** A name without its signs. */
const keyOf = (name: string): string => name.replace(BETWEEN_NUMBERS, APART).replace(SIGNS, '');
/** Azure’s names say `Standard_` or leave it out. */
const keysFor = (name: string): string[] => {
  const key = keyOf(plain(name));
  return [...new Set([key, key.replace(/^standard(?=[a-z]+\d)/, '')])];
};

interface Keys {
  readonly byKey: ReadonlyMap<string, readonly Instance[]>;
  readonly byFamily: ReadonlyMap<string, readonly Instance[]>;
  /** What stands before the point in names of AWS: g5 of g5.xlarge. */
  readonly bySeries: ReadonlyMap<string, readonly Instance[]>;
}

function keysOf({ machines, once }: Asked): Keys {
  return once('keys of instances', () => {
    const byKey = new Map<string, Instance[]>();
    const byFamily = new Map<string, Instance[]>();
    const bySeries = new Map<string, Instance[]>();
    const put = (map: Map<string, Instance[]>, key: string, one: Instance) => {
      const list = map.get(key) ?? [];
      if (!list.includes(one)) map.set(key, [...list, one]);
    };
    for (const one of machines.instances) {
      for (const name of [one.instance, ...one.aliases]) {
        for (const key of keysFor(name)) put(byKey, key, one);
      }
      const [series = '', size] = plain(one.instance).split('.');
      if (size !== undefined) put(bySeries, series, one);
      if (!one.family) continue;
      const { family, name } = one.family;
      for (const key of new Set([keyOf(plain(family)), ...keysFor(name)])) put(byFamily, key, one);
    }
    return { byKey, byFamily, bySeries };
  });
}

/**
 * Names of the machines that come nearest to a text: of its own family where it names one, the nearest sizes first.
 *
 * @param edition its facts
 * @param text that names no machine
 * @param most how many
 */
export function nearestInstances(edition: Asked, text: string, most: number): string[] {
  const { machines, names } = edition;
  const key = keyOf(bare(text));
  const near: { readonly name: string; readonly off: number }[] = [];
  for (const family of machines.families) {
    const pattern = patternOf(family.name);
    const asked = pattern.exec(key);
    if (!asked) continue;
    for (const size of family.sizes) {
      const name = family.name.replace('*', size.replace(/:.*/, ''));
      const own = pattern.exec(keyOf(plain(name)));
      near.push({ name, off: Math.abs(Math.log(numberIn(own?.[1]) / numberIn(asked[1]))) });
    }
  }
  if (near.length === 0) {
    const letters = lettersOf(key);
    const alike = names.instances.nearest(text, MANY);
    return alike
      .toSorted(
        (a, b) => Number(lettersOf(plain(b)) === letters) - Number(lettersOf(plain(a)) === letters),
      )
      .slice(0, most);
  }
  return near
    .sort((a, b) => a.off - b.off)
    .slice(0, most)
    .map(({ name }) => name);
}

/** So many near names are looked through for those of the same kind of machine. */
const MANY = 60;
/** The letters that a name begins with: the kind of machine, as NC or c. */
const lettersOf = (name: string): string => name.replace(/^standard_?/, '').replace(/[^a-z].*/, '');

/** A machine of a family but for its size: `m5-64xlarge` of `m5.*`. */
function patternOf(name: string): RegExp {
  const [head = '', tail = ''] = plain(name).split('*');
  const [start, end] = [keyOf(head), keyOf(tail)];
  const azure = start.replace(/^standard(?=[a-z]+$)/, '(?:standard)?');
  return new RegExp(`^${azure}-?(\\d*[a-z-]*\\d*(?:xl)?)${end}$`);
}

const numberIn = (size = ''): number => Number(/\d+/.exec(size)?.[0]) || 1;
