import { RUN_FIELDS } from '@ml-emissions/calculator';
import { type Reader, readerOf } from './readers.ts';

/** The provider that stands for machines whose electricity is known. */
export const OWN = 'own';
/** The provider that stands for machines somewhere on a known grid. */
export const GRID = 'grid';
/** The provider that stands for a research computer or a rented service by its name. */
export const SITE = 'site';

/** What the run's hardware is told by. */
export const CHIPS = ['listed', 'own', 'instance', 'slice', 'none'] as const;
type ChipKind = (typeof CHIPS)[number];

/**
 * What the sentence says of the run: that it has been; that it will be, whose time follows from what there is to do; or
 * that a model is in use, whose energy follows from what it answers.
 */
export const VERBS = ['trained', 'plan', 'serve'] as const;
export type Verb = (typeof VERBS)[number];

/** What a service is counted by. */
export const SERVED = ['requests', 'outputTokens', 'images', 'videoSeconds', 'queries'] as const;
export type ServedBy = (typeof SERVED)[number];

type Table = typeof RUN_FIELDS;

/** Fields of the form: those of a run that have a label. */
export type FieldName = {
  [Path in keyof Table]: Table[Path] extends { readonly label: infer Label extends string }
    ? Label
    : never;
}[keyof Table];

/** One run as typed: every field is text, so that nothing typed is lost. */
export interface RunForm extends Record<FieldName, string> {
  chip: string;
  verb: string;
  served: string;
  provider: string;
  /** `yes` of a run that was added and has never been whole: it is no part of the total. */
  uncounted: string;
  /** What a file or a link says beyond the other fields, as JSON. */
  rest: string;
}

/** Whether a field counts for what is chosen; what was typed stays either way. */
type When = (form: Readonly<RunForm>) => boolean;

const chipIs =
  (...kinds: readonly ChipKind[]): When =>
  ({ chip }) =>
    kinds.some((kind) => kind === chip);
const placeIs =
  (...kinds: readonly string[]): When =>
  ({ provider }) =>
    kinds.includes(provider);
const isCloud: When = ({ provider }) => ![OWN, GRID, SITE].includes(provider);

const verbIs =
  (...verbs: readonly Verb[]): When =>
  ({ verb }) =>
    verbs.some((one) => one === verb);
const isServed =
  (...by: readonly ServedBy[]): When =>
  ({ verb, served }) =>
    verb === 'serve' && by.some((one) => one === served);
const hasRequests = isServed('requests', 'queries');
const hasText = isServed('requests', 'queries', 'outputTokens');
const hasPictures = isServed('images', 'videoSeconds');
const isToTrain = verbIs('trained', 'plan');

const TRAINS = /(vision|llm)-training$|fine-tuning$/;

/** When fields count that do not always. */
/** What led to a run is told of one that it led to. */
const isTraining = verbIs('trained', 'plan');
const hasTrials: When = (form) => isTraining(form) && form.trials !== '';

const WHEN: Readonly<Partial<Record<FieldName, When>>> = {
  accelerator: chipIs('listed'),
  instance: chipIs('instance'),
  instanceCount: chipIs('instance'),
  slice: chipIs('slice'),
  scenario: ({ work, scenario }) => /inference$/.test(work) || scenario !== '',
  batchSize: ({ work, batchSize }) => TRAINS.test(work) || batchSize !== '',
  hours: verbIs('trained'),
  tokens: isToTrain,
  tokensPerSecond: isToTrain,
  mfu: isToTrain,
  trainedParameters: isToTrain,
  samples: isToTrain,
  forwardFlopPerSample: isToTrain,
  samplesPerSecond: isToTrain,
  flop: isToTrain,
  ...(Object.fromEntries(SERVED.map((by) => [by, isServed(by)])) as Record<ServedBy, When>),
  per: verbIs('serve'),
  inputTokensPerRequest: hasRequests,
  outputTokensPerRequest: hasRequests,
  concurrency: hasText,
  serviceTokensPerSecond: hasText,
  acceleratorsPerModel: verbIs('serve'),
  serviceUtilisation: verbIs('serve'),
  sizeClass: hasText,
  imageWidthPx: hasPictures,
  imageHeightPx: hasPictures,
  steps: hasPictures,
  framesPerSecond: isServed('videoSeconds'),
  trials: isTraining,
  ablations: isTraining,
  failedRuns: isTraining,
  trialShare: hasTrials,
  strategy: hasTrials,
  reductionFactor: (form) => form.strategy === 'successive-halving' && hasTrials(form),
  energyScope: ({ energyKwh }) => energyKwh !== '',
  region: isCloud,
  zone: placeIs(GRID),
  namedSite: placeIs(SITE),
  offset: placeIs(OWN, GRID, SITE),
};

/** What describes a chip counts where one is described; what is said of chips, where there are any. */
function whenOf(name: FieldName, path: string): When | undefined {
  if (path.startsWith('/hardware/*/accelerator/')) return chipIs('own');
  return WHEN[name] ?? (path.startsWith('/hardware/*/') ? chipIs('listed', 'own') : undefined);
}

/** A field of the form and where it stands in a run as written. */
interface Field {
  readonly name: FieldName;
  /** The path in the run; numbers are places in a list. */
  readonly path: readonly (string | number)[];
  readonly reader: Reader;
  readonly when: When | undefined;
}

// Only the first kind of hardware has fields of its own.
const firstOf = (path: string) =>
  path
    .slice(1)
    .split('/')
    .map((part) => (part === '*' ? 0 : part));

const all: readonly Field[] = Object.entries(RUN_FIELDS).flatMap(([path, row]) =>
  'label' in row
    ? [
        {
          name: row.label,
          path: firstOf(path),
          reader: readerOf(row.kind),
          when: whenOf(row.label, path),
        },
      ]
    : [],
);

export const FIELD_NAMES = all.map(({ name }) => name);

/** Every field of the form; a run as written is these and what stands in `rest`. */
export const FIELDS = Object.fromEntries(all.map((field) => [field.name, field])) as Readonly<
  Record<FieldName, Field>
>;
