import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { cut } from '../../packages/schema/vite/without-help.ts';

test('help goes, and nothing else of a field', () => {
  const code = `export const WORK = {
  '/name': { kind: 'text', about: 'name of the run', expected: 'text', flag: \`--name <text>\` },
  '/hours': { about: 'a, b', kind: 'amount', above: 0, help: 'in h', label: 'about' },
};`;
  const left = cut(code, parseAst(code));
  expect(new Function(left.replace('export const WORK =', 'return'))()).toEqual({
    '/name': { kind: 'text', expected: 'text' },
    '/hours': { kind: 'amount', above: 0, label: 'about' },
  });
});
