import type { ReadBatch } from '@ml-emissions/logs';
import type { Mapping } from '../mapping/mapping.ts';

/** Reads one file. Yields as it goes, so that a file of any length takes little memory. */
export type Importer = (path: string, mapping: Mapping) => AsyncGenerator<ReadBatch>;
