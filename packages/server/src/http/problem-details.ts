import { problemInFrench } from '@ml-emissions/words/fr';
import { type HttpProblem, TROUBLES, type Trouble } from './http-problem.ts';
import type { LanguageCode } from './language.ts';

/** What is told of each trouble in French: its title, and what is wrong where no field of the input is. */
const SAID: Readonly<Record<Trouble, readonly [title: string, detail: string]>> = {
  malformed: [
    'Le corps ne se lit pas',
    'ce n’est pas du JSON bien formé en UTF-8, il finit trop tôt, ou trop de crochets s’emboîtent',
  ],
  unauthorised: [
    'Le jeton manque, ou c’en est un autre',
    'l’adresse imprimée au départ le contient',
  ],
  forbidden: [
    'Pas pour les pages d’autres origines',
    'seule la même origine, ou cette machine sous son propre nom, reçoit une réponse',
  ],
  'not-found': ['Il n’y a rien là', 'rien n’est à cette adresse ; /docs dit ce qu’il y a'],
  'method-not-allowed': ['L’adresse prend une autre méthode', 'l’en-tête Allow dit laquelle'],
  'too-slow': [
    'Le corps est venu trop lentement',
    'il n’était pas là à temps ; /docs dit les limites',
  ],
  'too-large': ['Le corps est trop grand', 'il dépasse une limite ; /docs les dit'],
  'unsupported-media-type': [
    'Un corps de ce type n’est pas lu ici',
    'envoyez du JSON sans Content-Encoding ; /docs dit ce que chaque adresse prend',
  ],
  'invalid-input': [
    'L’entrée ne peut pas avoir de réponse',
    'l’entrée ne peut pas avoir de réponse',
  ],
  'too-many-requests': [
    'Trop de requêtes',
    'l’en-tête Retry-After dit dans combien de secondes revenir',
  ],
  'headers-too-large': ['Les en-têtes sont trop grands', 'ils dépassent la limite ; /docs la dit'],
  failed: ['Le serveur a échoué', 'quelque chose n’a pas marché ici ; c’est dans son journal'],
  unavailable: [
    'Le serveur est occupé ou s’arrête',
    'trop de requêtes sont en cours ; revenez dans un instant',
  ],
};

interface Said {
  readonly title: string;
  readonly detail: string;
  readonly problems: HttpProblem['problems'];
}

function saidInFrench({ trouble, problems }: HttpProblem): Said {
  const [title, detail] = SAID[trouble];
  const told = problems.map(problemInFrench);
  const [first] = told;
  const rest = told.length > 1 ? `, et ${told.length - 1} de plus` : '';
  return { title, detail: first ? `${first.message}${rest}` : detail, problems: told };
}

/** What is sent of it, in a language. */
export function problemDetails(problem: HttpProblem, language: LanguageCode): string {
  const { trouble, message, problems } = problem;
  const { status, title } = TROUBLES[trouble];
  const said: Said =
    language === 'fr' ? saidInFrench(problem) : { title, detail: message, problems };
  return JSON.stringify({
    type: `/docs#${trouble}`,
    title: said.title,
    status,
    detail: said.detail,
    problems: said.problems,
  });
}
