import type { words as english } from '../en/trust.ts';
import { methodNotes } from './method-notes.ts';

/** French words on why a figure can be doubted, and how to say so. */
export const words: typeof english = {
  methodsBeside: {
    title: 'Ce que disent d’autres méthodes',
    waiting: 'Les autres méthodes sont consultées …',
    embodied: (mass) => `, et ${mass} de fabrication`,
    lacks: 'ne peut répondre :',
    from: 'Écart entre',
    notes: methodNotes,
    to: (method) => `et ${method}`,
    method: 'Méthode',
    says: 'Ce qu’elle dit',
    step: 'Étape',
    changes: 'Ce qu’elle change',
    choose: 'Méthode de départ',
    operational: 'Opérationnel, comme ci-dessus',
    figures:
      'Toutes avec les chiffres employés ici. Pour ceux de l’article de 2019, choisissez son édition sous « Préciser ce calcul ».',
    steps: {
      'differs-rounding-removed': 'Son arrondi défait',
      'differs-power': 'Puissance des puces',
      'differs-host': 'Hôte',
      'differs-idle': 'Temps inactif',
      'differs-overhead': 'Pertes d’alimentation et ventilateurs',
      'differs-pue': 'PUE',
      'differs-intensity': 'Intensité carbone',
      'differs-embodied': 'Fabrication',
      'differs-rounding': 'Arrondi',
    },
  },
  impact: {
    title: 'Vous venez de ML CO2 Impact ?',
    about:
      'Pourquoi le calculateur de 2019 donne un autre nombre pour ce calcul. Chaque ligne est une chose comptée autrement.',
    site: 'ML CO2 Impact, 2019',
    siteOf: (watts, grams) => `${watts} W, ${grams} g/kWh`,
    power: (then, now) => `Puissance nominale de la puce : ${now} W, là-bas ${then} W`,
    place: (then, now) => `Intensité carbone : ${now} g/kWh, là-bas ${then} g/kWh`,
    noPlace: 'Ses tables n’ont pas ce lieu ; le chiffre d’aujourd’hui en tient lieu.',
    operational: 'Ce calculateur, électricité',
    whole: 'Ce calculateur, avec la fabrication du matériel',
    step: 'Étape',
    changes: 'Ce qu’elle change',
    none: 'On ne pouvait pas dire ce calcul au calculateur de 2019 : il demande une sorte de puce, ses heures et un lieu.',
    arithmetic:
      'Ce que dit plus bas le site de 2019, ce sont son calcul et ses arrondis, avec les puces et les heures établies ici.',
    corrections: 'Ce que ses tables avaient de faux, et comment nous le savons',
  },
  wrong: {
    title: 'Qu’est-ce qui est faux, et qu’est-ce qui serait juste (avec sa source) ?',
    figure: 'Chiffre',
    source: 'Source',
    run: 'Calcul',
    made: 'Fait avec',
    attach: '(enregistrez le calcul dans un fichier et joignez-le ici)',
    copied:
      'Un rapport sur ce chiffre est copié : collez-le dans un message à qui fait tourner ce calculateur.',
    notCopied: 'Ce navigateur ne permet pas à une page de copier ; voici le rapport :',
    issue: (figure) => `Une erreur ? ${figure}`,
  },
};
