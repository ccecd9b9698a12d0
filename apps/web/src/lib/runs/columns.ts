import type { FieldName } from '../state/fields.ts';

/** What a column of somebody's table says of a run. */
export interface Column {
  readonly field: FieldName | 'provider' | 'deviceHours';
  /** Their cell as it would be typed here. */
  readonly typed: (cell: string) => string;
}

const S_PER_HOUR = 3600;
const same = (cell: string): string => cell;
/** `7200` seconds are 2 hours; anything else stays as it is, and is told at its field. */
const seconds = (cell: string): string => {
  const value = Number(cell);
  return cell === '' || !Number.isFinite(value) ? cell : String(value / S_PER_HOUR);
};
/** `2 x NVIDIA A100`: the number stands in a column of its own. */
const withoutCount = (cell: string): string => cell.replace(/^\d+ ?x /, '');

type Known = readonly [names: RegExp, column: Column];
const known = (names: RegExp, field: Column['field'], typed = same): Known => [
  names,
  { field, typed },
];

/** Heads of columns, as people and tools write them, without units, in lower case. */
const KNOWN: readonly Known[] = [
  known(
    /^(name|run|run name|run_name|job|job name|jobname|experiment|project_name|task|tâche|nom|expérience|calcul)$/,
    'name',
  ),
  known(/^(phase)$/, 'phase'),
  known(/^(work|kind of work|travail)$/, 'work'),
  known(
    /^(accelerator|hardware|gpu|gpus? type|gpu_type|gpu_model|gpu model|gpu name|chip|device|matériel|puce|carte|accélérateur|graphics card|carte graphique)$/,
    'accelerator',
    withoutCount,
  ),
  known(
    /^(count|chips|gpus|gpu count|gpu_count|gpus? number|number of (gpus|chips)|num_gpus|n_gpus|#gpus|n|quantity|nombre|nombre de (gpus?|puces|cartes)|nb (de )?gpus?|quantité)$/,
    'count',
  ),
  known(/^(nodes|servers|nnodes|nœuds)$/, 'nodes'),
  known(/^(instance|instance type|machine type|vm)$/, 'instance'),
  known(/^(instances|instance count|instance_count)$/, 'instanceCount'),
  known(/^(slice|tpu slice)$/, 'slice'),
  known(/^(cpu|processor|cpu_model|processeur)$/, 'cpu'),
  known(
    /^(hours|hour|h|time|wall.?clock|wall time|walltime|duration in hours|elapsed|heures|durée|temps)$/,
    'hours',
  ),
  known(/^(gpu.?hours|chip.?hours|device.?hours|accelerator.?hours|heures[ -]gpu)$/, 'deviceHours'),
  known(/^(seconds|duration|runtime|elapsedraw|duration_s|runtime_s|secondes)$/, 'hours', seconds),
  known(/^(energy|energykwh|kwh|energy_kwh|energy_consumed|énergie)$/, 'energyKwh'),
  known(/^(energyscope|energy scope|scope of the meter)$/, 'energyScope'),
  known(/^(power|powerw|power_w|mean power|average power|puissance|puissance moyenne)$/, 'powerW'),
  known(/^(utilisation|utilization)$/, 'utilisation'),
  known(/^(power limit|powerlimitw|power_limit_w)$/, 'powerLimitW'),
  known(/^(provider|cloud|cloud_provider|fournisseur)$/, 'provider'),
  known(/^(region|cloud_region|région)$/, 'region'),
  known(/^(country|zone|place|location|grid|country_iso_code|pays|lieu)$/, 'zone'),
  known(/^(site|cluster|named site)$/, 'namedSite'),
  known(
    /^(carbon intensity|intensity|carbonintensitygperkwh|g\/kwh|gco2e?\/kwh|intensité)$/,
    'intensity',
  ),
  known(/^(pue)$/, 'pue'),
  known(/^(year|année)$/, 'year'),
  known(/^(start|started|start time|date|début)$/, 'start'),
  known(/^(end|ended|end time|fin)$/, 'end'),
  known(/^(repeats|times|runs|seeds|répétitions)$/, 'repeats'),
];

/** A unit behind the name: `hours [h]`, `energy (kWh)`, `time (s)`. */
const UNIT = /\s*[[(]([^\])]*)[\])]\s*$/;

/**
 * What a column says, by its head.
 *
 * @returns null where nobody can tell
 */
export function columnOf(head: string): Column | null {
  const [, unit = ''] = UNIT.exec(head) ?? [];
  const name = head.replace(UNIT, '').trim().toLowerCase();
  const found = KNOWN.find(([names]) => names.test(name))?.[1] ?? null;
  if (found?.field === 'hours' && /^(s|sec|seconds|secondes)$/i.test(unit))
    return { ...found, typed: seconds };
  if (found?.field === 'hours' && /^(h|hours|heures)$/i.test(unit))
    return { ...found, typed: same };
  return found;
}
