import type { SiteKind } from '@ml-emissions/model';
import type { Ask } from '../../asks.ts';

/** What nobody told. */
export const unknown = {
  /** What a form asks for, as a sentence names it. */
  asks: {
    hardware: 'the hardware',
    cpu: 'the processor of the machine',
    memory: 'the memory of the machine',
    owner: 'whose machines they are',
    place: 'where it ran',
    hours: 'how long it ran',
    dates: 'when it ran',
    phase: 'what it was for',
    parameters: 'the parameters of the model',
    flop: 'the computation of the model (FLOP)',
    otherRuns: 'other runs (searches, ablations, failed ones)',
    unit: 'the functional unit and its count',
  } as Readonly<Partial<Record<Ask, string>>>,
  told: (names: string) => `Not known: ${names}.`,
  /** Whose machines are told, without a name. */
  sites: {
    hyperscale: 'a hyperscale data centre',
    cloud: 'a cloud',
    colocation: 'colocation',
    'own-cluster': 'own cluster',
    desktop: 'own desktop computer',
    laptop: 'own laptop',
  } as Readonly<Record<SiteKind, string>>,
};
