/** A part of a text that says something, and where it stood. */
export interface Said<T> {
  readonly value: T;
  readonly said: string;
  readonly at: number;
}

/** What stands where a part was taken out: no word goes across it, and all others stay in their places. */
export const TAKEN = '\ue000';

/** What parts of a text say, and the text without them. */
export interface Found<T> {
  readonly rest: string;
  readonly found: readonly Said<T>[];
}

/** The text with a part of it taken out. */
export const without = (rest: string, at: number, length: number): string =>
  rest.slice(0, at) + TAKEN.repeat(length) + rest.slice(at + length);

/** Takes out all that a form finds and a reader can say something of; null of it leaves the text as it is. */
export function takeAll<T>(
  rest: string,
  form: RegExp,
  read: (match: RegExpExecArray) => T | null,
): Found<T> {
  const found: Said<T>[] = [];
  let left = rest;
  for (const match of rest.matchAll(form)) {
    const [said] = match;
    const value = read(match);
    if (value === null) continue;
    found.push({ value, said: said.trim(), at: match.index });
    left = without(left, match.index, said.length);
  }
  return { rest: left, found };
}

/** A word of any language, whole: `\b` knows English letters alone. */
export const whole = (words: string): string =>
  String.raw`(?<![\p{L}\p{N}_])(?:${words})(?![\p{L}\p{N}_])`;

/** Words that join the parts of a sentence, and say nothing alone. */
const JOINING = new RegExp(
  `^(?:${[
    'a an the we i our my it its is are was were be been has have had which that this these and or then so also to from of on in at as by for with using over during within across about around into',
    'run ran runs running used use uses model models job took takes take do did doing',
    "un une le la les l' d' de du des nous j' je on n' s' qu' que qui ai a ont avons avez a été est sont était puis et ou avec sur dans en à au aux chez pour par pendant durant notre nos mon mes ce cette ces il elle modèle modèles",
  ]
    .join(' ')
    .split(' ')
    .join('|')})$`,
  'iu',
);

/** `j'ai`, `d'un` */
const ELIDED = /^(?:[cdjlmnst]|qu)'/i;

/** Whether a word, without the marks around it, only joins others. */
export const isJoining = (word: string): boolean => {
  const own = word.replace(EDGES, '');
  return own === '' || JOINING.test(own) || JOINING.test(own.replace(ELIDED, ''));
};

/** Marks around a word or a name; a minus before a number is none. */
const EDGES = /^(?:[\s,;.:!?()[\]"“”«»*•·–—/&+]|-(?!\d))+|[\s,;.:!?()[\]"“”«»*•·–—/&+-]+$/gu;

/** A part of a text without the marks around it. */
export const bare = (text: string): string => text.replace(EDGES, '');

/** A word where it stands. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

/** The words between two parts that were taken out, for each such piece of the text. */
export function piecesOf(rest: string): Word[][] {
  return [...rest.matchAll(/[^\ue000]+/g)]
    .map(({ 0: piece, index }) =>
      [...piece.matchAll(/\S+/g)].map(({ 0: text, index: at }) => ({ text, at: index + at })),
    )
    .filter((words) => words.length > 0);
}

/** Where a run of words begins and how long it is, without the marks at both ends. */
export function spanOf(
  rest: string,
  words: readonly Word[],
): { readonly at: number; readonly said: string } {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return { at: 0, said: '' };
  const text = rest.slice(first.at, last.at + last.text.length);
  const said = bare(text);
  return { at: first.at + Math.max(0, text.indexOf(said)), said };
}

/** What nobody took, as it was typed: joining words alone say nothing, and none at the end does. */
export function leftOf(rest: string): Said<null>[] {
  return piecesOf(rest).flatMap((words) => {
    const last = words.findLastIndex(({ text }) => !isJoining(text));
    return last < 0 ? [] : [{ value: null, ...spanOf(rest, words.slice(0, last + 1)) }];
  });
}
