import {
  amountText,
  energyText,
  isToDirect,
  massText,
  type Sentences,
  short,
  words,
} from '../language.ts';
import { stepName } from '../step-name.ts';

const SLIPS = {
  't-for-g': 't pris pour g',
  'too-low': 'mille fois trop peu : t pour kg, ou kg pour g',
  'too-high': 'mille fois trop : g pour kg, ou kg pour t',
  'g-for-t': 'g pris pour t',
} as const;

/** Ranges that may be given, by their field; each member of a list is `*`. */
const RANGES: Readonly<Record<string, string>> = {
  '/hardware/*/count': 'nombre de puces',
  '/hardware/*/powerW': 'puissance moyenne d’une puce',
  '/hardware/*/utilisation': 'puissance moyenne / puissance nominale',
  '/hardware/*/powerLimitW': 'limite de puissance d’une puce',
  '/hardware/*/accelerator/tdpW': 'puissance nominale d’une puce',
  '/hardware/*/accelerator/embodiedKgCo2e': 'fabrication d’une puce',
  '/model/parameters': 'paramètres du modèle',
  '/model/activeParameters': 'paramètres utilisés par jeton',
  '/model/trainedParameters': 'paramètres entraînés',
  '/model/tokens': 'jetons',
  '/model/samples': 'exemples',
  '/model/forwardFlopPerSample': 'FLOP d’un passage avant',
  '/model/flop': 'FLOP du calcul',
  '/mfu': 'MFU',
  '/tokensPerSecondPerAccelerator': 'jetons par seconde et par puce',
  '/samplesPerSecondPerAccelerator': 'exemples par seconde et par puce',
  '/batchSize': 'échantillons à la fois par puce',
  '/service/requests': 'requêtes',
  '/service/outputTokens': 'jetons écrits',
  '/service/images': 'images',
  '/service/videoSeconds': 'secondes de vidéo',
  '/service/queries': 'questions',
  '/service/inputTokensPerRequest': 'jetons lus par requête',
  '/service/outputTokensPerRequest': 'jetons écrits par requête',
  '/service/concurrency': 'requêtes à la fois',
  '/service/tokensPerSecond': 'jetons par seconde',
  '/service/utilisation': 'part du temps au travail',
  '/service/imageWidthPx': 'largeur d’une image',
  '/service/imageHeightPx': 'hauteur d’une image',
  '/service/steps': 'étapes de diffusion',
  '/service/framesPerSecond': 'images par seconde',
  '/hours': 'heures',
  '/deviceHours': 'heures-puces',
  '/energyKwh': 'énergie mesurée',
  '/host/powerW': 'puissance de l’hôte',
  '/host/utilisation': 'charge des processeurs',
  '/host/memoryGb': 'mémoire de l’hôte',
  '/overheadFactor': 'pertes d’alimentation et ventilateurs',
  '/pue': 'PUE',
  '/wueLPerKwh': 'eau utilisée sur place',
  '/gridWaterLPerKwh': 'eau des centrales électriques',
  '/repeats': 'nombre de fois qu’il a tourné',
  '/development/trials': 'essais d’une recherche',
  '/development/trialShare': 'part d’un calcul que prend un essai',
  '/development/ablations': 'ablations',
  '/development/failed': 'calculs échoués',
  '/idle/hours': 'heures réservées mais inactives',
  '/idle/powerW': 'puissance d’une puce inactive',
  '/embodied/serviceLifeYears': 'durée de vie du matériel',
  '/embodied/averageUse': 'part de sa vie en service',
  '/embodied/kgCo2ePerChip': 'fabrication d’une puce',
  '/carbonIntensityGPerKwh': 'intensité carbone',
  '/marketBasedIntensityGPerKwh': 'intensité fondée sur le marché',
};

/** What a region that cannot be used is. */
const STATUSES: Readonly<Record<string, string>> = {
  closed: 'fermée',
  announced: 'annoncée, pas encore ouverte',
};

/** A deviation is known to no more. */
const BOUNDARIES = {
  direct: 'seulement ce que les centrales émettent, Scope 2',
  lifecycle: 'le cycle de vie de l’électricité, Scope 2 et Scope 3, catégorie 3',
  'with-manufacture': 'aussi la fabrication',
} as const;

const OF_SOME = {
  embodied: 'la fabrication n’est comptée que pour une partie, et le total de même',
  'ghg-protocol': 'le Scope 2 et le Scope 3, catégorie 3 ne sont pas distingués partout',
  'water-on-site': 'l’eau sur place n’est pas connue partout',
  'water-of-the-grid': 'l’eau des centrales n’est pas connue partout',
} as const;

const DIGITS = 4;

/** What stands around the figures: what was assumed, what is worth knowing, what a comparison or a check found. */
export const answers = {
  assumed: ({ step, value, gsd, gsdUp, ofExcess, what }, language) => {
    const number = (value: number) => language.number(Number(value.toPrecision(DIGITS)));
    const sides =
      gsd === null ? '' : gsdUp ? ` ÷ ${number(gsd)} × ${number(gsdUp)}` : ` ×/÷ ${number(gsd)}`;
    const spread = `${sides}${sides && ofExcess ? ' de ce qui dépasse 1' : ''}`;
    return `${stepName(step, language)} : ${number(value)}${spread} (${words(what, language)})`;
  },
  'meter-saw-machine': 'le compteur est supposé avoir vu la machine entière, à la prise',
  'stands-in-own-cluster': 'la machine est supposée être dans une grappe à vous',
  'stands-in-desktop':
    'des pièces faites pour des ordinateurs de bureau sont supposées être dans l’un d’eux (sinon, indiquez le type de site)',
  'stands-in-laptop':
    'des pièces faites pour des portables sont supposées être dans l’un d’eux (sinon, indiquez le type de site)',
  'stands-with-owner':
    'un appareil de périphérie est supposé être chez son propriétaire, non dans une salle de serveurs (sinon, indiquez le type de site)',
  'stands-at-desk-or-in-room':
    'la machine est supposée être à un bureau ou dans une salle de serveurs : l’intervalle de son PUE contient les deux (indiquez le type de site)',
  'run-is-of-now': 'le calcul est supposé d’aujourd’hui : les chiffres les plus récents sont pris',

  'settle-power': 'mesurez la puissance moyenne des puces',
  'settle-metering': 'mesurez les puces plus longtemps ou mieux',
  'settle-energy': 'prenez un meilleur compteur',
  'settle-count': 'dites combien de puces',
  'settle-hours': 'dites combien de temps cela a duré',
  'settle-repeats': 'comptez combien de fois il a tourné',
  'settle-idle': 'dites combien de temps il est resté inactif, et à quelle puissance',
  'settle-host': 'mesurez l’hôte, ou nommez son processeur et sa mémoire',
  'settle-cpu': 'mesurez l’hôte, ou dites si tous les cœurs ou quelques-uns travaillaient',
  'settle-nodes': 'dites dans combien de serveurs sont les puces',
  'settle-memory': 'dites combien de mémoire a l’hôte',
  'settle-at-wall': 'mesurez la machine entière à la prise',
  'settle-pue': 'demandez son PUE au centre de données',
  'settle-intensity': 'prenez l’intensité du réseau au moment du calcul',
  'settle-contract': 'demandez le contrat derrière ce chiffre',
  'settle-life': 'dites combien de temps le matériel est gardé',
  'settle-use': 'dites quelle part de sa vie le matériel est en service',
  'settle-wue': 'demandez son WUE au centre de données',
  'settle-otherwise': 'trouvez un meilleur chiffre',

  'read-in-part': ({ text, name, dropped }) =>
    `« ${text} » est pris pour ${name}${dropped.length > 0 ? ` ; non utilisé : ${dropped.join(', ')}` : ''}`,
  'read-as-processor': ({ text, processor }) =>
    `« ${text} » est le processeur ${processor}, pris pour celui de l’hôte`,
  'read-as-chips': ({ text, chip, count }, { number }) =>
    `« ${text} » est compté comme ${number(short(count))} × ${chip}`,
  'read-as': ({ text, taken, unit }, { number, unit: unitIn }) =>
    `« ${text} » est lu comme ${[amountText(taken, number), unitIn(unit)].filter(Boolean).join(' ')}`,
  'ambiguous-accelerator': ({ text, names }) => mayBe(text, names),
  'ambiguous-cpu': ({ text, names }) => mayBe(text, names),
  'instance-ambiguous': ({ instance, names }) =>
    `${instance} peut avoir ces puces : ${names.join(', ')} ; la première est prise`,
  'power-unlikely': ({ chip, powerW, tdpW, slip, meantW }, { number }) => {
    const is = `${number(powerW)} W pour un ${chip} de ${number(tdpW)} W`;
    if (slip === 'kilowatts')
      return `${is} : peut-être des kW, soit ${number(short(meantW ?? 0))} W`;
    if (slip === 'all-chips')
      return `${is} : peut-être toutes les puces ensemble, soit ${number(short(meantW ?? 0))} W chacune`;
    return `${is} dépasse sa limite`;
  },
  'limit-below-rest': ({ chip, powerLimitW, restW, meantW }, { number }) => {
    const meant = meantW === null ? '' : ` ; s’il s’agit de kW, donnez ${number(short(meantW))} W`;
    return `une limite de ${number(powerLimitW)} W est sous ce que ${chip} consomme au repos, environ ${number(short(restW))} W : aucune puce ne la tient${meant}`;
  },
  'limit-above-rating': ({ chip, powerLimitW, highestW, meantW }, { number }) => {
    const meant =
      meantW === null
        ? ''
        : ` ; si c’est celle de toutes les puces ensemble, donnez ${number(short(meantW))} W, celle d’une seule`;
    return `une limite de ${number(powerLimitW)} W dépasse les ${number(highestW)} W que ${chip} a au plus pour puissance nominale${meant}`;
  },
  'power-below-rest': ({ chip, powerW, restW }, { number }) =>
    `${number(short(powerW))} W en moyenne, c’est bien moins que les ${number(short(restW))} W environ qu’une puce ${chip} consomme sans rien faire : indiquez la puissance moyenne d’une puce sur toute la durée`,
  'limit-exceeded': ({ chip, meanW, powerLimitW }, { number }) =>
    `${number(short(meanW))} W en moyenne dépassent la limite de ${number(powerLimitW)} W d’un ${chip} : l’un des deux est faux ; la puissance est prise comme mesurée`,
  'work-against-phase': ({ phase, work }) =>
    `l’étape est « ${phase} » et le travail « ${work} » : la puissance usuelle suit le travail, les rapports suivent l’étape ; accordez-les`,
  'energy-against-power': ({ energyKwh, chipsKwh }, { number }) =>
    `${number(energyKwh)} kWh ont été mesurés, mais à la puissance mesurée les puces seules ont consommé ${number(short(chipsKwh))} kWh ; l’énergie mesurée est retenue`,
  'energy-unlikely': ({ energyKwh, mostKwh, meantKwh, meantUnit }, { number }) => {
    const meant =
      meantUnit === null
        ? ''
        : ` ; peut-être ${number(energyKwh)} ${meantUnit}, soit ${number(short(meantKwh ?? 0))} kWh`;
    return `${number(energyKwh)} kWh dépassent ce que le matériel peut consommer dans ce temps, ${number(short(mostKwh))} kWh au plus${meant}`;
  },
  'energy-below-rest': ({ energyKwh, restKwh, meantKwh, meantUnit }, { number }) => {
    const meant =
      meantUnit === null
        ? ''
        : ` ; peut-être ${number(energyKwh)} ${meantUnit}, soit ${number(short(meantKwh ?? 0))} kWh`;
    return `${number(energyKwh)} kWh, c’est bien moins que ce que les puces consomment dans ce temps sans rien faire, environ ${number(short(restKwh))} kWh${meant}`;
  },
  'intensity-unlikely': ({ gPerKwh, meantGPerKwh }, { number }) =>
    meantGPerKwh === null
      ? `${number(gPerKwh)} g/kWh est hors de ce que les réseaux émettent sur leur cycle de vie`
      : `${number(gPerKwh)} g/kWh est moins que tout réseau : peut-être des kg, soit ${number(short(meantGPerKwh))} g/kWh`,
  'nodes-exceed-chips': ({ nodes, chips, meantChips }, { number }) =>
    `${number(nodes)} nœuds pour ${number(chips)} ${chips < 2 ? 'puce' : 'puces'} : le nombre est celui de tous les nœuds ; peut-être ${number(meantChips)}`,
  'year-before-chip': ({ chip, year, chipYear }) =>
    `le calcul est de ${year}, et ${chip} de ${chipYear}`,
  'hours-disagree': ({ hours, betweenHours }, { number }) =>
    `${number(short(hours))} heures sont dites, et ${number(short(betweenHours))} séparent début et fin ; les heures sont prises`,
  'memory-not-used': ({ gb }, { number }) =>
    `${number(gb)} Go de mémoire ne sont pas comptés seuls : nommez le processeur avec eux ; l’hôte usuel a la sienne`,
  'cores-of-several': ({ cpu, cores, each, threads }, { number }) => {
    const many = number(short(cores / each));
    const perhaps =
      threads !== null && cores <= threads
        ? ` ; s’il s’agit de fils d’calcul, donnez ${number(Math.ceil((cores * each) / threads))} cœurs`
        : '';
    return `${number(cores)} cœurs comptent pour ${many} ${cpu} de ${number(each)} cœurs${perhaps}`;
  },
  'power-not-used': ({ method }) => `${method} ne lit pas la puissance mesurée, ni une limite`,
  'tdp-varies': ({ chip, tdpW, lowW, highW }, { number }) =>
    `${chip} : ${number(tdpW)} W sont pris, mais des chiffres de ${number(lowW)} à ${number(highW)} W ont cours`,
  'tdp-unsure': ({ chip, confidence }) =>
    confidence === 'derived'
      ? `le TDP de ${chip} est déduit, non publié`
      : `le TDP de ${chip} n’a pas été relu à la source`,
  'host-not-used': ({ method }) =>
    method === null
      ? 'sans heures, la puissance de l’hôte ne dit rien, et n’est pas comptée'
      : `${method} ne compte pas l’hôte donné`,
  'range-lopsided': ({ path }) => {
    const field = path.replaceAll(/\/\d+(?=\/|$)/g, '/*');
    return `l’intervalle donné (${RANGES[field] ?? path.slice(1)}) est plus large d’un côté ; sa plus grande largeur est prise des deux côtés`;
  },
  'region-not-open': ({ region, status }) => `${region} est ${STATUSES[status] ?? status}`,
  'intensity-doubtful':
    'l’intensité de ce lieu est douteuse : elle remplace une mesure, dépasse ce que permettent ses combustibles ou est loin d’une autre source',
  'intensity-converted': ({ what }, language) =>
    isToDirect(what)
      ? `aucun chiffre direct de cette année n’est connu ici : ${words(what, language)}`
      : `aucun chiffre sur le cycle de vie n’est connu ici : ${words(what, language)}`,
  'scope-not-known': ({ scope }) =>
    `rien ne dit si cette intensité est ${scope === 'direct' ? 'directe' : 'sur le cycle de vie'} ; elle est prise telle quelle`,
  'intensity-coarse':
    'aucun chiffre n’est connu pour ce lieu ; celui d’une zone plus grande est pris',
  'place-not-known': ({ site }) =>
    `où tourne ${site} n’est pas dit : le chiffre du monde est pris, avec une plage aussi large que l’écart entre les régions des clouds`,
  'intensity-later': ({ year }) =>
    `le chiffre le plus ancien pour ce lieu est de ${year}, après le calcul`,
  'intensity-old': ({ year }) => `le chiffre le plus récent pour ce lieu est de ${year}`,
  'load-not-told':
    'aucune puce n’est nommée, et rien ne dit si tous les cœurs ou quelques-uns travaillent : indiquez la charge des processeurs (--cpu-utilisation 1 pour tous, 0.1 pour un sur dix)',
  'pue-doubtful':
    'le PUE de ce lieu est un chiffre de conception, ou douteux pour une autre raison',
  'development-not-counted':
    'seuls les calculs finaux sont dans la liste ; ajoutez les essais, les échecs et les recherches, ou dites qu’elle est complète',
  'methods-mixed': ({ methods }) =>
    `les entraînements sont comptés par plusieurs méthodes (${methods.join(', ')}), qui ne laissent pas de côté les mêmes choses : leur somme mêle des grandeurs différentes`,
  'known-for-some': ({ figure, known, runs }, { number }) =>
    `${OF_SOME[figure]} (connu pour ${number(known)} sur ${number(runs)})`,

  'within-range': ({ lowKg, highKg }, { number }) =>
    lowKg === null || highKg === null
      ? 'le chiffre ne peut être exclu : il est à moins d’un facteur deux de l’estimation, qui n’a pas d’intervalle'
      : `le chiffre est dans l’intervalle à 90 % de l’estimation, de ${massText(lowKg, number)} à ${massText(highKg, number)}`,
  'no-input-explains':
    'mais il faudrait que plusieurs données soient fausses à la fois : aucune ne peut être seule ce que le chiffre suppose',
  'fits-boundary': ({ boundary, lowKg, highKg }, { number }) =>
    `le chiffre conviendrait s’il compte ${BOUNDARIES[boundary]} : de ${massText(lowKg, number)} à ${massText(highKg, number)} (intervalle à 90 %)`,
  'claim-rounded': ({ lowKg, highKg }, { number }) =>
    `les chiffres écrits valent de ${massText(lowKg, number)} à ${massText(highKg, number)}, et une partie en convient`,
  'repeats-a-method': ({ method }) =>
    `le chiffre est celui que donne ${method}${method === 'full' ? '' : ' ; comparez les méthodes pour voir ce qu’elle omet'}`,
  'count-forgotten': ({ chips }, { number }) =>
    `multiplié par ${number(chips)} puces, le chiffre convient : leur nombre a pu être oublié`,
  'unit-slip': ({ slip }) => `le chiffre peut se tromper d’unité : ${SLIPS[slip]}`,
  'slips-together': ({ chips, slip, method, sitePowerW }, { number }) => {
    const slips = [
      ...(chips === null ? [] : [`le nombre de ${number(chips)} puces a été oublié`]),
      ...(slip === null ? [] : [`l’unité est fausse (${SLIPS[slip]})`]),
      ...(sitePowerW === null
        ? []
        : [`une puce a été prise à ${number(sitePowerW)} W, comme dans la table du site de 2019`]),
    ];
    const then =
      method === null ? 'le chiffre convient' : `le chiffre est celui que donne ${method}`;
    return `${then} si ${slips.join(' et si ')}`;
  },
  'intensity-implausible': ({ gPerKwh, low, high }, { number }) =>
    `pour que le réseau seul l’explique, il devrait émettre ${number(short(gPerKwh))} g/kWh ; les réseaux y vont de ${number(short(low))} à ${number(short(high))}`,
  'power-implausible': ({ powerW, tdpW }, { number }) =>
    `pour que la puissance seule l’explique, chaque puce de ${number(short(tdpW))} W devrait consommer ${number(short(powerW))} W, hôte et bâtiment compris`,
  'count-implausible': ({ count, chips }, { number }) =>
    `il faudrait au plus ${number(short(count))} puce, moins d’une ; ${number(chips)} ${chips < 2 ? 'est donnée' : 'sont données'}`,
  'inputs-differ': ({ gPerKwh, takenGPerKwh, energyKwh, takenEnergyKwh }, { number }) =>
    `il faudrait un réseau à ${number(short(gPerKwh))} g/kWh au lieu de ${number(short(takenGPerKwh))}, ou ${energyText(energyKwh, number)} d’électricité au lieu de ${energyText(takenEnergyKwh, number)}`,
  'out-of-range': ({ ratio }, { number }) =>
    ratio === null
      ? 'l’estimation est 0, et le chiffre ne l’est pas'
      : `le chiffre est ${number(short(ratio))} fois l’estimation, hors de son intervalle à 90 %, et aucune erreur habituelle ne l’explique`,

  'average-not-marginal':
    'Ce sont des moyennes de toute la production : un calcul déplacé est servi par une production ajoutée, marginale, et là où beaucoup se déplacent le gain est moindre.',
  'other-accelerators': 'd’autres puces',
  'same-hours': 'les mêmes heures à une autre puissance moyenne',
  'power-not-known': 'sa puissance n’est pas connue',
  'tdp-not-published': 'son TDP n’est pas publié',
  'no-intensity': 'aucune intensité carbone n’en est connue',
  'other-regions': 'régions',
  'no-region-left': 'il n’en reste aucune qui soit ouverte à tous',
  'offered-not-known': 'on ne sait pas qui la propose ; aucune région n’est écartée',
  'offered-by': ({ providers, notKnown }) => {
    const by =
      providers.length === 0
        ? 'aucun fournisseur des tables ne la propose'
        : `proposée par ${providers.join(', ')} ; dans quelles régions, on ne le sait pas`;
    return notKnown.length === 0
      ? by
      : `${by} ; on ne le sait pas de ${notKnown.join(', ')}, dont les machines ne sont pas dans les tables`;
  },
  'no-common-precision': 'aucune précision dont le pic soit connu pour les deux',
  'no-single-chip': 'le calcul n’a pas de puce, ou en a de plusieurs sortes',
  'no-time-to-scale': 'le calcul donne une énergie et aucune durée à transposer',
  'scaled-by-peak': (
    { precision, therePrecision, hereTflops, thereTflops, scale, lessMemory },
    { number },
  ) => {
    const memory = lessMemory
      ? ` ; moins de mémoire, ${number(lessMemory.thereGb)} Go sur ${number(lessMemory.hereGb)} : le calcul peut ne pas tenir`
      : '';
    const other = therePrecision === precision ? '' : ` en ${therePrecision}`;
    return `${precision} : ${number(hereTflops)} contre ${number(thereTflops)} TFLOP/s${other}, durée × ${number(short(scale))}${memory}`;
  },
  'percent-of-tdp': ({ percent }, { number }) => `${number(percent)} % du TDP`,
  'times-run': ({ times }, { number }) => `${number(times)} fois`,
} satisfies Partial<Sentences>;

const mayBe = (text: string, names: readonly string[]): string =>
  `« ${text} » peut désigner ceci : ${names.join(', ')} ; le chiffre est le même, le premier est montré`;
