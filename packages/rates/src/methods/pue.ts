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
  { edition, run, machine, method }: Question,
  rung: 'own-computer' | 'of-method',
): ChosenPue | null {
  if (rung === 'own-computer') {
    if (!ownMachine(machine)) return null;
    const factor = constantFactor(1, method.source, 'own computer');
    return { factor, rung: 'method', quality: 'ok' };
  }
  const provider = cloudPlace(run)?.provider ?? null;
  const own = `${method.name}.pue.${provider}`;
  const isKnown = provider !== null && edition.coefficientById.has(own);
  const factor = isKnown
    ? coefficientFactor(edition, own, `PUE of ${provider}`)
    : coefficientFactor(
        edition,
        `${method.name}.pue.unknown`,
        method.name === 'cloud-carbon-footprint'
          ? `PUE of ${provider ?? 'own servers'}`
          : 'PUE where it is not known',
      );
  return { factor, rung: 'method', quality: 'ok' };
}
