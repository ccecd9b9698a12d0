import type { ButtonNotion } from './sections.ts';

/** The notion behind a line of the receipt, by the start of its name; lines that say what they are have none. */
const BY_START: readonly (readonly [start: string, id: ButtonNotion])[] = [
  ['carbon-intensity', 'intensity'],
  ['operational-emissions', 'headline'],
  ['direct-intensity', 'lifecycle'],
  ['lifecycle-intensity', 'lifecycle'],
  ['upstream-share', 'lifecycle'],
  ['direct-emissions', 'scopes'],
  ['upstream-emissions', 'scopes'],
  ['offset-', 'offset'],
  ['utilisation', 'utilisation'],
  ['host-', 'host'],
  ['overhead', 'host'],
  ['pue', 'pue'],
  ['mfu', 'mfu'],
  ['batch-', 'concurrency'],
  ['chip-made', 'embodied'],
  ['chip-embodied', 'embodied'],
  ['server-made', 'embodied'],
  ['server-embodied', 'embodied'],
  ['service-life', 'embodied'],
  ['average-use', 'embodied'],
  ['embodied-emissions', 'embodied'],
  ['water-', 'water'],
  ['grid-water', 'water'],
];

/**
 * What opens behind a line of the receipt.
 *
 * @param step its name
 */
export const notionOfStep = (step: string): ButtonNotion | undefined =>
  BY_START.find(([start]) => step.startsWith(start))?.[1];
