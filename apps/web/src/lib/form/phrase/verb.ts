import { type Found, type Said, takeAll, whole } from './rest.ts';

/** What a text says was done: trained, being trained or to be so, put to use. */
export type VerbSaid = 'trained' | 'train' | 'plan' | 'serve';
/** What kind of model or code it was done with. */
export type KindSaid = 'llm' | 'vision' | 'recommender' | 'hpc';

const TRAIN = '(?:pre-?|re-?|pr[ée]-?|r[ée]-?)?(?:train|entra[iî]n)';
const FORMS: readonly (readonly [RegExp, VerbSaid])[] = [
  [
    new RegExp(
      `${whole('will|shall|going|plan(?:s|ned|ning)?|intend(?:s|ing)?|want|vais|va|allons|prévo(?:is|it|yons|yez)|comptons|compte|voulons|veux|planifi\\p{L}*')}(?:\\s+(?:to|de|d'|be|à))*`,
      'giu',
    ),
    'plan',
  ],
  [
    new RegExp(
      whole(
        'serv(?:ed?|es|ing|is?|ies?|ons|ent|ir|ait)|sers|sert|deploy(?:ed|s|ing|ment)?|déplo(?:yé(?:e|s|es)?|yons|ie|yer|iement)|inf[ée]rences?|generat(?:ed?|es|ing)|génér(?:é(?:e|s|es)?|ons|er|e)',
      ),
      'giu',
    ),
    'serve',
  ],
  [new RegExp(whole(`${TRAIN}(?:er)?`), 'giu'), 'train'],
  [
    new RegExp(whole(`${TRAIN}(?:ed|ing|s|é(?:e|s|es)?|ons|ent|e|ait|aient|ements?|ant)`), 'giu'),
    'trained',
  ],
];
const TUNED = new RegExp(
  whole('fine[\\s-]?tun(?:ed?|es|ing|é(?:e|s|es)?|er)|affin(?:é(?:e|s|es)?|age|ons|er|e)'),
  'giu',
);

/** All that a text says was done, in its order. */
export function verbsIn(rest: string): Found<VerbSaid> {
  let left = rest;
  const all: Said<VerbSaid>[] = [];
  for (const [form, verb] of FORMS) {
    const { rest: after, found } = takeAll(left, form, () => verb);
    left = after;
    all.push(...found);
  }
  return { rest: left, found: all.toSorted((a, b) => a.at - b.at) };
}

/** Where a text says that a model was fine-tuned. */
export const tunedIn = (rest: string): Found<true> => takeAll(rest, TUNED, () => true);

const KINDS: readonly (readonly [RegExp, KindSaid])[] = [
  [
    new RegExp(
      whole(
        '(?:large\\s+|small\\s+)?language\\s+model(?:l?ing|s)?|[ls]lms?|(?:grands?\\s+|petits?\\s+)?modèles?\\s+de\\s+lang(?:ue|age)s?',
      ),
      'giu',
    ),
    'llm',
  ],
  [
    new RegExp(
      whole(
        "(?:computer\\s+)?vision\\s+(?:models?|transformers?|networks?)|computer\\s+vision|image\\s+(?:classif\\p{L}+|models?|segmentation)|object\\s+detect\\p{L}+|modèles?\\s+de\\s+vision|vision\\s+par\\s+ordinateur|classification\\s+d'images",
      ),
      'giu',
    ),
    'vision',
  ],
  [
    new RegExp(
      whole(
        'recommend(?:er|ation)s?(?:\\s+(?:systems?|models?))?|recommandeurs?|(?:modèle|système)s?\\s+de\\s+recommandation',
      ),
      'giu',
    ),
    'recommender',
  ],
  [
    new RegExp(
      whole(
        'scientific\\s+(?:code|computing|simulations?)|simulations?|(?:code|calcul)s?\\s+scientifiques?',
      ),
      'giu',
    ),
    'hpc',
  ],
];

/** A model that reads both is of neither kind. */
const BOTH = new RegExp(whole('vision[\\s-]langu?age\\s+models?|VLMs?'), 'giu');
/** Families of models whose kind everybody knows by their name; the name itself has no field. */
const FAMILIES: readonly (readonly [RegExp, KindSaid])[] = [
  [
    /(?<!\p{L})(?:(?:chat)?gpt|\p{L}*bert|\p{L}*llama|mi[sx]tral|qwen|gemma|deepseek|t5)(?!\p{L})/iu,
    'llm',
  ],
  [
    /(?<!\p{L})(?:\p{L}*resnet|vit|yolo|efficientnet|convnext|mobilenet|u-?net|vgg)(?!\p{L})/iu,
    'vision',
  ],
];

/** The kind of model that a text names; by a family where it names none. */
export function kindsIn(rest: string): Found<KindSaid> {
  let left = rest;
  const all: Said<KindSaid>[] = [];
  for (const [form, kind] of BOTH.test(rest) ? [] : KINDS) {
    const { rest: after, found } = takeAll(left, form, () => kind);
    left = after;
    all.push(...found);
  }
  BOTH.lastIndex = 0;
  return { rest: left, found: all.toSorted((a, b) => a.at - b.at) };
}

/** The kind by the name of a family, where all of those agree. */
export function familyIn(text: string): KindSaid | null {
  const kinds = FAMILIES.filter(([form]) => form.test(text)).map(([, kind]) => kind);
  return kinds.length === 1 ? (kinds[0] ?? null) : null;
}
