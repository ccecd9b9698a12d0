import {
  asAmount,
  asShare,
  ENERGY_SCOPES,
  METHODS,
  PHASES,
  SITES,
  WORK_KINDS,
} from '@ml-emissions/calculator';
import type { Command } from 'commander';

/** How the text of a flag is read. */
type Reading = 'text' | 'number' | 'share';

/** A flag that sets one field of a run. */
interface RunFlag {
  readonly flag: string;
  readonly field: string;
  readonly reading: Reading;
  readonly about: string;
}

const flag = (name: string, field: string, reading: Reading, about: string): RunFlag => ({
  flag: name,
  field,
  reading,
  about,
});

/** Flags of the accelerators: each may be repeated, the first of each is of the first kind of chip. */
const OF_HARDWARE: readonly RunFlag[] = [
  flag(
    '--accelerator <name>',
    'accelerator',
    'text',
    'chip by any name, or 8xNAME; repeat for several kinds',
  ),
  flag(
    '--count <chips>',
    'count',
    'number',
    'chips; 0.5 is half of one; repeat along with --accelerator',
  ),
  flag(
    '--power-w <watts>',
    'powerW',
    'number',
    'measured mean power of one chip, as nvidia-smi shows it',
  ),
  flag('--utilisation <share>', 'utilisation', 'share', 'measured mean power / TDP: 0.8 or 80%'),
];

const OF_RUN: readonly RunFlag[] = [
  flag(
    '--instance <type>',
    '/instance',
    'text',
    'cloud machine instead of a chip, such as p4d.24xlarge',
  ),
  flag('--instance-count <n>', '/instanceCount', 'number', 'how many of it'),
  flag('--slice <name>', '/slice', 'text', 'TPU slice instead of a chip, such as v3-256'),
  flag('--nodes <n>', '/nodes', 'number', 'servers that the chips are in'),
  flag('--hours <time>', '/hours', 'number', 'wall-clock time: 100, 2d4h, 90m, 1:30:00'),
  flag(
    '--device-hours <h>',
    '/deviceHours',
    'number',
    'chip-hours over all chips, instead of --hours',
  ),
  flag(
    '--energy-kwh <kwh>',
    '/energyKwh',
    'number',
    'metered energy; hardware and time are then optional',
  ),
  flag(
    '--energy-scope <scope>',
    '/energyScope',
    'text',
    `what the meter saw: ${ENERGY_SCOPES.join(', ')}`,
  ),
  flag(
    '--host-power-w <watts>',
    '/host/powerW',
    'number',
    'all of the machine but its accelerators',
  ),
  flag('--cpu <name>', '/host/cpu', 'text', 'processor of the host, such as "EPYC 7742"'),
  flag('--cpu-count <n>', '/host/cpuCount', 'number', 'how many of it'),
  flag('--cores <n>', '/host/cores', 'number', 'cores in use, instead of whole processors'),
  flag('--cpu-utilisation <share>', '/host/utilisation', 'share', 'mean load of the processors'),
  flag('--memory-gb <gb>', '/host/memoryGb', 'number', 'memory of the host'),
  flag(
    '--overhead-factor <ratio>',
    '/overheadFactor',
    'number',
    'machine at the wall / its components',
  ),
  flag('--site <kind>', '/site', 'text', SITES.join(', ')),
  flag('--work <kind>', '/work', 'text', `what it does: ${WORK_KINDS.join(', ')}`),
  flag(
    '--repeats <n>',
    '/repeats',
    'number',
    'how often the whole was run: restarts, seeds, trials',
  ),
  flag('--idle-hours <time>', '/idle/hours', 'number', 'allocated and idle'),
  flag('--idle-power-w <watts>', '/idle/powerW', 'number', 'of one idle chip'),
  flag(
    '--carbon-intensity <g>',
    '/carbonIntensityGPerKwh',
    'number',
    'your own intensity, g CO2e/kWh; wins over the place',
  ),
  flag(
    '--market-based-intensity <g>',
    '/marketBasedIntensityGPerKwh',
    'number',
    'g CO2e/kWh of your contract, beside',
  ),
  flag('--pue <ratio>', '/pue', 'number', 'your own facility energy / IT energy'),
  flag('--wue-l-per-kwh <l>', '/wueLPerKwh', 'number', 'litres on site for each kWh of IT energy'),
  flag(
    '--service-life-years <y>',
    '/embodied/serviceLifeYears',
    'number',
    'how long the hardware is kept',
  ),
  flag('--average-use <share>', '/embodied/averageUse', 'share', 'share of its life in use'),
  flag('--embodied-kg <kg>', '/embodied/kgCo2ePerChip', 'number', 'manufacture of one chip'),
  flag(
    '--offset <share>',
    '/offsetFraction',
    'share',
    'what your own infrastructure offsets: 0.5 or 50%',
  ),
  flag('--year <year>', '/year', 'number', 'calendar year of the run'),
  flag('--start <date>', '/start', 'text', 'when it started, such as 2024-03-01'),
  flag(
    '--unit <name>',
    '/functionalUnit/name',
    'text',
    'what to give a score per, such as image or token',
  ),
  flag('--unit-count <n>', '/functionalUnit/count', 'number', 'how many of it the run made'),
  flag('--phase <phase>', '/phase', 'text', `what the run is for: ${PHASES.join(', ')}`),
  flag('--method <name>', '/method', 'text', `${METHODS.join(', ')} (default: full)`),
  flag('--edition <id>', '/edition', 'text', 'edition of the data, such as 2019-paper'),
];

/** Flags of the place: one replaces what a file says of it. */
const OF_PLACE: readonly RunFlag[] = [
  flag('--provider <id>', '/place/provider', 'text', 'cloud provider, such as gcp, aws, azure'),
  flag('--region <id>', '/place/region', 'text', 'the provider’s region, such as us-central1'),
  flag(
    '--zone <id>',
    '/place/zone',
    'text',
    'grid zone instead of a cloud region, such as US-CAL-CISO',
  ),
  flag(
    '--country <code>',
    '/place/country',
    'text',
    'country instead of a cloud region, such as FR',
  ),
];

/** What a user typed, by the name that commander gives each flag. */
export type TypedFlags = Readonly<Record<string, unknown>>;

const also = (value: string, before: readonly string[] = []) => [...before, value];

/** Adds every flag of a run to a command. */
export function addRunFlags(command: Command): Command {
  for (const { flag: name, about } of OF_HARDWARE) command.option(name, about, also);
  for (const { flag: name, about } of [...OF_PLACE, ...OF_RUN]) command.option(name, about);
  return command;
}

/** `--power-w <watts>` -> `powerW`, as commander names it. */
function keyOf({ flag: name }: RunFlag): string {
  const [long = ''] = name.split(' ');
  return long.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function read(text: string, reading: Reading): unknown {
  if (reading === 'text') return text;
  return asAmount(text, reading === 'share' ? asShare : undefined);
}

const COUNT_TIMES_NAME = /^\s*(\d+(?:\.\d+)?)\s*[x×]\s*(?=\D)(.+)$/i;

/** `8xA100-SXM4-80GB` is count and name; `--count` goes with the `--accelerator` of the same place. */
function hardware(flags: TypedFlags, inFile: unknown): unknown[] {
  const named = Array.isArray(flags.accelerator);
  const rows: Record<string, unknown>[] =
    !named && Array.isArray(inFile) ? inFile.map((row) => ({ ...row })) : [];
  for (const one of OF_HARDWARE) {
    for (const [index, text] of ((flags[keyOf(one)] as string[] | undefined) ?? []).entries()) {
      const [, times, rest] =
        one.field === 'accelerator' ? (COUNT_TIMES_NAME.exec(text) ?? []) : [];
      rows[index] =
        rest === undefined
          ? { ...rows[index], [one.field]: read(text, one.reading) }
          : { accelerator: rest, count: Number(times) };
    }
  }
  return rows;
}

/**
 * Flags over what a file says -> a run as written; nothing is checked here.
 *
 * @param flags as typed
 * @param file what the file held, or {}
 */
export function runFromFlags(
  flags: TypedFlags,
  file: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const run: Record<string, unknown> = { ...file };
  if (OF_HARDWARE.some((one) => flags[keyOf(one)] !== undefined)) {
    run.hardware = hardware(flags, file.hardware);
  }
  const place = OF_PLACE.filter((one) => flags[keyOf(one)] !== undefined);
  if (place.length > 0) {
    const onlyRegion = place.every(({ field }) => field === '/place/region');
    run.place = onlyRegion ? { ...(file.place as object) } : {};
  }
  for (const one of [...OF_PLACE, ...OF_RUN]) {
    const text = flags[keyOf(one)];
    if (typeof text === 'string') set(run, one.field, read(text, one.reading));
  }
  return run;
}

/** Whether any flag of a run was typed. */
export function hasRunFlags(flags: TypedFlags): boolean {
  return [...OF_HARDWARE, ...OF_PLACE, ...OF_RUN].some((one) => flags[keyOf(one)] !== undefined);
}

/** Sets a field that may be one level down. */
function set(run: Record<string, unknown>, field: string, value: unknown): void {
  const [, first = '', second] = field.split('/');
  if (second === undefined) run[first] = value;
  else run[first] = { ...(run[first] as object | undefined), [second]: value };
}

/** The flag that sets a field, or the field itself. */
export function flagOf(field: string): string {
  if (field === '/place') return '--provider and --region';
  if (/^\/hardware(\/\d+)?$/.test(field)) return '--accelerator';
  const ofHardware = /^\/hardware\/\d+\/(\w+)$/.exec(field)?.[1];
  const found =
    OF_HARDWARE.find((one) => one.field === ofHardware) ??
    [...OF_PLACE, ...OF_RUN].find((one) => one.field === field);
  return found?.flag.split(' ')[0] ?? field;
}
