import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = new URL('../../../../../../', import.meta.url).pathname;
const filesIn = (folder: string, end = '.ts') =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end) && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`);
const textOf = (file: string) => readFileSync(`${ROOT}${file}`, 'utf8');

/** Every text of a file, whole or between two insertions. */
function texts(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isImportTypeNode(node)) return;
    // What a text is found by is no text.
    const isKey =
      ts.isPropertyAssignment(node.parent ?? node) &&
      node === (node.parent as ts.PropertyAssignment).name;
    if (isKey) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return found;
}

const NO_BREAK = '\u00a0';
/** A sign that French parts from the word before it; within an address or an example it is none. */
const SIGN = /(?<before>[^:;?!»]?)(?<sign>[:;?!»])(?=[\s».,)…]|$)/gu;

/** What French typography wants otherwise: one space that no line breaks at, before these signs and after «. */
const faults = (text: string): string[] => [
  ...[...text.matchAll(SIGN)]
    .filter(({ groups, index }) => {
      const twice = /\s/.test(text[index - 1] ?? '');
      return groups?.before !== NO_BREAK || twice;
    })
    .map(() => text),
  ...(/«(?!\u00a0\S|\u00a0$)/.test(text) ? [text] : []),
  ...(/(?:\d|^) %/.test(text) ? [text] : []),
];

test('French signs stand one space from their word, and no line breaks there', () => {
  expect(faults('un réseau : 501')).toHaveLength(1);
  expect(faults('un réseau: 501')).toHaveLength(1);
  expect(faults('un réseau  ; 501')).toHaveLength(1);
  expect(faults('« non »')).toHaveLength(2);
  expect(faults('«\u00a0oui\u00a0»\u00a0: 1:30:00, arXiv:1910.09700')).toEqual([]);
  const files = [
    ...filesIn('apps/web/src/lib/text/fr'), // What is wrong in a request is for programs, which may compare it.
    ...filesIn('packages/words/src/fr').filter((file) => !file.endsWith('/problems.ts')),
  ];
  expect(files.length).toBeGreaterThan(25);
  const all = files.flatMap(texts);
  expect(all.length).toBeGreaterThan(1500);
  expect(all.flatMap(faults)).toEqual([]);
});

test('French numbers have a comma, and a narrow space between thousands', () => {
  // `1.0` of a licence is a name, and what is typed after a command is no French.
  const wrong = /(?<![\w.:-])(?!1\.0\b)\d+\.\d|\d[ \u00a0]\d{3}(?!\d)/;
  const isWrong = (text: string) => wrong.test(text.replaceAll(/\(--[^)]*\)/g, ''));
  expect(isWrong('Par exemple 25.6M')).toBe(true);
  expect(isWrong('10\u00a0000 calculs')).toBe(true);
  expect(isWrong('10\u202f000 calculs, 250..320..410, arXiv:1910.09700, ODbL 1.0')).toBe(false);
  const files = [...filesIn('apps/web/src/lib/text/fr'), ...filesIn('packages/words/src/fr')];
  expect(files.flatMap(texts).filter(isWrong)).toEqual([]);
});

test('English signs stand at their word', () => {
  const files = [...filesIn('apps/web/src/lib/text/en'), ...filesIn('packages/words/src/en')];
  expect(files.flatMap(texts).filter((text) => /\s[:;?!](?:\s|$)/.test(text))).toEqual([]);
});

// Between two insertions of a component a sign is of no language: it comes with the words.
test('no component puts a colon or a semicolon between two texts', () => {
  const files = filesIn('apps/web/src/lib', '.svelte');
  expect(files.length).toBeGreaterThan(100);
  const markup = (file: string) =>
    textOf(file).replaceAll(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '');
  expect(files.filter((file) => /\}(?:<\/\w+>)?[:;] ?[{<"]/.test(markup(file)))).toEqual([]);
  const script = (file: string) => textOf(file).match(/<script\b[\s\S]*?<\/script>/)?.[0] ?? '';
  expect(files.filter((file) => /\$\{[^`\n]*\}[:;] [`$]/.test(script(file)))).toEqual([]);
});

/** One thing has one word on all French pages. */
const ONE_WORD: Readonly<Record<string, RegExp>> = {
  'calcul, of a run': /(?<!fils d’)exécution/i,
  'intervalle, of a range': /fourchette/i,
  'reçu, of a receipt': /\bticket/i,
  'opérationnel, of emissions': /d’exploitation/i,
  'votre calcul, of the run in hand': /en main/i,
  'prendre, of a choice': /^(?:l’utiliser|l[ae] prendre)\b/i,
  'affinage, of fine-tuning': /\bajustements?\b/i,
  'en service, of a model that answers': /\ben usage\b/i,
  'heures-puces, of chip-hours': /heures? de puces?/i,
  'cloud, of rented machines': /\bnuages?\b/i,
  'format, of what the Publish page writes': /\b(?:cette|autre) forme\b|\bformulaires\b/i,
};

test.each(Object.entries(ONE_WORD))('%s', (_, other) => {
  const files = [...filesIn('apps/web/src/lib/text/fr'), ...filesIn('packages/words/src/fr')];
  expect(files.flatMap(texts).filter((text) => other.test(text))).toEqual([]);
});
