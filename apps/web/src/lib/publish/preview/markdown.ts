import { xml } from '@ml-emissions/report';
import { Marked } from 'marked';

/** A heading of a report stands below those of the page. */
const LEVEL_DOWN = 1;

const reader = new Marked({
  renderer: {
    // Raw HTML of a report is a comment: nothing of it is shown.
    html: () => '',
    heading({ tokens, depth }) {
      const level = depth + LEVEL_DOWN;
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      return /^https?:/.test(href) ? `<a href="${xml(href)}" rel="noreferrer">${text}</a>` : text;
    },
    // A wide table scrolls in itself, by keyboard too.
    table({ header, rows }) {
      const line = (cells: typeof header, tag: string) =>
        `<tr>${cells
          .map(({ tokens, text }) => {
            // A header without a word is none.
            const kind = text === '' ? 'td' : tag;
            return `<${kind}>${this.parser.parseInline(tokens)}</${kind}>`;
          })
          .join('')}</tr>`;
      const head = header.some(({ text }) => text !== '') ? line(header, 'th') : '';
      return `<div class="wide-table" tabindex="0"><table class="table small"><thead>${head}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table></div>`;
    },
  },
});

/** A report in Markdown, as pages show it: its front matter apart. */
export interface Shown {
  readonly front: string;
  readonly html: string;
}

/**
 * @param source of a report
 */
export function markdownShown(source: string): Shown {
  const [whole = '', front = ''] = /^---\n([\s\S]*?)---\n/.exec(source) ?? [];
  return { front, html: reader.parse(source.slice(whole.length), { async: false }) };
}
