import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { METHODS, PROBLEM_CODES, WARNING_CODES } from '../../packages/model/src/index.ts';

const read = (file: string) => readFileSync(file, 'utf8');

test('every code of a problem and of a warning is explained', () => {
  const docs = read('docs/problems.md');
  for (const code of [...PROBLEM_CODES, ...WARNING_CODES]) expect(docs).toContain(`\`${code}\``);
});

test('every method is described', () => {
  for (const method of METHODS)
    expect(read('docs/method.md')).toMatch(new RegExp(`\\| \`${method}\``));
});

test('every dependency says why it is here', () => {
  const docs = read('docs/dependencies.md');
  for (const file of ['package.json', 'packages/*/package.json', 'apps/*/package.json'].flatMap(
    packages,
  )) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file));
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
      if (name.startsWith('@ml-emissions/')) continue;
      expect(docs, `${name} of ${file}`).toContain(name.replace(/^@sveltejs\/(?!kit)/, ''));
    }
  }
});

function packages(pattern: string): string[] {
  const [folder, rest] = pattern.split('/*/');
  return rest === undefined
    ? [pattern]
    : readdirSync(folder ?? '.').map((room) => `${folder}/${room}/${rest}`);
}
