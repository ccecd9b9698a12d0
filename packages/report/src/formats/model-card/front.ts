import { type Document, isMap, isNode, isScalar, type Pair, parseDocument, stringify } from 'yaml';

const FIELD = 'co2_eq_emissions';
const OURS = /^ML Emissions Calculator\b/;
/** Programs that meter, and what people call it. */
const METERS =
  /codecarbon|carbontracker|eco2ai|experiment-impact-tracker|zeus|nvml|nvidia-smi|rapl|meter|measur/i;

/** Whether a text names what meters. */
export const isMeter = (text: string): boolean => METERS.test(text);

type Fields = Readonly<Record<string, string | number>>;
type Beside = Readonly<Record<string, number | boolean | null>>;
type Read =
  | {
      readonly ok: true;
      readonly document: Document;
      readonly fields: Readonly<Record<string, unknown>>;
    }
  | { readonly ok: false; readonly reason: string };

/** The front matter of a card, with what stands under `co2_eq_emissions`; or why it cannot be read. */
export function cardFieldsOf(yaml: string): Read {
  const document = parseDocument(yaml);
  const [fault] = document.errors;
  if (fault)
    return { ok: false, reason: `the front matter is not YAML: ${fault.message.split('\n')[0]}` };
  if (document.contents !== null && !isMap(document.contents))
    return { ok: false, reason: 'the front matter is not a list of fields' };
  const { [FIELD]: value = {} } = (document.toJS() ?? {}) as Record<string, unknown>;
  const isFields = typeof value === 'object' && value !== null;
  return {
    ok: true,
    document,
    fields: isFields ? (value as Record<string, unknown>) : { emissions: value },
  };
}

/** What answers the same question where nobody looks for it: beside our field, not under it. */
const ASTRAY = ['emissions', 'energy_consumed', 'hours_used'];

/** Fields of a card that stand beside `co2_eq_emissions` and should stand under it, as lines. */
export function fieldsElsewhere({ contents }: Document): string[] {
  if (!isMap(contents)) return [];
  return contents.items
    .filter(
      ({ key, value }) => isScalar(key) && ASTRAY.includes(String(key.value)) && isScalar(value),
    )
    .map(({ key, value }) => `${String(key)}: ${String(value)}`);
}

/** A figure of a card that a meter stands behind, in words; null where there is none. */
export function meteredFigure(fields: Readonly<Record<string, unknown>>): string | null {
  const { emissions, source, energy_consumed: kwh } = fields;
  const by = typeof source === 'string' ? source : '';
  const isMetered = OURS.test(by) ? /; measured\b/.test(by) : isMeter(by) || kwh !== undefined;
  if (!isMetered) return null;
  const grams = emissions === undefined ? '' : `${String(emissions)} g`;
  const energy = kwh === undefined ? '' : `${String(kwh)} kWh`;
  return `${[grams, energy].filter(Boolean).join(' from ')}${by === '' ? '' : ` by ${by.split(/[;,]/)[0]}`}`;
}

const rangeOf = (node: unknown): readonly [number, number, number] | null =>
  isNode(node) && node.range ? node.range : null;

/** Where a node ends; the line end of a text over several lines is none of it. */
function endOf(text: string, node: unknown): number | undefined {
  const [from, to] = rangeOf(node) ?? [];
  return from === undefined ? undefined : from + text.slice(from, to).trimEnd().length;
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

/** A piece of text put in the place of another. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (before, { from, to, text: put }) => before.slice(0, from) + put + before.slice(to),
      text,
    );
}

/** One field in one line; nothing in it has to be folded. */
const line = (key: string, value: string | number | boolean): string =>
  stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();

/** The whole field as we write it. */
const whole = (fields: Readonly<Record<string, unknown>>, newline: string): string =>
  stringify({ [FIELD]: fields }, { lineWidth: 0 })
    .trimEnd()
    .replaceAll('\n', newline);

/**
 * The front matter with our field set: only what answers the same question changes, byte for byte.
 *
 * @param yaml the text between the dashes, without its last line end
 * @param document the same as it was read
 * @param fields ours, in their order
 * @param beside what others write there: replaced where it stands, taken out where it is null
 * @param newline as the card has it
 * @returns the text with its last line end
 */
export function withEmissions(
  yaml: string,
  document: Document,
  fields: Fields,
  beside: Beside,
  newline: string,
): string {
  const ended = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}${newline}`;
  const root = document.contents;
  if (!isMap(root)) return `${ended}${whole(fields, newline)}${newline}`;
  const pair = root.items.find((one) => keyOf(one) === FIELD);
  if (!pair) {
    if (!root.flow) return `${ended}${whole(fields, newline)}${newline}`;
    const at = (rangeOf(root)?.[1] ?? 1) - 1;
    const comma = root.items.length === 0 ? '' : ', ';
    return edited(ended, [
      { from: at, to: at, text: `${comma}${FIELD}: ${JSON.stringify(fields)}` },
    ]);
  }
  const { value } = pair;
  const key = rangeOf(pair.key) ?? [0, 0, 0];
  if (isMap(value) && !value.flow && value.items.length > 0)
    return edited(ended, editsOf(ended, value.items, fields, beside, newline));
  const kept = isMap(value) ? (value.toJSON() as Record<string, unknown>) : {};
  const own = { ...kept, ...fields };
  for (const [name, other] of Object.entries(beside)) {
    if (!(name in kept)) continue;
    if (other === null) delete own[name];
    else Object.assign(own, { [name]: other });
  }
  const text = root.flow ? `${FIELD}: ${JSON.stringify(own)}` : whole(own, newline);
  return edited(ended, [{ from: key[0], to: endOf(ended, value) ?? key[1], text }]);
}

/** What changes in a field that is a list of lines. */
function editsOf(
  text: string,
  items: readonly Pair[],
  fields: Fields,
  beside: Beside,
  newline: string,
): Edit[] {
  const known: Readonly<Record<string, string | number | boolean | null>> = {
    ...beside,
    ...fields,
  };
  const edits = items.flatMap((pair): Edit[] => {
    const name = keyOf(pair);
    const wanted = known[name];
    if (!Object.hasOwn(known, name) || wanted === undefined) return [];
    const from = rangeOf(pair.key)?.[0] ?? 0;
    const to = endOf(text, pair.value) ?? endOf(text, pair.key) ?? from;
    if (wanted !== null) return [{ from, to, text: line(name, wanted) }];
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const end = text.indexOf('\n', to);
    return [{ from: start, to: end < 0 ? text.length : end + 1, text: '' }];
  });
  const first = rangeOf(items[0]?.key)?.[0] ?? 0;
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  const there = new Set(items.map(keyOf));
  const more = Object.entries(fields).filter(([name]) => !there.has(name));
  const last = items.at(-1);
  const after = text.indexOf('\n', endOf(text, last?.value) ?? endOf(text, last?.key) ?? first);
  const at = after < 0 ? text.length : after + 1;
  const added = more.map(([name, value]) => `${indent}${line(name, value)}${newline}`).join('');
  return added === '' ? edits : [...edits, { from: at, to: at, text: added }];
}
