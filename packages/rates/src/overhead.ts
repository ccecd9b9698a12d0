import { type Factor, given, isExact, listed, type NamedFactor } from '@ml-emissions/model';
import { amountFactor } from './amount.ts';
import { defaultFactor } from './default.ts';
import type { Host } from './host/host.ts';
import { ownMachine } from './machine.ts';
import type { Question } from './question.ts';

/**
 * IT energy / energy of the components, supply losses and fans: given > none left to add > usual for the machine.
 *
 * Source: `data/defaults.csv`, `overhead.*` (80 PLUS efficiencies; Neudorfer 2009 for fans).
 *
 * @returns null where the method does not count it, the meter saw it, or it is exactly 1
 */
export function overheadOf(question: Question, host: Host): NamedFactor | null {
  const { run, method } = question;
  if (!method.ladders.overhead) return null;
  const scope = run.energyKwh === undefined ? null : (run.energyScope ?? 'it');
  if (scope === 'it' || scope === 'facility') return null;
  const factor = factorOf(question, host);
  if (factor.value === 1 && isExact(factor)) return null;
  return listed('overhead', '1', factor, { field: '/overheadFactor' });
}

function factorOf(question: Question, { isAtWall }: Host): Factor {
  const { edition, run, machine } = question;
  if (run.overheadFactor !== undefined) {
    return amountFactor(question, run.overheadFactor, '/overheadFactor', { isExcess: true });
  }
  const none = given(1, 'overhead.none');
  if (isAtWall) return none;
  const kind = ownMachine(machine) ?? 'server';
  return defaultFactor(edition, `overhead.${kind}`, { code: 'losses-of', machine: kind }) ?? none;
}
