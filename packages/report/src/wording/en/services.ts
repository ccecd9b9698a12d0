import type { ServiceUnit } from '@ml-emissions/model';

const ANSWERS: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'tokens written',
  request: 'requests',
  image: 'images',
  'video-second': 'seconds of video',
  query: 'queries',
};

/** Models in use. */
export const services = {
  answers: (count: string, use: ServiceUnit) => `${count} ${ANSWERS[use]}`,
  inYear: (answers: string) => `${answers} a year`,
  aYearOf: (answers: string) => `a year of ${answers}`,
  together: (answers: readonly string[]) => answers.join(' and '),
  /** Behind a figure that is of these answers alone. */
  forAnswers: (answers: string) => ` for ${answers}`,
  massFor: (mass: string, answers: string) => `${mass} for ${answers}`,
  ofWhich: (mass: string) => `, of which ${mass}`,
  /** What was assumed of a service, by its name: the words after its number. */
  taken: {
    'output-tokens': 'tokens written',
    'input-tokens': 'tokens read',
    'batch-untold': 'requests at a time',
    'image-side': 'px wide and high',
    'image-steps': 'steps',
    'video-width': 'px wide',
    'video-height': 'px high',
    'video-steps': 'steps',
    'video-frames': 'frames a second',
  } as Readonly<Record<string, string>>,
  chipsOfCopy: (chips: string, isOne: boolean) => `${chips} ${isOne ? 'chip' : 'chips'} a copy`,
  in16Bits: '16 bits',
  asH100: 'chips as H100',
};
