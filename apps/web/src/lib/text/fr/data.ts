import type { words as english } from '../en/data.ts';

/** Les mots français de la page Données. */
export const words: typeof english = {
  title: 'Données',
  about:
    'Chaque chiffre du calculateur se trouve dans l’une de ces tables, un fait par ligne, chacun avec sa source. Une case vide veut dire inconnu. Les colonnes portent les noms et unités des fichiers, en anglais.',
  choose: 'Table',
  loading: 'La table arrive …',
  tables: {
    accelerators:
      'GPU, TPU et autres puces : puissance nominale, mémoire, FLOP/s maximaux, noms d’usage.',
    ambiguous_aliases: 'Noms d’usage qui désignent plusieurs puces ou processeurs.',
    coefficients: 'Constantes des méthodes des autres, et règles des serveurs.',
    context: 'Ce que le monde émet et consomme, et ce que l’on sait des compensations.',
    cpus: 'Processeurs : puissance nominale, cœurs, année.',
    defaults: 'Chaque valeur par défaut du modèle, avec son écart, sa note et ses preuves.',
    embodied: 'Ce que la fabrication d’une pièce émet.',
    equivalences: 'Des choses connues, en kg CO2e.',
    gwp: 'Ce que réchauffe un kilogramme de chaque gaz à effet de serre, comparé à un kilogramme de CO2.',
    idle_power: 'Puissance des puces sans travail : preuves.',
    instance_families: 'Machines des clouds sans puces à elles, par famille.',
    instances: 'Ce que les clouds louent : puces, processeurs, mémoire.',
    landmarks:
      'Des empreintes à titre de comparaison : de modèles, telles que publiées, et de ce que font les gens.',
    lifecycle_factors: 'Émissions par combustible et technique.',
    memory_power: 'Puissance de la mémoire : preuves.',
    provider_claims: 'Ce que les fournisseurs disent compenser ou couvrir.',
    providers: 'Clouds et autres fournisseurs.',
    region_energy: 'PUE et eau que les fournisseurs publient par région.',
    region_intensity: 'Intensité carbone que les fournisseurs publient par région.',
    regions: 'Régions des fournisseurs, avec leur réseau et leurs coordonnées.',
    server_overhead: 'Pertes d’alimentation et ventilateurs : preuves.',
    cities: 'Villes : un lieu y est reconnu à sa ville.',
    subdivisions: 'Divisions de premier niveau des pays, par nom : un lieu y est reconnu.',
    sites:
      'Lieux nommés : calculateurs de recherche et services loués, leur exploitant, leur réseau et leur PUE.',
    sources: 'D’où tout cela vient.',
    tpu_slices: 'Tranches de TPU par nom.',
    typical_utilisation: 'Puissance moyenne par type de travail : preuves.',
    zone_hours: 'La journée des réseaux, heure par heure.',
    zone_intensity: 'Intensité carbone des réseaux par année.',
    zone_mix: 'Électricité par combustible, par réseau et année.',
    zone_variation: 'Combien les réseaux varient dans une année.',
    zone_water: 'Eau que consomment les centrales, par réseau.',
    zones: 'Zones de réseau, États et pays.',
    'odbl/embodied': 'Ce que la fabrication d’une pièce émet, de sources à partage à l’identique.',
    'odbl/zone_hours':
      'La journée des réseaux, heure par heure, de sources à partage à l’identique.',
    'odbl/zone_intensity': 'Intensité carbone des réseaux par année, d’Electricity Maps.',
    'odbl/zone_variation':
      'Combien les réseaux varient dans une année, de sources à partage à l’identique.',
    '2019-paper/accelerators': 'L’annexe B de l’article, telle qu’imprimée.',
    '2019-paper/offsets': 'Ce que l’article dit des compensations des fournisseurs.',
    '2019-paper/regions': 'L’annexe A de l’article, telle qu’imprimée.',
  },
  licence: 'Des faits ; la licence de chaque source est dans la table des sources.',
  licenceOdbl: 'Open Database License 1.0 : ce que l’on en tire se partage à l’identique.',
  search: 'Chercher dans la table',
  count: (found, all) => (found === all ? `${all} lignes` : `${found} lignes sur ${all}`),
  whole: 'Cellules longues en entier',
  download: 'Télécharger en CSV',
  more: (left) => `En montrer plus (reste ${left})`,
  changesTitle: 'Ce qui a changé depuis l’article',
  changesAbout:
    'Les tables de l’article de 2019, gardées telles qu’imprimées, à côté de ce que l’on sait maintenant. Ses intensités mêlent périmètres, années et bases ; certaines puces y ont une puissance fausse. Calculé depuis les deux éditions.',
  changeHead: ['nom', '2019', 'aujourd’hui', 'aujourd’hui / 2019'],
  regionsChanged: (count) =>
    `Intensité carbone de ${count} régions, le plus grand changement d’abord`,
  chipsChanged: (count) =>
    `Puissance nominale de ${count} puces dont on connaît un autre chiffre aujourd’hui`,
  all: 'Tout montrer',
  fewer: 'En montrer moins',
  contributeTitle: 'Comment contribuer',
  contribute:
    'Une puce nouvelle est une ligne de data/accelerators.csv avec sa source, et rien d’autre ; npm run data:check prouve qu’elle convient. CONTRIBUTING.md, dans le dépôt, le dit pas à pas.',
  contributeExample:
    'nvidia-h100-sxm5-80gb,NVIDIA H100 SXM5 80GB,NVIDIA,Hopper,gpu,sxm,datacenter,2022,700,…',
};
