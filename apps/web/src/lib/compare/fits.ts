import type { Option } from '@ml-emissions/calculator';

/** Whether the chips of an option can hold the model, as far as it is known: none that cannot is advice. */
export const holdsModel = ({ said }: Pick<Option, 'said'>): boolean =>
  said === null ||
  (said.code !== 'served-anew' && said.code !== 'planned-anew') ||
  said.memory === null;
