import type { MethodName } from '@ml-emissions/calculator';

/** What each method is, in few words beside its name. */
export const methodNotes: Readonly<Record<MethodName, string>> = {
  full: 'the whole machine, with its range',
  'lacoste-2019': 'without host and PUE',
  'mlco2-compat': 'its arithmetic and rounding, by today’s tables',
  'green-algorithms-2021': 'cores and memory, by Lannelongue et al.',
  'codecarbon-constant': 'the usual power where it cannot measure',
  'cloud-carbon-footprint': 'a cloud’s machines, between rest and full power',
  'patterson-2021': 'metered power × PUE',
  'ecologits-2026': 'tokens of a model in use',
  sci: 'software carbon intensity',
};
