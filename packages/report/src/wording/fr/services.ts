import type { ServiceUnit } from '@ml-emissions/model';
import type { services as english } from '../en/services.ts';

const ANSWERS: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'jetons écrits',
  request: 'requêtes',
  image: 'images',
  'video-second': 'secondes de vidéo',
  query: 'questions',
};

/** Modèles en service. */
export const services: typeof english = {
  answers: (count, use) => `${count} ${ANSWERS[use]}`,
  inYear: (answers) => `${answers} par an`,
  aYearOf: (answers) => `une année de service (${answers})`,
  together: (answers) => answers.join(' et '),
  forAnswers: (answers) => ` pour ${answers}`,
  massFor: (mass, answers) => `${mass} pour ${answers}`,
  ofWhich: (mass) => `, dont ${mass}`,
  taken: {
    'output-tokens': 'jetons écrits',
    'input-tokens': 'jetons lus',
    'batch-untold': 'requêtes à la fois',
    'image-side': 'px de largeur et de hauteur',
    'image-steps': 'étapes',
    'video-width': 'px de largeur',
    'video-height': 'px de hauteur',
    'video-steps': 'étapes',
    'video-frames': 'images par seconde',
  },
  chipsOfCopy: (chips, isOne) => `${chips} ${isOne ? 'puce' : 'puces'} par copie du modèle`,
  in16Bits: 'une précision de 16 bits',
  asH100: 'des puces H100',
};
