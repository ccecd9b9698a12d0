import type { words as english } from '../en/publish.ts';
import { formats } from './formats.ts';

const whole = new Intl.NumberFormat('fr').format;

/** French words of the Publish page. */
export const words: typeof english = {
  title: 'Publier',
  about:
    'Le calcul de la page Calculer, au format qu’attend un article, une fiche de modèle, une liste de contrôle ou une autorité. Sauf les tableaux de nombres et le fichier du calcul, les textes portent leurs données d’entrée, si bien que chacun peut les vérifier avec ml-emissions verify.',
  inHand: (runs, mass) =>
    `${runs === 1 ? 'Ce calcul' : `Ces ${whole(runs)} calculs`} : ${mass} CO2e`,
  between: (low, high) => `, entre ${low} et ${high}`,
  change: 'Le modifier',
  example: 'C’est l’exemple que le calculateur présente au départ, pas un calcul à vous.',
  forWhat: 'Pour quoi faire ?',
  first: {
    latex: { title: 'Un article', about: 'paragraphe LaTeX et BibTeX' },
    'model-card': { title: 'Une fiche de modèle', about: 'README.md pour Hugging Face' },
  },
  others: 'Autres :',
  format: 'Autre format',
  groups: {
    checklist: 'Listes de contrôle des conférences',
    authority: 'Autorités et normes',
    text: 'Texte courant',
    bill: 'Nomenclatures et rapports',
    program: 'Pour des programmes',
    picture: 'Images',
  },
  options: {
    short: 'en quelques phrases : matériel, heures, lieu, énergie, émissions, outil',
    long: 'avec tableaux par calcul et par poste',
    siunitx: 'grandeurs par siunitx',
  },
  wantsTitle: 'Ce que ce format demande',
  wants: {
    latex:
      'Un paragraphe pour la section des expériences ou de l’impact : ce qui a tourné, combien de temps, où, et ce que cela a émis. Comme le faisait le calculateur de 2019, il renvoie à l’outil et cite l’article.',
    bibtex: 'Les deux entrées que le paragraphe cite.',
    markdown: 'Ce qui a tourné, combien de temps et où : un paragraphe pour un README ou un blog.',
    text: 'Le même paragraphe sans aucune marque.',
    'model-card':
      'Hugging Face lit co2_eq_emissions dans l’en-tête, en grammes, avec la source, le type d’entraînement, le lieu et le matériel ; son modèle de fiche a cinq lignes sur l’impact environnemental.',
    neurips:
      'Point 8 de la liste : le type de machines, à qui elles sont, mémoire et stockage ; le calcul de chaque expérience et de l’ensemble ; et si le projet en a demandé plus que l’article n’en rapporte.',
    acl: 'Point C1 de la liste : le nombre de paramètres, le budget de calcul total et l’infrastructure.',
    cvpr: 'Le matériel, le calcul total, les dates, et la part de chaque sorte de travail dans le développement.',
    'eu-ai':
      'Le formulaire de documentation du règlement européen sur l’IA : durée, calcul et énergie de l’entraînement, et comment l’énergie a été trouvée ; calcul de l’inférence ; paramètres.',
    sci: 'Un score par unité fonctionnelle : laquelle, combien, et pourquoi celle-là.',
    l1801:
      'Les étapes du cycle de vie à part, par unité fonctionnelle, avec l’eau et ce qui est laissé de côté.',
    cyclonedx: 'Énergie et émissions d’un modèle par activité, avec le fournisseur de l’énergie.',
    spdx: 'Énergie de l’entraînement, de l’affinage et de l’inférence d’un modèle.',
    boamps:
      'Un rapport par calcul : tâche, modèle, matériel, lieu, et l’énergie telle que mesurée.',
    codecarbon: 'Les colonnes du fichier de CodeCarbon, pour ce qui les lit.',
    json: 'Le résultat entier, pour des programmes : rien n’est demandé.',
    csv: 'Une ligne par calcul en pleine précision : rien n’est demandé.',
    yaml: 'Le fichier du calcul : relu, il donne les mêmes chiffres.',
    svg: 'Une carte à partager : chiffre, intervalle, matériel et lieu.',
    badge: 'Un badge pour un README : le chiffre seul.',
  },
  asks: {
    hardware: 'Matériel',
    cpu: 'Processeur de la machine',
    memory: 'Mémoire de la machine',
    storage: 'Stockage',
    owner: 'À qui sont les machines : cloud, grappe, soi-même',
    place: 'Où cela a tourné',
    hours: 'Combien de temps',
    dates: 'Dates du calcul',
    energy: 'Énergie, mesurée',
    phase: 'À quoi il a servi : entraînement, affinage, inférence …',
    modelName: 'Nom du modèle',
    parameters: 'Paramètres du modèle',
    flop: 'Calcul, en FLOP',
    otherRuns: 'Autres calculs : recherches, ablations, échecs',
    unit: 'Unité fonctionnelle et son nombre',
    whyUnit: 'Pourquoi cette unité',
  },
  states: {
    told: 'indiqué',
    taken: 'estimé',
    missing: 'manque',
    apart: 'pas de champ ici : à écrire dans le texte',
  },
  partOf: (counted, all) =>
    `${counted} ${counted < 2 ? 'calcul est compté' : 'calculs sont comptés'} sur ${all} : ce texte ne parle que de ${counted < 2 ? 'celui-là' : 'ceux-là'}. Ce qui manque aux autres est dit à leurs champs.`,
  missing: (count) =>
    count === 1
      ? 'Une chose manque ; le texte dit qu’elle n’est pas connue.'
      : `${whole(count)} choses manquent ; le texte dit qu’elles ne sont pas connues.`,
  missingEmpty: (count) =>
    count === 1
      ? 'Une chose manque ; ses cases sont vides.'
      : `${whole(count)} choses manquent ; leurs cases sont vides.`,
  allTold: 'Rien de ce qui a un champ ne manque.',
  inRuns: (count) => (count === 1 ? 'dans un calcul' : `dans ${whole(count)} calculs`),
  colon: ' :',
  enter: 'l’indiquer',
  better: 'indiquer ce qui a été mesuré',
  language: 'Langue du texte :',
  languages: { en: 'anglais', fr: 'français' },
  inEnglish: {
    venue: 'Ce format est en anglais : la conférence ne le demande dans aucune autre langue.',
    wording:
      'Ce format est en anglais : aucune formulation française officielle n’en est connue ici.',
    programs: 'Ce texte est en anglais, ou ses noms sont fixés : des programmes le lisent.',
  },
  noAddress:
    'Cette copie du calculateur se trouve sur votre machine : le texte ne renvoie à aucune adresse. Depuis une copie sur Internet, il renvoie au calculateur et à ce calcul.',
  preview: 'Aperçu',
  source: 'Source',
  bibtex: 'BibTeX',
  copy: 'Copier',
  copyOf: (what) => `Copier : ${what}`,
  copied: 'Copié.',
  notCopied: 'Ce navigateur ne permet pas à une page de copier ; sélectionnez le texte.',
  sendSubject: 'Ce qu’émet un calcul d’apprentissage automatique',
  byMail: 'Envoyer le chiffre par courriel',
  share: 'Partager le chiffre…',
  download: 'Télécharger',
  none: 'Il n’y a pas de chiffre à publier : le calcul de la page Calculer est à revoir.',
  toCalculate: 'Y aller',
  refused:
    'Ce format rend compte de ce qui a tourné, et le calcul est prévu. Le paragraphe d’un article, Markdown, le texte simple et les fichiers pour des programmes disent que c’est une prévision.',
  formatTitle: (name, title) => formats[name] ?? title,
};
