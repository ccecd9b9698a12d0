import { Buffer } from 'node:buffer';
import type { LanguageCode } from './http/language.ts';

/** What was asked: its answer hangs on nothing else. */
export interface Question {
  readonly url: string;
  readonly language: LanguageCode;
  readonly bytes: Buffer;
  /** A number that hardly two questions share. */
  readonly mark: number;
}

/** Answers by what was asked, the newest of them, up to so many characters. */
export interface AnswerCache {
  readonly get: (asked: Question) => string | undefined;
  readonly set: (asked: Question, answer: string) => void;
}

interface Kept {
  readonly asked: Question;
  readonly answer: string;
}

/** Longer questions are seldom asked again. */
const LONGEST_BODY = 4000;
/** So many questions are remembered by their marks. */
const MARKS = 4096;

/**
 * A cache that lets go of what was not asked for longest. The same question always has the same answer, so that nothing
 * in it can be out of date.
 *
 * An answer is kept from the second time on that it is asked for: most are asked for once, and keeping them all took
 * longer than working out the short ones.
 *
 * @param most characters of all answers
 */
export function createAnswerCache(most: number): AnswerCache {
  const kept = new Map<number, Kept>();
  const marks = new Uint32Array(MARKS);
  let size = 0;
  const drop = (mark: number, { answer, asked }: Kept) => {
    kept.delete(mark);
    size -= answer.length + asked.bytes.length;
  };
  return {
    get(asked) {
      const { mark } = asked;
      const found = kept.get(mark);
      if (!found || !isSame(found.asked, asked)) return undefined;
      kept.delete(mark);
      kept.set(mark, found);
      return found.answer;
    },
    set(asked, answer) {
      const { bytes, mark } = asked;
      if (bytes.length > LONGEST_BODY || answer.length > most / 2) return;
      const isFirst = marks[mark % MARKS] !== mark;
      marks[mark % MARKS] = mark;
      if (isFirst) return;
      const before = kept.get(mark);
      if (before) drop(mark, before);
      // Of what came over the wire a copy: it lies in a larger piece that would be kept with it.
      kept.set(mark, { asked: { ...asked, bytes: Buffer.from(bytes) }, answer });
      size += answer.length + bytes.length;
      for (const [oldest, one] of kept) {
        if (size <= most) break;
        drop(oldest, one);
      }
    },
  };
}

const isSame = (one: Question, other: Question): boolean =>
  one.url === other.url && one.language === other.language && one.bytes.equals(other.bytes);

const FIRST_MARK = 0x811c9dc5;
const FACTOR = 0x01000193;

/** A question with its mark (FNV-1a). */
export function questionOf(url: string, language: LanguageCode, bytes: Buffer): Question {
  let mark = language === 'fr' ? ~FIRST_MARK : FIRST_MARK;
  for (let at = 0; at < url.length; at++) mark = Math.imul(mark ^ url.charCodeAt(at), FACTOR);
  const end = Math.min(bytes.length, LONGEST_BODY);
  for (let at = 0; at < end; at++) mark = Math.imul(mark ^ (bytes[at] as number), FACTOR);
  return { url, language, bytes, mark: mark >>> 0 };
}
