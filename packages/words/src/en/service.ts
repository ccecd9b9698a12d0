import type { ServiceDescription, ServiceUnit } from '@ml-emissions/model';
import { type Sentences, short } from '../language.ts';
import { large } from './large.ts';

const UNITS: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'tokens written',
  request: 'requests',
  image: 'images',
  'video-second': 'seconds of video',
  query: 'queries',
};

const ONE: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'a token',
  request: 'a request',
  image: 'an image',
  'video-second': 'a second of video',
  query: 'a query',
};

const SIZES: Readonly<Record<NonNullable<ServiceDescription['sizeClass']>, string>> = {
  small: 'small, 3 to 20 billion parameters',
  medium: 'medium, 12 to 70 billion parameters in use for a token',
  large: 'large, 40 to 260 billion parameters in use for a token',
  frontier: 'frontier, 100 to 940 billion parameters in use for a token',
};

/** Models in use. */
export const service = {
  'settle-service':
    'say the metered energy; or the tokens a second that your chips write, with their measured power; or how many requests they have at a time',
  'settle-service-of-batch':
    'say the metered energy; or the tokens a second that your chips write, with their measured power',
  'settle-pictures':
    'say the metered energy; or the hours that your chips work, with their measured power',
  'taken-in-16-bits': 'the model is taken to be in 16 bits (else say the precision)',
  'taken-on-h100':
    'the chips are taken to be as H100 SXM5, and their manufacture is not counted (else name them)',
  'settle-capacity': 'say in which share of the time that they are held the chips work',
  'edition-serves-nothing': 'this edition has no energy of models in use',
  'size-not-told':
    'the parameters of the model are not told; of a model whose makers do not publish them a size class may be guessed',
  'tokens-not-told': 'how many tokens one answer has is not told',
  'chips-not-told': 'the chips that write so many tokens a second, and their number, are not told',
  'speed-beyond-chips': ({ perSecond, most }, { number }) =>
    `${number(short(perSecond))} tokens a second are more than these chips can read and calculate for the model, ${number(short(most))} at most: more chips, fewer parameters or fewer tokens are meant`,
  'served-anew': ({ memory }, { number }) =>
    `worked out anew for it by the size of the model${memory ? `; the weights take ${number(short(memory.neededGb))} GB, ${memory.chipsGb === null ? 'and how much memory the chips have is not known' : `more than the ${number(short(memory.chipsGb))} GB of the chips`}` : ''}`,
  'lacks-answers': 'it needs the tokens that a model in use writes, and the model’s parameters',
  'tokens-by-service': 'as the service tells',
  'chips-by-formula': 'chips, by the active parameters, 64 requests at a time',
  'server-by-formula':
    'the server of the chips for as long as a token takes, 64 requests at a time',
  'made-by-formula': 'chips and server over three years, 64 requests at a time',
  'by-what-it-answers': 'by what the service answers',
  'held-and-idle': 'machines that are held for the service and idle',
  'idle-of-share': 'by the share of time in which the chips work',
  'idle-of-large-service': 'as of a large service',
  'idle-of-service': 'as of a large service, more where chips wait longer',
  served: ({ unit, units, joules, batch, isBatchTold, chips }, { number }) =>
    `${large(units, number)} ${UNITS[unit]} at ${number(short(joules))} J each at the chips: ${batch === null ? '' : `${number(short(batch))} ${batch === 1 ? 'request' : 'requests'} at a time${isBatchTold ? '' : ' (not told)'}, `}${number(chips)} ${chips === 1 ? 'chip' : 'chips'} a copy of the model`,
  'as-long-as-chips-draw': ({ watts }, { number }) =>
    `as long as their energy lasts at the usual ${number(short(watts))} W of one chip`,
  'served-time': ({ units, perSecond }, { number }) =>
    `${large(units, number)} tokens at ${number(short(perSecond))} a second`,
  'copy-too-large': ({ weightsGb, precision, isPrecisionTold, chips, chipsGb }, { number }) =>
    `the weights take ${number(short(weightsGb))} GB in ${precision}${isPrecisionTold ? '' : ' (not told)'}, and ${chips === 1 ? 'the chip that holds them has' : `the ${number(chips)} chips that hold them have`} ${number(short(chipsGb))} GB: more chips or a smaller precision are meant`,
  'chips-too-few': ({ hours, isHeld, chips, neededChips }, { number }) =>
    `${chips === 1 ? 'the chip' : `the ${number(chips)} chips`} would ${isHeld ? 'be held' : 'work'} for ${number(short(hours))} hours to answer what is asked in a year of 8,760: about ${number(neededChips)} such chips are meant, or less is asked`,
  'answers-beyond-chips': ({ perSecond, most }, { number }) =>
    `the tokens in the time that is told are ${number(short(perSecond))} a second, and these chips can read and calculate ${number(short(most))} at most for the model: time, chips, parameters or tokens are meant otherwise`,
  'answers-beyond-energy': ({ joules, least }, { number }) =>
    `the energy is ${number(short(joules))} J a token, and the arithmetic of the model takes ${number(short(least))} J at the least on such chips: energy, parameters or tokens are meant otherwise`,
  'answers-too-cheap': ({ unit, joules, least }, { number }) =>
    `what is told leaves ${number(short(joules))} J at most for ${ONE[unit]}, and a model of this size takes ${number(short(least))} J at the least: time, chips, energy, parameters or how many are meant otherwise`,
  'size-guessed': ({ sizeClass }) =>
    `the size of the model is not published; it is taken as you guess: ${SIZES[sizeClass]}`,
} satisfies Partial<Sentences>;
