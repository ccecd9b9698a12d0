import type { words as english } from '../en/shelf.ts';

const whole = new Intl.NumberFormat('fr').format;

/** Les mots français de l’étagère des projets. */
export const words: typeof english = {
  title: 'Projets de ce navigateur',
  about:
    'Chaque projet est gardé ici pendant la saisie, et reste quand on recommence ou qu’on ouvre un lien. Rien ne quitte ce navigateur ; effacer ses données l’efface.',
  name: 'Nom de ce projet',
  unnamed: 'sans nom',
  keep: 'Garder une version',
  versionKept: 'Cette version est gardée.',
  looking: 'Recherche …',
  none: 'Rien encore : votre première modification sera gardée ici.',
  refused:
    'Ce navigateur ne garde rien pour cette page : le stockage est bloqué ou plein. Enregistrez le fichier, ou copiez le lien, avant de partir.',
  unkept: 'Tout recommence. Ce navigateur ne garde rien : Annuler ramène ce qui était ici.',
  aside:
    'Ce navigateur ne garde pas d’étagère pour cette page. Ce que vous avez quitté est mis de côté ; un nouvel onglet reprend ce que vous saisissez.',
  full: (most) =>
    `L’étagère contient ${most} projets : les nouveaux ne sont pas gardés tant que vous n’en retirez pas.`,
  here: 'ouvert ici',
  runs: (count) => (count < 2 ? `${whole(count)} calcul` : `${whole(count)} calculs`),
  open: 'Ouvrir',
  openOne: (name) => `Ouvrir ${name}`,
  opened: (name) => `${name} est ouvert.`,
  remove: 'Retirer',
  removeOne: (name) => `Retirer ${name}`,
  removed: (name) => `${name} est retiré.`,
  putBack: 'Le remettre',
  unreadable: 'illisible pour cette version de la page',
  save: 'Enregistrer',
  saveOne: (name) => `Enregistrer ${name} tel quel`,
  versions: 'Versions précédentes',
  ofOne: (name) => `de ${name}`,
  noVersions: 'Aucune encore : une est gardée toutes les quelques minutes de travail.',
  goBack: 'Y revenir',
  toOne: (name, when) => ` : ${name} du ${when}`,
  back: (when) => `Retour à la version du ${when}. Ce qui était ici est gardé comme version aussi.`,
};
