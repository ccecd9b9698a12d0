import type { Said } from '@ml-emissions/calculator';
import { english, words } from '@ml-emissions/words';
import { french } from '@ml-emissions/words/fr';
import type { LanguageCode } from './http/language.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isCode = (value: unknown): value is Said =>
  isObject(value) && typeof value.code === 'string' && !('said' in value);

/**
 * An answer with its sentences in a language. Each English sentence of an answer stands beside its code: what is that
 * sentence is replaced, and names and notes of the tables stay as they are.
 *
 * @param answer anything that is answered; it is not changed
 */
export function inLanguage(answer: unknown, language: LanguageCode): unknown {
  return language === 'en' ? answer : inFrench(answer);
}

function inFrench(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFrench);
  if (!isObject(value) || isCode(value)) return value;
  const { said, assumed, assumptions, rounded } = value;
  const told: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    told[name] = typeof part === 'string' ? sentence(name, part, said, rounded) : inFrench(part);
  }
  if (Array.isArray(assumed) && Array.isArray(assumptions)) {
    told.assumptions = assumed.map((one) => words(one, french));
  }
  return told;
}

function sentence(name: string, text: string, said: unknown, rounded: unknown): string {
  const code = name === 'formula' ? rounded : isCode(said) ? said : isObject(said) && said[name];
  return isCode(code) && words(code, english) === text ? words(code, french) : text;
}
