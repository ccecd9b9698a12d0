import type { MethodName, Said } from '@ml-emissions/model';
import type { ChosenPue } from '../chosen-pue.ts';
import { coefficientFactor, constantFactor } from '../coefficient.ts';
import { ownMachine } from '../machine.ts';
import { cloudPlace } from '../place.ts';
import type { Question } from '../question.ts';

/**
 * The PUE that a method of others takes of its own: 1 for an own computer, its figure for the provider, else its
 * figure for what it does not know.
 *
 * Source: each method's own, in `data/coefficients.csv`, `METHOD.pue.PROVIDER`.
 */
export function pueOfMethod(
  { edition, run, method }: Question,
  rung: 'own-computer' | 'of-method',
): ChosenPue | null {
  if (rung === 'own-computer') {
    // Theirs is what the user says, not what the parts make likely.
    if (!ownMachine({ site: run.site ?? null })) return null;
    const factor = constantFactor(1, method.source, { code: 'own-computer' });
    return { factor, rung: 'method', quality: 'ok' };
  }
  const provider = cloudPlace(edition, run)?.provider ?? null;
  const own = `${method.name}.pue.${provider}`;
  const isKnown = provider !== null && edition.coefficientById.has(own);
  const factor = isKnown
    ? coefficientFactor(edition, own, { code: 'pue-of-provider', provider })
    : coefficientFactor(edition, `${method.name}.pue.unknown`, unknownPue(method.name, provider));
  return { factor, rung: 'method', quality: 'ok' };
}

/** What a method takes its figure for the unknown to be. */
function unknownPue(method: MethodName, provider: string | null): Said {
  if (method !== 'cloud-carbon-footprint') return { code: 'pue-not-known' };
  return provider === null ? { code: 'pue-of-own-servers' } : { code: 'pue-of-provider', provider };
}
