import { expect, test } from 'vitest';
import { publicAddress } from './site.ts';

const at = (address: string) => publicAddress(new URL(address), '/tool/');

test('the address of a host that others reach is where its first page stands', () => {
  expect(at('https://example.org/tool/publish/?a=1#b')).toBe('https://example.org/tool/');
  expect(at('http://10.0.0.7:4173/tool/')).toBe('http://10.0.0.7:4173/tool/');
});

test('nobody else reaches one’s own machine', () => {
  for (const host of ['localhost:4173', '127.0.0.1', 'a.localhost', '[::1]:80'])
    expect(at(`http://${host}/tool/`), host).toBeNull();
});
