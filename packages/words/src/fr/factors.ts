import type { MachineKind, Scenario, SiteKind, WorkKind } from '@ml-emissions/model';
import { joined, type Sentences, short, words } from '../language.ts';
import { large, largeOf } from './large.ts';

const MACHINES: Readonly<Record<MachineKind, string>> = {
  desktop: 'un ordinateur de bureau',
  laptop: 'un ordinateur portable',
  server: 'un serveur',
  'server-without-accelerators': 'un serveur sans ses puces',
  machine: 'une machine',
};

const OF_MACHINES: Readonly<Record<MachineKind, string>> = {
  desktop: 'de l’ordinateur de bureau',
  laptop: 'de l’ordinateur portable',
  server: 'du serveur',
  'server-without-accelerators': 'du serveur sans ses puces',
  machine: 'de la machine',
};

const WORKS: Readonly<Record<WorkKind, string>> = {
  'llm-training': 'l’entraînement de modèles de langue',
  'llm-fine-tuning': 'l’affinage de modèles de langue',
  'vision-training': 'l’entraînement en vision',
  'recommender-training': 'l’entraînement en recommandation',
  'llm-inference': 'l’inférence de modèles de langue',
  'vision-inference': 'l’inférence en vision',
  inference: 'une inférence d’un autre type',
  hpc: 'le calcul scientifique',
  other: 'un autre travail',
};

const SITES: Readonly<Record<SiteKind, string>> = {
  hyperscale: 'un centre hyperscale',
  cloud: 'un centre de cloud',
  colocation: 'un centre en colocation',
  'own-cluster': 'une grappe d’université ou d’entreprise',
  desktop: 'un ordinateur de bureau',
  laptop: 'un ordinateur portable',
};

/** The periods of published figures, by the words of the table. */
const PERIODS: Readonly<Record<string, string>> = {
  'calendar-year': 'année civile',
  'fiscal-year': 'exercice fiscal',
  'latest-quarter': 'dernier trimestre',
  'trailing-twelve-months': 'douze derniers mois',
  'document-revision': 'date du document',
  'survey-year': 'année de l’enquête',
  design: 'conception, avant l’ouverture',
};

/** How numbers came to be, and what they are of. */
const SCENARIO: Readonly<Record<Scenario | 'untold', string>> = {
  'single-stream': 'une requête à la fois',
  'multi-stream': 'quelques requêtes à la fois',
  server: 'requêtes par lots',
  offline: 'requêtes par lots',
  untold: 'd’une requête à la fois jusqu’aux lots',
};

export const factors = {
  quoted: ({ text }) => text,
  machine: ({ machine }) => MACHINES[machine],

  tdp: 'TDP',
  'tdp-given': 'TDP donné',
  'as-given': 'valeur donnée',
  'mean-as-measured': 'moyenne mesurée',
  'mean-over-tdp': 'puissance moyenne / TDP',
  'idle-of-model': 'au repos',
  'own-computer': 'ordinateur personnel',
  'no-pue-in-edition': 'cette édition n’a pas de PUE',
  'pue-of-own-servers': 'PUE de serveurs à soi',
  'desk-or-room': 'entre le PUE d’un bureau et celui d’une salle de serveurs',
  'pue-not-known': 'PUE là où il n’est pas connu',
  'water-of-power-plants':
    'consommation des centrales ; une valeur usuelle, les réseaux diffèrent beaucoup',
  'water-of-plants-in': ({ zone }) =>
    `consommation des centrales, ${zone}, évaporation des barrages comprise`,
  'usual-chip-made': 'fabrication habituelle d’une puce sans chiffre propre',
  'usual-service-life': 'durée de vie habituelle',
  'usual-average-use': 'part habituelle de sa vie en service',
  'server-lifespan': 'durée de vie d’un serveur',
  'time-reserved': 'temps réservé / durée de vie',
  'server-made': 'fabrication du serveur',
  'four-years': 'quatre ans',
  'usual-while-feeding': 'habituel quand les puces font le travail',
  'usual-while-working': 'habituel quand le processeur fait le travail ; sa charge n’est pas dite',
  'host-as-given': 'toute la machine sauf ses puces, valeur donnée',
  'idle-host-over-busy': 'hôte inactif / hôte en charge',
  'host-over-accelerators': 'hôte et pertes / énergie des puces',
  'servers-of-card': 'part habituelle d’un serveur par carte',
  'rest-over-components': 'carte mère, disques, réseau et pertes / énergie des composants',
  'rest-over-host': 'carte mère, disques, réseau et pertes / hôte entier',
  'virtual-processor-at-full-use': 'un processeur virtuel à pleine charge',
  'share-by-load': 'part du TDP : 0,1 + 0,9 × charge³',
  'share-of-unknown-load': 'part du TDP là où la charge n’est pas connue',
  'threads-of-instance': 'threads de l’instance',
  'one-thread': 'un thread',
  'processor-not-known': 'processeur inconnu',
  'host-of-chip': 'hôte d’une puce',
  'host-of-chip-over-tdp': 'hôte d’une puce / son TDP',

  'of-chip': ({ chip, what }, language) => joined([chip, words(what, language)], ' ; '),
  'share-of-tdp': ({ share, tdpW }, { number }) => `${number(share)} d’un TDP de ${number(tdpW)} W`,
  'usual-for-work': ({ work, scenario }) =>
    `habituel pour ${work === null ? 'un travail non précisé' : WORKS[work]}${scenario === undefined ? '' : `, ${SCENARIO[scenario ?? 'untold']}`}`,
  'by-size-of-model': ({ parameters, batch, fitted }, { number }) =>
    `habituel pour entraîner ${largeOf(parameters, 'paramètres', number)}, ${batch === null ? 'lot non indiqué' : `${number(batch)} échantillons à la fois par puce`}${fitted ? ` ; mesuré de ${large(fitted.least, number)} à ${largeOf(fitted.most, 'paramètres', number)}` : ''}`,
  'cut-by-limit': ({ usual, share, powerLimitW }, language) => {
    const { number } = language;
    return `${words(usual, language)} : ${number(share)}, limité par les ${number(powerLimitW)} W fixés`;
  },
  'less-on-nodes': ({ usual, share, nodes, doubling }, language) => {
    const { number } = language;
    return `${words(usual, language)} : ${number(share)}, moins sur ${number(nodes)} serveurs (× ${number(doubling)} par doublement)`;
  },
  'raised-to-idle': ({ usual, share, idleW }, language) => {
    const { number } = language;
    return `${words(usual, language)} : ${number(short(share))}, porté aux ${number(short(idleW))} W d’une puce sans travail`;
  },
  default: ({ id }) => `valeur par défaut ${id}`,
  'made-of-chip': ({ chip }) => `fabrication : ${chip}`,
  'made-of-machine': ({ machine }) => `fabrication : ${MACHINES[machine]}`,
  'losses-of': ({ machine }) => `pertes d’alimentation et ventilateurs : ${MACHINES[machine]}`,
  'usual-machine': ({ machine }) => `${MACHINES[machine]} habituel, sans ses puces`,
  'rest-of': ({ machine }) => `le reste ${OF_MACHINES[machine]}`,
  'usual-for-site': ({ site }) => `habituel pour ${SITES[site]}`,
  'mean-of-sites': ({ sites, low, high }, { number }) =>
    `moyenne de ${number(sites)} sites, de ${number(low)} à ${number(high)}`,
  'published-for': ({ place, period }, language) =>
    joined([words(place, language), PERIODS[period] ?? period], ', '),
  'published-for-site': ({ site }) => `publié pour ${site}`,
  'pue-of-provider': ({ provider }) => `PUE de ${provider}`,
  'between-rest-and-full': ({ chip, minW, maxW, use }, { number }) =>
    `${chip} : ${number(minW)} W au repos, ${number(maxW)} W à pleine charge, pris à ${number(use)} de l’intervalle`,
  'at-use': ({ use }, { number }) => `à une charge de ${number(use)}`,
  'memory-of-size': ({ gb }, { number }) => `mémoire de ${number(gb)} Go`,
  'memory-of-instance': ({ instance }) => `mémoire de ${instance}`,
  'memory-for-cores': ({ gbEach, cores }, { number }) =>
    `${number(gbEach)} Go pour chacun des ${number(cores)} cœurs`,
  'over-usual-power': ({ watts }, { number }) =>
    `aussi longtemps que dure l’énergie mesurée aux ${number(watts)} W habituels de ce que voit le compteur`,
  'memory-power-at': ({ gb }, { number }) =>
    `puissance usuelle d’un Go dans un serveur de ${number(gb)} Go ; de grands modules consomment à peine plus que de petits`,
  'share-at-load': ({ percent }, { number }) =>
    `part de la pleine puissance à ${number(percent)} % de charge`,
  'between-tdp-and-turbo': ({ tdpW, turboW }, { number }) =>
    `entre son TDP de ${number(tdpW)} W et sa limite turbo de ${number(turboW)} W`,
  'cores-of': ({ cores, all }, { number }) => `${number(cores)} cœurs sur ${number(all)}`,
  'tdp-over-threads': ({ cpu, tdpW, threads }, { number }) =>
    `${cpu} : ${number(tdpW)} W pour ${number(threads)} threads`,
  'one-of-processors': ({ cpus, lowW, highW }, { number }) =>
    `moyenne des processeurs possibles, de ${number(lowW)} à ${number(highW)} W par processeur virtuel : ${cpus.join(', ')}`,

  'providers-own-figure': 'le chiffre du fournisseur',
  lifecycle: 'cycle de vie',
  direct: 'émissions directes',
  'one-source': 'une seule source pour cette zone et cette année',
  'usual-variation': 'variation habituelle des réseaux',
  grid: ({ place, scope, basis }, language) => {
    const of = basis === 'consumption' ? 'consommation' : basis;
    return joined([words(place, language), words(scope, language), of], ', ');
  },
  'to-direct': ({ gPerKwh, factor }, { number }) =>
    `${number(gPerKwh)} g/kWh sur le cycle de vie × ${number(short(factor))} pour le direct`,
  'upstream-of': ({ directGPerKwh, lifecycleGPerKwh }, { number }) =>
    `1 moins ${number(short(directGPerKwh))} en direct sur ${number(short(lifecycleGPerKwh))} g/kWh sur le cycle de vie`,
  'to-lifecycle': ({ gPerKwh, factor }, { number }) =>
    `${number(gPerKwh)} g/kWh en direct × ${number(short(factor))} pour le cycle de vie`,
  'other-source': ({ gPerKwh, sourceId, scope }, { number }) =>
    `${number(gPerKwh)} g/kWh${scope === 'direct' ? ' directs' : scope ? ' sur le cycle de vie' : ''} selon ${sourceId}`,
  'years-between': ({ years }, { number }) =>
    `${number(years)} ${years === 1 ? 'an' : 'ans'} entre le chiffre et le calcul`,
  'several-areas': ({ zone }) => `${zone} a plusieurs réseaux`,
  'state-production': ({ zone }) =>
    `${zone} dépend de plusieurs réseaux ; le chiffre est celui de ses propres centrales`,
  'country-sources': ({ zone, gPerKwh, otherGPerKwh, sourceId }, { number }) =>
    `une seule source pour cette zone et cette année ; pour ${zone}, ${number(otherGPerKwh)} g/kWh selon ${sourceId} à côté de ${number(gPerKwh)}`,
  'perhaps-on': ({ zones, lowGPerKwh, highGPerKwh }, { number }) =>
    `il se peut que le courant vienne de ${zones.join(' ou ')} : de ${number(short(lowGPerKwh))} à ${number(short(highGPerKwh))} g/kWh`,
  'hourly-data': ({ year }) => `données horaires de ${year}`,
} satisfies Partial<Sentences>;
