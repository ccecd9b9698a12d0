import type { Problem } from '@ml-emissions/calculator';
import { printable } from '../printable.ts';

/** Flags by the field that they set; `*` stands for a place in a list. */
const FLAGS: Readonly<Record<string, string>> = {
  '/hardware': '--accelerator',
  '/hardware/*': '--accelerator',
  '/hardware/*/accelerator': '--accelerator',
  '/hardware/*/count': '--count',
  '/hardware/*/powerW': '--power-w',
  '/hardware/*/utilisation': '--utilisation',
  '/hours': '--hours',
  '/deviceHours': '--device-hours',
  '/repeats': '--repeats',
  '/place': '--provider and --region',
  '/place/provider': '--provider',
  '/place/region': '--region',
  '/place/zone': '--zone',
  '/place/country': '--country',
  '/carbonIntensityGPerKwh': '--carbon-intensity',
  '/pue': '--pue',
  '/offsetFraction': '--offset',
  '/year': '--year',
  '/phase': '--phase',
  '/method': '--method',
  '/edition': '--edition',
};

/** The flag that sets a field, or the field itself. */
function flagOf(field: string): string {
  return FLAGS[field.replace(/\/\d+/g, '/*')] ?? field;
}

/** One line for one problem. */
export function problemLine({ field, message }: Problem, named: 'flag' | 'field'): string {
  const where = named === 'flag' ? flagOf(field) : field;
  return printable(`${where === '' ? 'input' : where}: ${message}`).replaceAll('\n', ' ');
}
