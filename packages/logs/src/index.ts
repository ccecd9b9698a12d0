export { Batcher, type JobAt, type ReadBatch } from './batcher.ts';
export { createCodeCarbonReader, isCodeCarbon } from './codecarbon.ts';
export {
  JOB_STATES,
  type JobState,
  type LoggedChips,
  type LoggedEnergy,
  type LoggedJob,
  NOTES,
  type NoteCode,
  type Reject,
  UNTOLD,
} from './job.ts';
export { busyOf, meanOf, PowerOverTime } from './power-over-time.ts';
export { type Cells, objectIn, type RowReader } from './row-reader.ts';
export { createSacctJsonReader, isSacctJson } from './sacct-json.ts';
export {
  chipsOf,
  joulesOf,
  loggedJob,
  nodesOf,
  type SlurmJob,
  type SlurmStep,
  secondsOf,
  stateOf,
  tresOf,
} from './slurm.ts';
export { createWandbReader, isWandb } from './wandb.ts';
