/** Which rung of the input ladder a factor came from (DESIGN 2); the weakest where there are several. */
export interface Rungs {
  readonly power:
    | 'metered-energy'
    | 'energy-per-use'
    | 'measured'
    | 'utilisation'
    | 'typical'
    | 'tdp'
    | 'none';
  readonly pue:
    | 'given'
    | 'metered'
    | 'named-site'
    | 'region'
    | 'provider'
    | 'site'
    | 'method'
    | 'none';
  readonly intensity: 'given' | 'region' | 'zone' | 'state' | 'country' | 'aggregate';
  readonly host: 'metered' | 'given' | 'parts' | 'instance' | 'default' | 'not-counted';
}
