import type { Phase, SearchStrategy } from '@ml-emissions/model';
import type { runs as english } from '../en/runs.ts';

const STRATEGIES: Readonly<Record<SearchStrategy, string>> = {
  grid: 'en grille',
  random: 'au hasard',
  'successive-halving': 'par réduction successive',
};

const PHASES: Readonly<Record<Phase, string>> = {
  data: 'données',
  'pre-training': 'pré-entraînement',
  training: 'entraînement',
  'fine-tuning': 'affinage',
  distillation: 'distillation',
  search: 'recherche',
  ablation: 'ablation',
  validation: 'validation',
  evaluation: 'évaluation',
  failed: 'échec',
  deployment: 'déploiement',
  inference: 'inférence',
  other: 'autre',
};

/** Two letters are a country; other grids keep the name that the tables have. */
const COUNTRY = /^[A-Z]{2}$/;
let countries: Intl.DisplayNames | undefined;

function country(name: string | null, code: string | null): string | null {
  if (name === null || code === null || !COUNTRY.test(code)) return name;
  countries ??= new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' });
  return countries.of(code) ?? name;
}

/** Ce qui a tourné, combien de temps, où. */
export const runs: typeof english = {
  rated: (watts) => ` (puissance nominale : ${watts} W)`,
  fromTo: (least, most) => `${least} à ${most}`,
  phase: (phase) => PHASES[phase],
  planned: (phase) => `${phase} (prévu)`,
  itself: (times) => `${times} du calcul lui-même`,
  search: (times, trials, strategy) =>
    `${times} d’une recherche (${trials} essais ${STRATEGIES[strategy]})`,
  ablations: (times) => `${times} d’ablations`,
  failed: (times) => `${times} de calculs échoués`,
  chipHours: (hours, value) => `${hours} ${value < 2 ? 'heure-puce' : 'heures-puces'}`,
  inSome: (some, all) => ` dans ${some} ${some === 1 ? 'calcul' : 'calculs'} sur ${all}`,
  country,
};
