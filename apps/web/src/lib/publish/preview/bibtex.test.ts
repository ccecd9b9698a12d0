import { expect, test } from 'vitest';
import { referencesOf } from './bibtex.ts';

test('an entry is a line of a bibliography', () => {
  const text = `@article{a2019,
  title   = {{Some} Title},
  author  = {Lacoste, Alexandre and Luccioni, Alexandra},
  journal = {arXiv preprint arXiv:1910.09700},
  year    = {2019},
  url     = {https://arxiv.org/abs/1910.09700}
}

@misc{tool,
  title  = {{A Tool}, version 1},
  author = {{A Tool developers}},
  year   = {2026},
  note   = {Method full}
}
`;
  expect(referencesOf(text)).toEqual([
    {
      key: 'a2019',
      authors: 'Alexandre Lacoste, Alexandra Luccioni',
      title: 'Some Title',
      rest: ['arXiv preprint arXiv:1910.09700', '2019'],
      url: 'https://arxiv.org/abs/1910.09700',
    },
    {
      key: 'tool',
      authors: 'A Tool developers',
      title: 'A Tool, version 1',
      rest: ['Method full', '2026'],
      url: null,
    },
  ]);
});
