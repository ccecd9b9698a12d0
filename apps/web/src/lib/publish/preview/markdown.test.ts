import { expect, test } from 'vitest';
import { markdownShown } from './markdown.ts';

test('the front matter stands apart, headings go one down, comments are not shown', () => {
  expect(markdownShown('---\na: 1\n---\n## Title\n\n<!-- ml-emissions:1:x -->\n')).toEqual({
    front: 'a: 1\n',
    html: '<h3>Title</h3>',
  });
});

test('a table scrolls in itself', () => {
  const { html } = markdownShown('| item | |\n| --- | --- |\n| a \\| b | 1 |\n');
  expect(html).toContain('tabindex="0"');
  expect(html).toContain('<tr><td>a | b</td><td>1</td></tr>');
});

test('names of a file are no markup, and lead nowhere', () => {
  const { html } = markdownShown(
    '<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](https://example.org/#1.x_y_z)',
  );
  expect(html).not.toMatch(/<img|javascript/);
  expect(html).toContain('<a href="https://example.org/#1.x_y_z" rel="noreferrer">b</a>');
});
