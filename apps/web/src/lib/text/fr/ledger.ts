import type { words as english } from '../en/ledger.ts';

/** French words of a ledger's page. */
export const words: typeof english = {
  title: 'Registre : tous les calculs d’un laboratoire',
  closed: {
    about: [
      'Qui fait tourner une grappe de calcul a un journal de chaque calcul : la comptabilité de Slurm, les fichiers d’outils de suivi, les factures de clouds. Un registre lit ces journaux, établit ce que chaque calcul a émis, avec son intervalle, et en fait la somme par personne, projet ou machine.',
      'Il est fait et gardé sur votre propre machine, dans un seul fichier, par la commande. Rien n’en est envoyé nulle part : cette page ne montre un registre que là où la commande le sert, à vous seul.',
    ],
    how: 'Ouvrir le vôtre',
    steps:
      'Le paquet n’est encore sur aucun registre : README.md, dans le code (en anglais), dit comment faire son fichier. Ce que fait chaque ligne, quels journaux sont lus et ce que dit une correspondance : docs/ledger.md.',
    sampleTitle: 'Un exemple',
    sample:
      '10 000 calculs d’un laboratoire qui n’existe pas, sur un an, tous sur le réseau électrique français. Avec votre propre registre vous allez d’ici à chaque personne, projet et machine, jusqu’au reçu d’un seul calcul.',
  },
  troubles: {
    closed:
      'Cette adresse est celle d’un registre qui a été fermé. Relancez la commande : elle en affiche une nouvelle.',
    gone: 'Le registre ne répond plus. La commande tourne-t-elle encore ?',
    refused: 'Le registre ne peut pas répondre à ceci :',
  },
  again: 'Réessayer',
  all: 'Tous les calculs',
  waiting: 'Le registre cherche …',
  nothingAt: (when) => `${when} : rien n’a débuté`,
  nothing: 'Aucun calcul ne répond à tout cela.',
  notTold: 'non indiqué',
  measure: 'Montrer',
  measures: { kgCo2e: 'CO2e', energyKwh: 'Énergie' },
  units: { kgCo2e: 'kg CO2e', energyKwh: 'kWh' },
  lowEnd: 'bas',
  highEnd: 'haut',
  keys: {
    user: 'Personne',
    project: 'Projet',
    accelerator: 'Accélérateur',
    state: 'Issue',
    month: 'Mois',
    quarter: 'Trimestre',
    year: 'Année',
    day: 'Jour',
    weekday: 'Jour de la semaine',
    hour: 'Heure du début',
    partition: 'Partition',
    cluster: 'Grappe',
    place: 'Lieu',
    zone: 'Réseau électrique',
    source: 'Journal',
    phase: 'Phase',
    load: 'Travail des puces',
    rung: 'Puissance d’après',
  },
  states: {
    completed: 'terminé',
    failed: 'échoué',
    'out-of-memory': 'à court de mémoire',
    'node-failed': 'nœud en panne',
    timeout: 'à court de temps',
    cancelled: 'annulé',
    preempted: 'interrompu',
    requeued: 'remis en file',
    running: 'en cours',
    suspended: 'suspendu',
  },
  loads: { 'at rest': 'rien à faire', low: 'peu à faire', usual: 'comme d’habitude' },
  rungs: {
    'metered-energy': 'énergie lue à un compteur',
    measured: 'puissance mesurée des puces',
    utilisation: 'part indiquée de la puissance nominale',
    typical: 'puissance habituelle de telles puces',
    tdp: 'puissance nominale des puces',
    'energy-per-use': 'énergie habituelle d’une réponse',
    none: 'puissance habituelle de telles machines',
  },
  filters: {
    said: (key, value) => `${key} : ${value}.`,
    label: 'Quels calculs',
    remove: (key, value) => `${key} ${value} : remontrer tout`,
    removeAll: 'Montrer tous les calculs',
  },
  total: {
    label: 'Ce qu’ils ont émis',
    between: (low, high) => `entre ${low} et ${high}`,
    from: (energy) => `pour ${energy} d’électricité`,
    at: (intensity) => `${intensity} g CO2e/kWh en moyenne`,
    jobs: (jobs, hours) => `${jobs} calculs, ${hours} heures-puces`,
    made: (made, all) => `fabrication du matériel : ${made} CO2e de plus, ${all} en tout`,
    days: (from, to) => `débutés entre le ${from} et le ${to}`,
    and: ' ; ',
    edition: (edition) => `selon les données de l’édition ${edition}`,
    unpriced: (jobs) =>
      `${jobs} calculs n’ont pas de chiffre et ne sont dans aucune somme ; ml-emissions ledger price dit pourquoi.`,
    rejected: (rows) =>
      `${rows} lignes des journaux ne sont pas des calculs ; ml-emissions ledger rejects dit pourquoi.`,
    said: (mass, jobs) => `${mass} CO2e, ${jobs} calculs`,
  },
  measured: {
    title: 'Sur quoi repose l’énergie',
    all: (share) =>
      `${share} de l’énergie a été mesurée : lue à un compteur, ou d’après la puissance des puces.`,
    rest: 'Le reste est ce que de telles machines consomment d’habitude, d’où un intervalle large. Un compteur le resserre.',
    share: (share, energy) => `${share}, ${energy}`,
  },
  groups: {
    title: 'Qui, quoi, où',
    by: 'Par',
    and: 'et par',
    none: 'rien d’autre',
    finding: (name, share) => `${name} : ${share} de ces émissions`,
    findingEnergy: (name, share) => `${name} : ${share} de cette énergie`,
    one: (name) => `Le tout est de ${name}`,
    about:
      'Émissions opérationnelles ou énergie de chaque groupe, avec l’intervalle à 90 % : la barre est le chiffre central, le trait son intervalle. Les intervalles des groupes ne s’additionnent pas en celui du tout, car ce que les calculs partagent ne se compense pas.',
    more: (jobs, hours, share) => `${jobs} calculs, ${hours} heures-puces, ${share} mesurés`,
    rest: (count) => `Montrer les ${count} groupes`,
    fewer: 'En montrer moins',
    go: (name) => `${name} : montrer ses seuls calculs`,
    columns: { jobs: 'calculs', hours: 'heures-puces', measured: 'mesuré, de l’énergie' },
  },
  calendar: {
    title: 'Jour après jour',
    finding: (day, mass) => `Le jour dont les calculs ont le plus émis : ${day}, ${mass}`,
    about:
      'Tout ce qui a débuté un jour, UTC, en quatre classes d’autant de jours chacune. Un calcul compte au jour de son début, quelle que soit sa durée. Chiffres centraux.',
    keys: 'Jours : les flèches vont d’un jour à l’autre et d’une semaine à l’autre, Entrée montre les calculs d’un jour',
    untimed: (jobs) => `${jobs} calculs n’indiquent pas d’heure et manquent ici.`,
  },
  hours: {
    title: 'Quand débutent les calculs',
    finding: (when, mass) => `L’heure dont les calculs ont le plus émis : ${when}, ${mass} en tout`,
    about:
      'Tout ce qui a débuté dans une heure de la semaine, UTC, en quatre classes d’autant d’heures chacune. Chiffres centraux.',
    keys: 'Heures de la semaine : les flèches vont de l’une à l’autre, Entrée montre les calculs d’une heure',
    at: (day, hour) => `le ${day} à ${Number(hour)} h`,
  },
  waste: {
    title: 'Travail perdu',
    finding: (share, mass) =>
      `${share} sont allés à des calculs dont le travail est perdu : ${mass}`,
    none: 'Aucun calcul n’est perdu ici.',
    about:
      'Calculs échoués, arrêtés ou à court de temps ou de mémoire : plus l’aire est grande, plus il y en a. Ce qui a été sauvé avant leur fin n’est pas connu ici. Chiffres centraux.',
    by: 'Distingués par',
    keys: 'Travail perdu : les flèches vont d’une aire à l’autre, Entrée montre ses calculs',
    says: (state, who, mass, jobs) => `${who}, ${state} : ${mass}, ${jobs} calculs`,
  },
  legend: { upTo: (end) => `jusqu’à ${end}`, more: 'plus', any: 'quelque chose', none: 'rien' },
  cell: (what, mass, jobs) => `${what} : ${mass}, ${jobs} calculs`,
  jobs: {
    title: 'Les plus grands calculs',
    about: (count) => `Les ${count} qui ont émis le plus.`,
    columns: {
      job: 'calcul',
      user: 'personne',
      project: 'projet',
      state: 'issue',
      start: 'début, UTC',
      hardware: 'matériel',
      hours: 'heures',
      value: 'CO2e',
    },
    open: (job) => `Reçu du calcul ${job}`,
  },
  job: {
    title: (job) => `Calcul ${job}`,
    back: 'Retour aux calculs',
    about: (edition) =>
      `Ce que le registre en dit est ce que le calculateur dit de ce calcul, selon les données de l’édition ${edition}.`,
    receipt: 'Reçu',
    sources: 'Sources :',
    open: 'Ouvrir ce calcul dans le calculateur',
    run: 'Le calcul, comme fichier',
    runAbout:
      'Enregistré comme run.json, ml-emissions estimate run.json --receipt affiche la même chose.',
  },
  files: {
    label: 'Télécharger',
    csv: 'CSV',
    json: 'JSON',
    ndjson: 'NDJSON',
    of: (what, format) => `${what} en ${format}`,
  },
  privacy:
    'Les chiffres viennent de la commande qui sert cette page, sur cette machine. Rien n’est envoyé nulle part.',
  meaning: {
    title: 'Ce que veulent dire les mots',
    list: [
      [
        'Groupe',
        'des calculs qui ont quelque chose en commun : une personne, un projet, une sorte de puce. Un clic montre ses seuls calculs ; le bouton de retour en fait sortir.',
      ],
      [
        'Intervalle',
        'le vrai chiffre s’y trouve neuf fois sur dix. Il est large là où la puissance des puces n’a pas été mesurée. Ce qui diffère d’un calcul à l’autre se compense dans une somme ; ce que tous partagent, comme le réseau électrique, ne se compense pas.',
      ],
      [
        'Mesuré',
        'la part de l’énergie qui repose sur un compteur ou sur la puissance mesurée des puces ; le reste est ce que de telles puces consomment d’habitude.',
      ],
      [
        'Chiffre central',
        'le chiffre de l’intervalle qui est aussi probablement trop haut que trop bas. Les images à nombreuses cases ne montrent que lui.',
      ],
    ],
  },
};
