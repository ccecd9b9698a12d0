import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

// Of these the language fixes every bit (ECMA-262, section 21.3, says of all others "implementation-approximated").
const EXACT = new Set(
  ['abs', 'ceil', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'].concat(
    ['LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2', 'E'],
  ),
);

/** Rooms that figures come through. */
const ROOMS = ['model', 'schema', 'rates', 'calculator'];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/test(ing)?\.ts$/.test(path))
    .map((path) => join(folder, path));
}

/** Where a source asks the engine for what engines compute each in their own way. */
function asked(path: string, text = readFileSync(path, 'utf8')): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const isPower =
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken;
    const isOther =
      ts.isPropertyAccessExpression(node) &&
      node.expression.getText(file) === 'Math' &&
      !EXACT.has(node.name.text);
    if (isPower || isOther) found.push(`${path}: ${node.getText(file)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test('no figure depends on the engine: @ml-emissions/model has exp, ln, pow, … that do not', () => {
  const files = ROOMS.flatMap((room) => sources(`packages/${room}/src`));
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap((path) => asked(path))).toEqual([]);
});

test('what is looked for is found', () => {
  expect(asked('x.ts', 'Math.exp(1) + Math.sqrt(2) + Math.hypot(3, x ** 2)')).toHaveLength(3);
});
