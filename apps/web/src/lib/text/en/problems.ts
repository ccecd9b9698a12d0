/** English words on what is wrong in a field: they come with the first fault. Another language is a file of the same shape. */
export const words = {
  /** What an empty field asks for. */
  ask: {
    count: 'Enter how many chips.',
    accelerator: 'Choose the hardware.',
    cpu: 'Choose a processor, such as EPYC 7742.',
    chipName: 'Give your chip a name.',
    chipTdpW: 'Enter the rated power of your chip in watts.',
    instance: 'Choose the type of instance.',
    slice: 'Enter a slice, such as v3-256.',
    hours: 'Enter the hours, such as 36 or 2d4h.',
    region: 'Choose a region.',
    zone: 'Choose a country or a grid.',
    namedSite: 'Choose a research computer or a service.',
    intensity: 'Enter the g CO2e/kWh of your electricity.',
    unitName: 'Say what it makes or serves, such as image.',
    unitCount: 'Say how many.',
  },
  askFor: (label: string) => `Missing: ${label}.`,
  of: {
    conflict: (_: string, message: string) => message,
    'not-in-method': (_: string, message: string) => message,
    'too-long': () => 'This is too long.',
    'control-character': () => 'This holds invisible characters.',
    'no-tdp': (text: string) =>
      `The rated power of “${text}” is not known: choose “your own chip” and enter it.`,
    'no-intensity': (text: string) => `No carbon intensity is known for “${text}”: enter one.`,
  } as Readonly<Record<string, (text: string, message: string) => string>>,
  ambiguous: (text: string) => `“${text}” may be several things.`,
  unknown: (text: string) => `Nothing here is called “${text}”.`,
  misfit: (text: string, expected: string) =>
    `${text ? `“${text}”` : 'What the file says'} does not fit here${expected && `: ${expected}`}.`,
  above: (least: string) => `a number above ${least}`,
  from: (least: string) => `a number from ${least} up`,
  atMost: (most: string) => `, at most ${most}`,
  /** How else it can be written, by the kind of number. */
  forms: {
    amount: ', alone or as low..value..high',
    duration: ', such as 36, 2d4h or 30..36..50',
    share: ', such as 0.4 or 40 %',
  },
  tooLarge: 'This number is too large.',
  rangeOrder: 'low..value..high in rising order, as 250..320..410',
  perhapsOne: 'Did you mean one of these?',
  perhaps: (names: string) => `Did you mean ${names}?`,
};
