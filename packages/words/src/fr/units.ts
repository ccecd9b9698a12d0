/** Units that are words, and those of bytes; the others are the same in every language. */
export const units: Readonly<Record<string, string>> = {
  chip: 'puce',
  chips: 'puces',
  'chip-hours': 'heures-puces',
  hours: 'heures',
  repeats: 'fois',
  years: 'ans',
  machine: 'machine',
  machines: 'machines',
  server: 'serveur',
  servers: 'serveurs',
  processor: 'processeur',
  processors: 'processeurs',
  threads: 'fils d’exécution',
  GB: 'Go',
  'W/GB': 'W/Go',
  'kWh/GBh': 'kWh/Go/h',
};
