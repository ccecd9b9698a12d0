import type { Problem, Run } from '@ml-emissions/calculator';
import type { Engine } from '../state/engine.ts';
import { FIELD_NAMES, FIELDS, type RunForm } from '../state/fields.ts';
import { formOf } from '../state/form.ts';

/** What a text in a field of the form says: the fields that say it, or what is wrong with it. */
export type Reading =
  | {
      readonly fields: Partial<RunForm>;
      /** What of the text is not among them. */
      readonly left?: string;
    }
  | { readonly problem: Problem };

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
  // A processor without a word of its name, `Xeon 6148`, is known as one of a host.
  const ways = canBeMachine
    ? [
        () => engine.parseRun({ ...ELSE, edition, instance: text }),
        () => engine.parseRun({ hours: 1, carbonIntensityGPerKwh, edition, host: { cpu: text } }),
      ]
    : [];
  const parsed = ways.map((way) => way()).find(({ ok }) => ok) ?? asChips;
  if (!parsed.ok) return { problem: parsed.problems[0] };
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
