import { createReadStream } from 'node:fs';
import { linesOf, textOf } from '@ml-emissions/answers';
import { LedgerFault } from '../engine/duckdb.ts';
import { csvRows } from '../read/csv.ts';

/** A reading of one chip, as its log tells it. */
export interface GpuRow {
  readonly line: number;
  /** What tells chips of the log apart. */
  readonly chip: string;
  /** Whether `chip` is that chip's alone, anywhere. */
  readonly isUnique: boolean;
  readonly name: string | null;
  /** As it is written; null for logs without times. */
  readonly time: string | null;
  /** As it is written. */
  readonly power: string;
  /** Percent of the time in which it had work to do, as it is written; null where the log does not tell it. */
  readonly use: string | null;
}

/** Which of the tools wrote a log, by how it begins. */
export type GpuLogKind = 'nvidia-smi' | 'dcgmi' | 'rocm-smi' | 'amd-smi';

/**
 * Which tool wrote a log of power.
 *
 * @param head its first lines
 * @returns null where it is none of them
 */
export function gpuLogKind(head: string): GpuLogKind | null {
  const lines = head.split(/\r?\n/);
  if (lines.some((line) => DCGMI_HEADER.test(line))) return 'dcgmi';
  if (lines.some((line) => ROCM_HEADER.test(line) && line.includes(ROCM_POWER))) return 'rocm-smi';
  if (lines.some(isAmdHeader)) return 'amd-smi';
  return (lines[0] ?? '').split(',').some((name) => NVIDIA_POWER.test(name.trim()))
    ? 'nvidia-smi'
    : null;
}

/** Readings of a log. */
export const GPU_ROWS: Readonly<Record<GpuLogKind, (path: string) => AsyncGenerator<GpuRow>>> = {
  'nvidia-smi': nvidiaRows,
  dcgmi: dcgmiRows,
  'rocm-smi': rocmRows,
  'amd-smi': amdRows,
};

/** `--query-gpu=timestamp,index,uuid,name,power.draw --format=csv`; the unit stands in head and cells or in neither. */
const NVIDIA_POWER = /^power\.draw(\.average|\.instant)?( \[W\])?$/;
const NVIDIA_USE = /^utilization\.gpu( \[%\])?$/;
const NVIDIA_CHIPS = ['uuid', 'gpu_uuid', 'serial', 'pci.bus_id', 'gpu_bus_id', 'index'];
const UNIQUE = ['uuid', 'gpu_uuid', 'serial'];

async function* nvidiaRows(path: string): AsyncGenerator<GpuRow> {
  let columns: NvidiaColumns | null = null;
  for await (const { line, cells } of csvRows(path, { trim: true })) {
    columns ??= nvidiaColumns(Object.keys(cells));
    const { power, chip, use } = columns;
    // A log that was written on has its first line again.
    if (cells[power] === power) continue;
    yield {
      line,
      chip: cells[chip] ?? '',
      isUnique: UNIQUE.includes(chip),
      name: cells.name ?? cells.gpu_name ?? null,
      time: cells.timestamp ?? null,
      power: cells[power] ?? '',
      use: use === null ? null : (cells[use] ?? null),
    };
  }
}

interface NvidiaColumns {
  readonly power: string;
  readonly chip: string;
  readonly use: string | null;
}

function nvidiaColumns(names: readonly string[]): NvidiaColumns {
  const chip = NVIDIA_CHIPS.find((name) => names.includes(name));
  if (chip === undefined)
    throw new LedgerFault(
      'the log does not say which accelerator a row is of',
      'nvidia-smi --query-gpu=timestamp,index,uuid,name,power.draw --format=csv -l 1',
    );
  return {
    chip,
    power: names.find((name) => NVIDIA_POWER.test(name)) ?? '',
    use: names.find((name) => NVIDIA_USE.test(name)) ?? null,
  };
}

/** A line that is longer is none of these tools'. */
const LONGEST_LINE = 100_000;

/** Lines of a text file with their numbers; what cannot be read is ''. */
async function* numberedLines(path: string): AsyncGenerator<readonly [number, string]> {
  let line = 0;
  for await (const lines of linesOf(createReadStream(path), LONGEST_LINE))
    for (const one of lines) {
      line += 1;
      yield [line, 'fault' in one ? '' : textOf(one).trim()];
    }
}

/** `dcgmi dmon -e 155`: names of fields and their units come again every so many lines. */
const DCGMI_HEADER = /(^|\s)#\s*Entity\s/;
const DCGMI_ROW = /^(?:(\S+)\s+)?GPU\s+(\d+)\s+(.*)$/;
/** The short name of field 155, power in W. */
const DCGMI_POWER = 'POWER';
/** That of field 203, percent of the time in which kernels ran. */
const DCGMI_USE = 'GPUTL';

async function* dcgmiRows(path: string): AsyncGenerator<GpuRow> {
  let at = -1;
  let useAt = -1;
  for await (const [line, text] of numberedLines(path)) {
    if (DCGMI_HEADER.test(text)) {
      const names = text.replace(/^.*#\s*Entity\s+/, '').split(/\s+/);
      at = names.indexOf(DCGMI_POWER);
      useAt = names.indexOf(DCGMI_USE);
      if (at < 0) throw new LedgerFault('the log has no column POWER', 'dcgmi dmon -e 155 -d 1000');
    }
    const [, time, chip, rest = ''] = DCGMI_ROW.exec(text) ?? [];
    if (chip === undefined) continue;
    const cells = rest.split(/\s+/);
    const power = cells[at] ?? '';
    const use = cells[useAt] ?? null;
    yield { line, chip, isUnique: false, name: null, time: time ?? null, power, use };
  }
}

/** `rocm-smi --showpower --showproductname --csv`, again and again: each time with its first line. */
const ROCM_HEADER = /^device,/;
const ROCM_POWER = 'Graphics Package Power (W)';

async function* rocmRows(path: string): AsyncGenerator<GpuRow> {
  let names: readonly string[] = [];
  for await (const [line, text] of numberedLines(path)) {
    const cells = text.split(',');
    if (ROCM_HEADER.test(text)) {
      names = cells;
      continue;
    }
    if (!/^card\d+$/.test(cells[0] ?? '')) continue;
    const cell = (is: (name: string) => boolean) => cells[names.findIndex(is)];
    yield {
      line,
      chip: cells[0] ?? '',
      isUnique: false,
      name: cell((name) => /^card series$/i.test(name)) ?? null,
      time: null,
      power: cell((name) => name.includes(ROCM_POWER) && !name.startsWith('Max')) ?? '',
      use: null,
    };
  }
}

/** `amd-smi monitor --power-usage --gfx --watch 1 --csv`: on a terminal each time with its first line. */
const AMD = { chip: 'gpu', time: 'timestamp', power: 'power_usage', use: 'gfx' } as const;

function isAmdHeader(line: string): boolean {
  const names = line.split(',');
  return names.includes(AMD.chip) && names.includes(AMD.power);
}

async function* amdRows(path: string): AsyncGenerator<GpuRow> {
  let names: readonly string[] = [];
  for await (const [line, text] of numberedLines(path)) {
    if (isAmdHeader(text)) {
      names = text.split(',');
      continue;
    }
    const cells = text.split(',');
    if (cells.length !== names.length) continue;
    const cell = (of: keyof typeof AMD) => cells[names.indexOf(AMD[of])] ?? null;
    yield {
      line,
      chip: cell('chip') ?? '',
      isUnique: false,
      name: null,
      time: cell('time'),
      power: cell('power') ?? '',
      use: cell('use'),
    };
  }
}
