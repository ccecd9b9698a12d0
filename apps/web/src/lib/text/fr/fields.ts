import type { words as english } from '../en/fields.ts';

/** Les mots français à côté des champs d’un calcul. */
export const words: typeof english = {
  hints: {
    inputTokensPerRequest: 'Question et contexte.',
    concurrency: 'Dans une copie du modèle, en moyenne ; décide le plus après la taille.',
    serviceTokensPerSecond: 'Vus au travail : plus sûr que la taille.',
    acceleratorsPerModel: 'Vide : aussi peu qu’il en faut.',
    serviceUtilisation: 'Comme 0,6 ou 60 % du temps où les puces sont réservées.',
    sizeClass: 'Si personne ne publie ses paramètres : votre estimation, et nommée ainsi.',
    tokens:
      'Comme 300B ou 2T, toutes époques comprises ; avec les paramètres, et les heures vides.',
    tokensPerSecond: 'Vus dans un essai de quelques minutes : le plus sûr.',
    mfu: 'Comme 0,4 ou 40 % : arithmétique que le modèle demande / ce que les puces pourraient.',
    activeParameters: 'D’un mélange d’experts.',
    trainedParameters: 'D’adaptateurs comme LoRA ; vide : tous.',
    forwardFlopPerSample: 'Comme 8.2e9 ; une multiplication et une addition en font deux.',
    flop: 'L’emporte sur les paramètres et les jetons.',
    scenario: 'Pour l’inférence ; vide : d’une à la fois jusqu’aux lots.',
    parameters:
      'Par exemple 25.6M ou 7 milliards. À l’entraînement, un petit modèle occupe moins la puce.',
    batchSize: 'Taille du lot d’un pas, pour une puce.',
    powerLimitW: 'Comme la fixe nvidia-smi -pl ; vide : aucune.',
    powerW: 'La moyenne que nvidia-smi ou un outil semblable a montrée.',
    utilisation: 'Par exemple 0,8 ou 80 %. La puissance, non GPU-Util.',
    energyKwh:
      'Selon CodeCarbon, un compteur ou une facture ; les heures peuvent alors rester vides.',
    nodes: 'S’il est connu ; sinon d’après le type de puce.',
    cpu: 'Par exemple EPYC 7742.',
    hostUtilisation: '1 ou 100 % si tous les cœurs travaillent, 0,1 pour un sur dix.',
    overheadFactor: 'À partir de 1 ; énergie de la machine / énergie de ses composants.',
    repeats: 'Redémarrages et graines.',
    trials: 'Réglages essayés.',
    trialShare: 'Comme 0,1 ou 10 %, d’un essai mené à son terme ; vide : le tout.',
    reductionFactor: 'De la réduction successive ; vide : 3.',
    ablations: '0,5 est la moitié du calcul une fois de plus.',
    failedRuns: '0,5 est la moitié du calcul une fois de plus.',
    year: 'Vide : les chiffres les plus récents.',
    start: 'Par exemple 2024-03-01 ; à la place de l’année.',
    end: '',
    pue: 'Énergie du bâtiment divisée par celle des machines. Vide : ce que l’on sait du lieu.',
    intensity: 'L’emporte sur le lieu ; 0 est permis.',
    scope: 'La production seule est le scope 2 du GHG Protocol, fondé sur le lieu.',
    gridWater: 'Consommée par kWh ; prime sur le lieu.',
    averageUse: 'Par exemple 0,6 ou 60 %.',
    slice: 'Par exemple v3-256.',
    unitName: 'Par exemple image ou token.',
    method: 'Comment les nombres sont combinés.',
    edition: '2019-paper contient les tables de l’article de 2019 telles qu’imprimées.',
  },
  whereToFind: {
    title: 'Où trouver ce chiffre ?',
    unit: 'En grammes par kilowattheure : 0,432 kg/kWh font 432 g/kWh. La plupart des réseaux vont de 20 à 900.',
    places: [
      {
        name: 'Electricity Maps',
        url: 'https://app.electricitymaps.com/',
        about: ' : la plupart des réseaux du monde, par heure et par an',
      },
      {
        name: 'EPA eGRID',
        url: 'https://www.epa.gov/egrid',
        about: ' : les États-Unis, par région et par centrale',
      },
      {
        name: 'Our World in Data, Ember',
        url: 'https://ourworldindata.org/grapher/carbon-intensity-electricity',
        about: ' : les pays, par an',
      },
    ],
    ours: 'Nos propres tables, avec la source de chaque chiffre',
    orCountry:
      'La facture ou les informations de votre fournisseur le disent aussi. Si vous ne savez que le pays :',
    takeCountry: 'prendre le chiffre du pays',
  },
};
