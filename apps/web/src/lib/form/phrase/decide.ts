import type { RunForm, ServedBy } from '../../state/fields.ts';
import type { Amount } from './amounts.ts';
import type { MeasureSaid } from './measures.ts';
import type { Said } from './rest.ts';
import type { TimeSaid } from './times.ts';
import type { KindSaid, VerbSaid } from './verb.ts';

/** What a text says beside hardware and place, each in its order. */
export interface Sayings {
  readonly verbs: readonly Said<VerbSaid>[];
  readonly tuned: readonly Said<true>[];
  readonly kinds: readonly Said<KindSaid>[];
  /** By the name of a family, which has no field. */
  readonly family: KindSaid | null;
  readonly amounts: readonly Said<Amount>[];
  readonly times: readonly Said<TimeSaid>[];
  readonly measures: readonly Said<MeasureSaid>[];
}

/** Fields that a text says, and what it says that they cannot hold. */
export interface Decided {
  readonly fields: Partial<RunForm>;
  readonly left: readonly Said<unknown>[];
}

const SERVED: Readonly<Partial<Record<Amount['of'], ServedBy>>> = {
  requests: 'requests',
  queries: 'queries',
  images: 'images',
  videoSeconds: 'videoSeconds',
  tokens: 'outputTokens',
};

const TRAINING: Readonly<Record<KindSaid, string>> = {
  llm: 'llm-training',
  vision: 'vision-training',
  recommender: 'recommender-training',
  hpc: 'hpc',
};
const INFERENCE: Readonly<Partial<Record<KindSaid, string>>> = {
  llm: 'llm-inference',
  vision: 'vision-inference',
};

/**
 * The fields that hold what a text says. What is said twice counts once, what the sentence of the form cannot hold beside
 * the rest counts not at all: both are told as left.
 *
 * @param form what stands there: its verb counts where the text has none
 */
export function decide(sayings: Sayings, form: Readonly<RunForm>): Decided {
  const { times, amounts, kinds, tuned, measures, family } = sayings;
  const used = new Set<Said<unknown>>();
  const use = <T>(one: Said<T> | undefined): T | undefined => {
    if (one) used.add(one);
    return one?.value;
  };
  const [time] = times.filter(({ value }) => value.hours !== null);
  const tokens = amounts.find(({ value }) => value.of === 'tokens' && value.per === null);
  const verb = verbOf(sayings, time !== undefined);
  const served = servedOf(sayings, verb, form.verb);
  const fields: Partial<RunForm> = {};
  const size = amounts.find(({ value: { of } }) => of === 'parameters' || of === 'size');
  if (size) fields.parameters = use(size)?.text ?? '';
  for (const measure of measures) {
    const [name] = Object.keys(measure.value) as (keyof MeasureSaid)[];
    if (name && fields[name] === undefined) Object.assign(fields, use(measure));
  }

  const isServed =
    served !== undefined || (verb === 'serve' && !time) || (!verb && form.verb === 'serve');
  if (isServed) {
    if (verb === 'serve' || served) Object.assign(fields, { verb: 'serve', work: '' });
    if (served) {
      const { of, text, per } = served.value;
      const by = SERVED[of] ?? 'requests';
      use(served);
      Object.assign(fields, { served: by, [by]: text, per: per ?? 'total' });
    }
    for (const each of amounts) {
      const { of, text } = each.value;
      if (of !== 'inputTokensPerRequest' && of !== 'outputTokensPerRequest') continue;
      if (fields[of] !== undefined) continue;
      fields[of] = text;
      use(each);
    }
    useVerbs(sayings, ['serve'], used);
    // The form's sentence has no kind of model in use: what is counted tells it.
    for (const kind of kinds) use(kind);
    return { fields, left: leftOf(sayings, used) };
  }

  const isInUse = verb === 'serve';
  const isPlan = (verb ?? form.verb) === 'plan' && !(verb === 'plan' && time && !tokens);
  if (verb) fields.verb = isPlan ? 'plan' : 'trained';
  if (!isPlan && time) fields.hours = use(time)?.text ?? '';
  // A time of another run would contradict what there is to do in this one.
  else if (verb && !isPlan && tokens) fields.hours = '';
  if (tokens && !isInUse) fields.tokens = use(tokens)?.text ?? '';

  const [kind] = kinds;
  const known = kind?.value ?? family ?? undefined;
  if (isInUse) fields.work = (known && INFERENCE[known]) ?? 'inference';
  else if (tuned.length > 0 && known === 'llm') fields.work = 'llm-fine-tuning';
  else if (known && (kind || verb)) fields.work = TRAINING[known];
  else if (verb && /inference$/.test(form.work)) fields.work = '';
  for (const one of kinds) if (one.value === known) use(one);
  if (tuned.length > 0 && fields.work === 'llm-fine-tuning') for (const one of tuned) use(one);
  const meant: readonly VerbSaid[] = isInUse
    ? ['serve']
    : ['trained', 'train', ...(isPlan ? (['plan'] as const) : [])];
  useVerbs(sayings, meant, used);
  return { fields, left: leftOf(sayings, used) };
}

/** What was done, where the text says so: a verb of use before a plan, a plan before the past. */
function verbOf({ verbs, tuned, amounts }: Sayings, hasTime: boolean): VerbSaid | null {
  const said = new Set(verbs.map(({ value }) => value));
  if (said.has('trained') || said.has('train') || tuned.length > 0) {
    if (said.has('plan')) return 'plan';
    // Whose tokens are told and whose time is not, will be; what has been says so.
    const hasTokens = amounts.some(({ value: { of } }) => of === 'tokens');
    return said.has('trained') || tuned.length > 0 || hasTime || !hasTokens ? 'trained' : 'plan';
  }
  if (said.has('serve')) return 'serve';
  return said.has('plan') ? 'plan' : null;
}

/** What a service answers: requests speak for themselves, images and tokens where they come again and again. */
function servedOf(
  { amounts }: Sayings,
  verb: VerbSaid | null,
  form: string,
): Said<Amount> | undefined {
  if (verb !== null && verb !== 'serve') return undefined;
  const isServe = verb === 'serve' || form === 'serve';
  return amounts.find(({ value: { of, per } }) => {
    if (SERVED[of] === undefined || per === 'other') return false;
    return (
      isServe || per !== null || of === 'requests' || of === 'queries' || of === 'videoSeconds'
    );
  });
}

function useVerbs({ verbs }: Sayings, meant: readonly VerbSaid[], used: Set<Said<unknown>>): void {
  for (const one of verbs) if (meant.includes(one.value)) used.add(one);
}

const leftOf = (sayings: Sayings, used: ReadonlySet<Said<unknown>>): Said<unknown>[] =>
  [
    ...sayings.verbs,
    ...sayings.tuned,
    ...sayings.kinds,
    ...sayings.amounts,
    ...sayings.times,
    ...sayings.measures,
  ].filter((one) => !used.has(one));
