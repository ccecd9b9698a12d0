import { expect, test } from 'vitest';
import { command } from './testing.ts';

test('a named site: its row, what is chosen for it and the sources of both', async () => {
  const { exit, out } = await command(['show', 'jean-zay']);
  expect(exit).toBe(0);
  expect(out).toMatch(/^site Jean Zay\n/);
  expect(out).toContain('chosenPue (1)\n    value 1.2');
  expect(out).toContain('published for Jean Zay');
  expect(out).toContain('luccioni-2023: Estimating the carbon footprint of BLOOM');
  expect(out).not.toContain('[object');
});

test('a service that does not tell where it runs says so', async () => {
  const { out } = await command(['show', 'colab']);
  expect(out).toContain('where Google Colab runs is not told');
});

test('a name that a site and a provider share shows both', async () => {
  const { out } = await command(['show', 'runpod', '--json']);
  const kinds = JSON.parse(out).map(({ kind }: { readonly kind: string }) => kind);
  expect(kinds).toEqual(['site', 'provider']);
});
