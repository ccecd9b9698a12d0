import { FIELDS, type FieldName, GRID, OWN, type RunForm } from '../state/fields.ts';

/** A question of the form's second part and the fields that answer it. */
export interface Group {
  readonly id:
    | 'plan'
    | 'service'
    | 'power'
    | 'hardware'
    | 'host'
    | 'time'
    | 'development'
    | 'place'
    | 'made'
    | 'about'
    | 'method';
  readonly fields: readonly (FieldName | 'chip')[];
}

export const GROUPS: readonly Group[] = [
  {
    id: 'power',
    fields: [
      'work',
      'scenario',
      'batchSize',
      'powerW',
      'utilisation',
      'powerLimitW',
      'energyKwh',
      'energyScope',
    ],
  },
  {
    id: 'plan',
    fields: [
      'parameters',
      'tokens',
      'tokensPerSecond',
      'mfu',
      'precision',
      'activeParameters',
      'trainedParameters',
      'architecture',
      'samples',
      'forwardFlopPerSample',
      'samplesPerSecond',
      'flop',
    ],
  },
  {
    id: 'service',
    fields: [
      'inputTokensPerRequest',
      'concurrency',
      'serviceTokensPerSecond',
      'acceleratorsPerModel',
      'serviceUtilisation',
      'sizeClass',
      'imageWidthPx',
      'imageHeightPx',
      'steps',
      'framesPerSecond',
    ],
  },
  { id: 'hardware', fields: ['chip', 'chipMemoryGb', 'chipEmbodied', 'nodes'] },
  {
    id: 'host',
    fields: ['cpu', 'cpuCount', 'hostUtilisation', 'hostMemoryGb', 'hostPowerW', 'overheadFactor'],
  },
  { id: 'time', fields: ['repeats', 'idleHours', 'idlePowerW', 'year', 'start', 'end'] },
  {
    id: 'development',
    fields: ['trials', 'trialShare', 'strategy', 'reductionFactor', 'ablations', 'failedRuns'],
  },
  {
    id: 'place',
    fields: ['scope', 'site', 'pue', 'wue', 'gridWater', 'intensity', 'marketIntensity', 'offset'],
  },
  { id: 'made', fields: ['serviceLifeYears', 'averageUse', 'kgCo2ePerChip'] },
  { id: 'about', fields: ['name', 'phase', 'unitName', 'unitCount'] },
  { id: 'method', fields: ['method', 'edition'] },
];

/** The pointer of a field in a run as written: `/hardware/0/powerW`. */
export const pointerOf = (name: FieldName): string => `/${FIELDS[name].path.join('/')}`;

/** Whether a field counts for what is chosen. */
export const counts = (name: FieldName, form: Readonly<RunForm>): boolean =>
  FIELDS[name].when?.(form) ?? true;

/** Whether the sentence asks for a field that stands in the second part otherwise. */
export function isInSentence(
  name: FieldName,
  { provider, chip, verb }: Readonly<RunForm>,
): boolean {
  // The kind of work narrows the range most; a model in use says it by what it answers.
  if (name === 'work') return verb !== 'serve';
  if (name === 'parameters') return verb !== 'trained';
  if (name === 'tokens') return verb === 'plan';
  // Of processors alone, how many cores are at work decides most.
  if (name === 'hostUtilisation' || name === 'cpu') return chip === 'none';
  if (name === 'site') return provider === OWN || provider === GRID;
  return (name === 'offset' || name === 'intensity') && provider === OWN;
}

/** Fields whose problem is told by one of these pointers. */
export function fieldAt(pointer: string, form: Readonly<RunForm>): FieldName | null {
  const names = Object.keys(FIELDS) as FieldName[];
  const candidates = names.filter((name) => counts(name, form) || name === 'energyScope');
  // The host as a whole is told by its processor first.
  const isProcessor = pointer === '/host' || (pointer === '/hardware' && form.chip === 'none');
  const isIntensity = pointer === '/place' && form.provider === OWN;
  const at = isProcessor ? pointerOf('cpu') : isIntensity ? pointerOf('intensity') : pointer;
  const whole = at.replace(/\/(?:value|low|high)$/, '');
  return candidates.find((name) => pointerOf(name) === whole) ?? null;
}
