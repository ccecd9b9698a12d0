import type { NoteCode } from '@ml-emissions/logs';
import type { HintCode } from '@ml-emissions/model';

/** Something that those who run the machines know. */
export interface Asked {
  readonly id: string;
  readonly what: string;
  /** How to let the ledger know. */
  readonly how: string;
  /** What of an estimate it settles. */
  readonly hints: readonly HintCode[];
}

export const ASKED: readonly Asked[] = [
  {
    id: 'chips',
    what: 'what the chips drew',
    how: 'logs of nvidia-smi, dcgmi, rocm-smi or amd-smi beside the jobs; or meters of whole nodes in the accounting (AcctGatherEnergyType of Slurm) and energyScope in the mapping; or which work it was: defaults: { work: llm-training }',
    hints: ['settle-power', 'settle-metering', 'settle-energy'],
  },
  {
    id: 'servers',
    what: 'what else the servers draw',
    how: 'mapping: defaults: { host: { cpu: …, cpuCount: …, memoryGb: … } }; or meters of whole nodes',
    hints: ['settle-host', 'settle-cpu', 'settle-memory', 'settle-at-wall', 'settle-nodes'],
  },
  {
    id: 'building',
    what: 'the PUE of the building',
    how: 'mapping: defaults: { pue: { value: 1.3, low: 1.25, high: 1.35 } }, of a year on the meter',
    hints: ['settle-pue'],
  },
  {
    id: 'grid',
    what: 'the grid',
    how: 'a finer place, as defaults: { place: { zone: … } } or { site: … }; for each year, where they differ',
    hints: ['settle-intensity'],
  },
];

/** What would mend how jobs were read; a note that nothing mends has none. */
export const NOTE_REMEDIES: Readonly<Partial<Record<NoteCode, string>>> = {
  'energy-not-used':
    'mapping: energyScope: it for meters of whole nodes (IPMI, pm_counters), components for RAPL; then import again',
  'energy-unclear': 'one srun step a job, or meters that count jobs apart',
  'energy-of-node': 'jobs that have their nodes to themselves, or meters that count jobs apart',
  'no-chips-recorded':
    'AccountingStorageTRES=gres/gpu in slurm.conf from now on; for jobs before, partitions: { NAME: { accelerator: … } } in the mapping where a partition is whole nodes of chips',
  'power-high': 'powerW is of one chip and in watts; energy is of the job and in kWh or J',
  'power-low': 'whether the meter saw these chips, for all of their time, and which unit it tells',
  'no-energy':
    'a meter that reads the job; or a log without the column, whose jobs are priced by their hardware',
  'busy-little': 'powerW beside busyShare: logs of nvidia-smi, dcgmi, rocm-smi or amd-smi',
  gaps: 'a log without pauses',
  'power-part': 'readings from the beginning to the end',
  'time-of-readings': 'the store that the run was copied from',
  'cores-by-load': 'the column cpus in the trace of Nextflow',
  'tracker-pue': 'mapping: trackerPue: the PUE that the tool was given, 1 where it was none',
  'world-average': 'mapping: defaults: { place: { country: … } }',
};
