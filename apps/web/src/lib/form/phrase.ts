import type { Engine } from '../state/engine.ts';
import { GRID, type RunForm } from '../state/fields.ts';
import { amountsIn, sizesIn } from './phrase/amounts.ts';
import { decide } from './phrase/decide.ts';
import { measuresIn } from './phrase/measures.ts';
import { hardwareIn, joined, type PlaceNamed, placesIn } from './phrase/names.ts';
import { waysOf } from './phrase/plain-text.ts';
import { bare, leftOf, type Said, without } from './phrase/rest.ts';
import { timesIn } from './phrase/times.ts';
import { familyIn, kindsIn, tunedIn, verbsIn } from './phrase/verb.ts';
import { type Reading, readHardware, readPlace } from './reading.ts';

/** What a sentence says of a run. */
export interface Phrase {
  /** The text as it was read: of numbers that may be two, one way. */
  readonly text: string;
  readonly fields: Partial<RunForm>;
  /** What has no field, or was not understood, as it was typed. */
  readonly left: string;
  /** Hardware whose name several have: which is asked. */
  readonly asked: {
    readonly text: string;
    readonly at: number;
    readonly ways: readonly string[];
  } | null;
  /** A place whose name several have: the form's field asks. */
  readonly isPlaceAsked: boolean;
  /** Whether it says more than hardware. */
  readonly isMore: boolean;
}

/** Longer than anything that is typed about one run. */
const MOST_LETTERS = 2000;

/**
 * The parts of a whole sentence about a run, in any order: what was done to what model, with which hardware, for how long
 * and where.
 *
 * @param form what stands there: its verb counts where the text has none
 * @param isFrench whether the reader writes 1,5 for one and a half
 * @returns one for each way in which its numbers may be meant; none where it says nothing of a run
 * @example phrasesOf(engine, 'trained on 8 V100 SXM2 16GB for 3 days in Sweden', form, false)[0]?.fields.hours // '72'
 */
export function phrasesOf(
  engine: Engine,
  text: string,
  form: Readonly<RunForm>,
  isFrench: boolean,
): Phrase[] {
  if (text.length > MOST_LETTERS) return [];
  return waysOf(text, isFrench).flatMap((way) => phraseOf(engine, way, form) ?? []);
}

function phraseOf(engine: Engine, text: string, form: Readonly<RunForm>): Phrase | null {
  const edition = engine.editions.get(form.edition);
  if (!edition) return null;
  const amounts = amountsIn(text);
  const measures = measuresIn(amounts.rest);
  const tuned = tunedIn(measures.rest);
  const kinds = kindsIn(tuned.rest);
  const verbs = verbsIn(kinds.rest);
  const times = timesIn(verbs.rest);
  const sizes = sizesIn(times.rest);
  const behind = placesIn(edition, sizes.rest, false);
  const hardware = hardwareOf(engine, behind.rest, form.edition);
  const alone = placesIn(edition, hardware?.rest ?? behind.rest, true);
  const places = [...behind.found, ...alone.found, ...(hardware?.places ?? [])];
  const place = placeOf(engine, form, places, hardware?.fields.instance);
  const said = decide(
    {
      verbs: verbs.found,
      tuned: tuned.found,
      kinds: kinds.found,
      family: familyIn(alone.rest),
      amounts: [...amounts.found, ...sizes.found],
      times: times.found,
      measures: measures.found,
    },
    form,
  );
  const fields = { ...said.fields, ...place.fields, ...hardware?.fields };
  // Hours of all chips tell nothing of how many there are.
  if (hardware && isOfChips(fields) && fields.count === undefined) fields.count = '';
  if (Object.keys(fields).length === 0 && !hardware) return null;
  const left = [...said.left, ...place.left, ...(hardware?.left ?? []), ...leftOf(alone.rest)]
    .toSorted((a, b) => a.at - b.at)
    .map((one) => bare(one.said))
    .filter(Boolean)
    .join('; ');
  return {
    text,
    fields,
    left,
    asked: hardware?.asked ?? null,
    isPlaceAsked: place.isAsked,
    isMore: Object.keys(said.fields).length > 0 || places.length > 0 || left !== '',
  };
}

const isOfChips = ({ hours = '' }: Partial<RunForm>): boolean =>
  /\p{L}/u.test(hours) && /gpu|tpu|chip|device|accelerator|puce/i.test(hours);

interface HardwareSaid {
  readonly rest: string;
  readonly fields: Partial<RunForm>;
  readonly asked: Phrase['asked'];
  readonly places: readonly Said<PlaceNamed>[];
  readonly left: readonly Said<unknown>[];
}

function hardwareOf(engine: Engine, rest: string, edition: string): HardwareSaid | null {
  const data = engine.editions.get(edition);
  const found = data && hardwareIn(data, rest);
  if (!found) return null;
  const { at, said, value: dropped } = found;
  const reading = readHardware(engine, said, edition);
  const asides = dropped.map((text) => ({ at, said: text, value: { text, provider: null } }));
  const named = asides.map(({ said: text }) => placesIn(data, text, true).found[0]);
  const isAsked = 'problem' in reading && isAmbiguous(reading);
  if ('problem' in reading && !isAsked) return null;
  return {
    rest: without(rest, at, said.length),
    fields: 'fields' in reading ? reading.fields : {},
    asked:
      'problem' in reading ? { text: said, at, ways: reading.problem.suggestions ?? [] } : null,
    places: named.flatMap((one) => (one ? [{ ...one, at }] : [])),
    left: asides.filter((_, index) => !named[index]),
  };
}

const isAmbiguous = (reading: Reading): boolean =>
  'problem' in reading && reading.problem.code.startsWith('ambiguous');

interface PlaceSaid {
  readonly fields: Partial<RunForm>;
  readonly left: readonly Said<unknown>[];
  readonly isAsked: boolean;
}

/** The first place, with a second one that lies in it or around it; others are left. */
function placeOf(
  engine: Engine,
  form: Readonly<RunForm>,
  places: readonly Said<PlaceNamed>[],
  instance: string | undefined,
): PlaceSaid {
  const edition = engine.editions.get(form.edition);
  const [first, ...others] = places;
  if (!first || !edition) return { fields: {}, left: [], isAsked: false };
  const second = others.find(({ value }) => joined(edition, first.value, value));
  const both = second && joined(edition, first.value, second.value);
  // A place has a figure; a cloud without one of its regions has none.
  const one = both ? first : (places.find(({ value }) => value.provider === null) ?? first);
  const left = places.filter((other) => other !== one && other !== second);
  const { text, provider } = both ?? one.value;
  if (provider !== null) return { fields: { provider, region: '' }, left, isAsked: true };
  // A machine tells whose region it is in: `g5.xlarge`, `us-east-1`.
  const owners = instance === undefined ? [] : engine.list('instances', instance);
  const ways = [text, ...owners.map((row) => `${row.provider} ${text}`)];
  const readings = ways.map((one) => readPlace(engine, one, form.edition));
  const reading = readings.find((one) => 'fields' in one) ?? readPlace(engine, text, form.edition);
  return 'fields' in reading
    ? { fields: reading.fields, left, isAsked: false }
    : { fields: { provider: GRID, zone: text }, left, isAsked: true };
}

/** A whole sentence, or hardware alone, as the fields take it. */
export function readPhrase(
  engine: Engine,
  text: string,
  form: Readonly<RunForm>,
  isFrench: boolean,
): Reading {
  const [phrase] = phrasesOf(engine, text, form, isFrench);
  if (!phrase?.isMore) return readHardware(engine, text, form.edition);
  const { fields, asked, left } = phrase;
  // The field asks which one is meant, and the rest is taken.
  return { fields: asked ? { ...fields, accelerator: asked.text, chip: 'listed' } : fields, left };
}

/** The text of a phrase with one of the names that it may mean. */
export const chosen = ({ text, asked }: Phrase, name: string): string =>
  asked ? text.slice(0, asked.at) + name + text.slice(asked.at + asked.text.length) : text;
