import type { EnergyScope, ServiceUnit } from '@ml-emissions/model';
import type { power as english } from '../en/power.ts';

const METERED: Readonly<Record<EnergyScope, string>> = {
  accelerators: 'l’énergie mesurée des puces',
  components: 'l’énergie mesurée des puces, des processeurs et de la mémoire',
  it: 'l’énergie mesurée à la prise',
  facility: 'l’énergie mesurée du bâtiment',
};

const ONE: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'par jeton écrit',
  request: 'par requête',
  image: 'par image',
  'video-second': 'par seconde de vidéo',
  query: 'par question',
};

/** Ce sur quoi repose l’énergie. */
export const power: typeof english = {
  metered: (scope, kwh) => `${METERED[scope]}${kwh === null ? '' : ` (${kwh} kWh)`}`,
  served: 'les réponses du modèle en service',
  servedAt: (joules, unit) =>
    `les réponses du modèle en service, à raison de ${joules} J ${ONE[unit]} aux puces (estimation)`,
  share: (percent) => `${percent} % de la puissance nominale`,
  ofAll: {
    measured: (watts) => `la puissance moyenne mesurée des puces (${watts} W)`,
    utilisation: (share) => `une puissance moyenne indiquée de ${share}`,
    typical: (share) => `une puissance moyenne habituelle de ${share}`,
    tdp: 'la puissance nominale des puces',
  },
  ofKind: {
    measured: (watts) => `${watts} W (mesure)`,
    utilisation: (share) => `${share} (valeur indiquée)`,
    typical: (share) => `${share} (valeur habituelle)`,
    tdp: 'la puissance nominale',
  },
  kinds: (names, at) => `${names.join(' et ')} à ${at}`,
  mixed: (kinds) => `la puissance des puces, soit ${kinds.join(', ')}`,
};
