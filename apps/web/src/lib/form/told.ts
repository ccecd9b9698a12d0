import { CURRENT_EDITION } from '@ml-emissions/calculator';
import type { FieldName } from '../state/fields.ts';
import { calculate } from '../text/words.ts';

type Name = FieldName | 'chip';
const USUAL: Readonly<Partial<Record<Name, string>>> = {
  chip: 'listed',
  method: 'full',
  edition: CURRENT_EDITION,
};

/** Whether a field says no more than an untouched one. */
export const isUsual = (name: Name, value: string): boolean =>
  value === '' || value === USUAL[name];

/** A field and what it says, in few words: `Mean power of one chip, measured: 310 W`. */
export function toldText(name: Name, value: string): string {
  const words = calculate();
  const names: Readonly<Partial<Record<Name, Readonly<Partial<Record<string, string>>>>>> = {
    chip: words.chips,
    work: words.works,
    scenario: words.scenarios,
    architecture: words.architectures,
    sizeClass: words.sizeClasses,
    strategy: words.strategies,
    energyScope: words.energyScopes,
    scope: words.scopes,
    site: words.sites,
    phase: words.phases,
    method: words.methods,
  };
  const unit = (words.units as Partial<Record<string, string>>)[name];
  // `1.2 MWh` says its own.
  const said = /\p{L}/u.test(value) ? value : [value, unit].filter(Boolean).join(' ');
  return `${words.fields[name]}${words.punctuation.colon}${names[name]?.[value] ?? said}`;
}
