import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const LIB = new URL('../', import.meta.url).pathname;
const components = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.svelte'),
);

test('every table says what it is of, to whoever hears it', () => {
  const tables = components.flatMap((file) =>
    [...readFileSync(`${LIB}${file}`, 'utf8').matchAll(/<table\b([^>]*)>\s*(<caption\b)?/g)].map(
      ([, attributes = '', caption]) => ({
        file,
        isNamed: /aria-label=/.test(attributes) || caption,
      }),
    ),
  );
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter(({ isNamed }) => !isNamed)).toEqual([]);
});
