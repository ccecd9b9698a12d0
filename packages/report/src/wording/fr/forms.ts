import type { forms as english } from '../en/forms.ts';

const SCOPES = { lifecycle: ', cycle de vie', direct: ', intensité directe' } as const;

/** Tableaux, fiches et images. */
export const forms: typeof english = {
  hardwareNotKnown: 'non connu',
  phaseUntold: 'non connue',
  hoursNotKnown: 'non connues',
  notKnown: 'non connu',
  phaseNotTold: 'phase non connue',
  run: (place) => `calcul ${place}`,
  total: 'total',
  heads: {
    run: 'calcul',
    phase: 'phase',
    hardware: 'matériel',
    chipHours: 'heures-puces',
    energy: 'énergie',
    emissions: 'émissions',
  },
  latex: {
    needs: (packages, hasSiunitx) =>
      `demande ${packages.join(' et ')} dans le préambule${hasSiunitx ? ', et \\sisetup{locale = FR} pour la virgule décimale' : ''}`,
    siunitx: 'siunitx (version 3)',
    cited: (tool, paper) => `~${tool}\\,; l’outil est issu de~${paper}`,
    total: 'Total',
    head: (kwh, kg) =>
      `Calcul, phase & Matériel & Heures-puces & ${kwh} & ${kg} CO\\textsubscript{2}e`,
    continued: ' (suite)',
    byRun: (basis, mass) =>
      `Énergie et émissions opérationnelles (${basis}) par calcul, avec leurs intervalles à 90\\,\\%\\,; au total ${mass} CO\\textsubscript{2}e.`,
    byPart: 'Énergie par poste.',
    part: 'Poste & kWh & Part',
    parts: {
      accelerators: 'Puces',
      metered: 'Énergie mesurée',
      host: 'Hôte',
      idle: 'Temps inactif',
      overhead: 'Pertes d’alimentation et ventilateurs',
      facility: 'Bâtiment (PUE)',
    },
  },
  page: {
    title: 'Émissions de l’apprentissage automatique',
    operational: 'émissions opérationnelles',
    more: (runs) => `et ${runs} autres calculs`,
  },
  card: {
    seeRuns: 'voir les calculs',
    noHours: 'durée non connue',
    hours: (hours, times) => `${hours} h de durée réelle${times === null ? '' : `, ${times} fois`}`,
    noChipHours: 'heures-puces non connues',
    from: (mass, basis, energy) =>
      `${mass}, émissions opérationnelles ${basis}, pour ${energy} d’électricité`,
  },
  picture: {
    training: 'émissions (entraînement)',
    inUse: 'émissions en service',
    emissions: 'émissions',
    badge: (label, mass) => `${label} : ${mass}`,
    noHardware: 'matériel non connu',
    noPlace: 'lieu non connu',
    from: (energy) => `pour ${energy} d’électricité`,
    made: (mass) => `fabrication du matériel : ${mass}`,
    madeUnknown: 'fabrication du matériel non connue',
    basis: (scope) => `opérationnel, fondé sur le lieu${scope === null ? '' : SCOPES[scope]}`,
    between: (low, high, unit, basis) => `de ${low} à ${high} ${unit}, ${basis}`,
  },
};
