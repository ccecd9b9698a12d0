import type { Problem, ProblemCode } from '@ml-emissions/model';

const SHOWN = 60;

/** What is wrong, by its code: with the value as it was given, and where it stands. */
const SENTENCES: Readonly<Record<ProblemCode, (value: string, at: string) => string>> = {
  missing: (_, at) => `${at} manque`,
  'wrong-type': (value, at) => `${at} : ${value} n’est pas du type attendu`,
  'out-of-range': (value, at) => `${at} : ${value} est hors des valeurs possibles`,
  'too-long': (_, at) => `${at} : c’est trop long`,
  'control-character': (_, at) => `${at} : des caractères invisibles s’y trouvent`,
  malformed: (_, at) => `${at} : cela ne se lit pas`,
  conflict: (_, at) => `${at} : cela ne va pas avec un autre champ`,
  'unknown-field': (_, at) => `${at} : aucun champ ne s’appelle ainsi`,
  'unknown-value': (value, at) => `${at} : ${value} n’est pas l’une des valeurs possibles`,
  'unknown-accelerator': (value) => `aucun accélérateur ne s’appelle ${value}`,
  'ambiguous-accelerator': (value) => `${value} peut être l’un de plusieurs accélérateurs`,
  'unknown-instance': (value) => `aucun type d’instance ne s’appelle ${value}`,
  'ambiguous-instance': (value) => `${value} peut être l’un de plusieurs types d’instance`,
  'unknown-slice': (value) => `aucune tranche de TPU ne s’appelle ${value}`,
  'unknown-cpu': (value) => `aucun processeur ne s’appelle ${value}`,
  'ambiguous-cpu': (value) => `${value} peut être l’un de plusieurs processeurs`,
  'unknown-provider': (value) => `aucun fournisseur ne s’appelle ${value}`,
  'unknown-region': (value) => `aucune région ne s’appelle ${value}`,
  'ambiguous-region': (value) => `${value} peut être l’une de plusieurs régions`,
  'unknown-site': (value) => `aucun site ne s’appelle ${value}`,
  'unknown-zone': (value) => `aucune zone de réseau ne s’appelle ${value}`,
  'unknown-country': (value) => `aucun pays ne s’appelle ${value}`,
  'unknown-edition': (value) => `aucune édition ne s’appelle ${value}`,
  'ambiguous-zone': (value) => `${value} peut être l’une de plusieurs zones de réseau`,
  'no-intensity': (value) => `aucune intensité carbone n’est connue pour ${value}`,
  'no-tdp': (value) => `la puissance nominale de ${value} n’est pas publiée`,
  'not-in-method': (_, at) => `${at} : la méthode choisie n’a pas de réponse à cela`,
};

/**
 * A problem with its message in French. What would be right stays as the contract words it: formats, bounds and names.
 *
 * @example problemInFrench({ code: 'missing', field: '/hours', … }).message // '/hours manque'
 */
export function problemInFrench<One extends Problem>(problem: One): One {
  const { code, field, value } = problem;
  const at = field === '' ? 'l’entrée' : field;
  return { ...problem, message: SENTENCES[code](shown(value, at), at) };
}

function shown(value: unknown, at: string): string {
  if (value === null || value === undefined) return at;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return typeof value === 'string' ? `« ${short} »` : short;
}
