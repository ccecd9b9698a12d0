import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMATS } from '../../packages/report/src/index.ts';

const HEAD = [
  '| `--format` | what it is | what it holds | form | file | type | `verify` |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

/** The table of docs/reports.md, a row a format. */
function table(): string {
  const rows = Object.values(FORMATS).map(
    ({ name, title, about, options, standard, extension, mediaType, hasTrailer }) => {
      const more = Object.entries(options).map(
        ([option, meaning]) => `\`--${option}\`: ${meaning}`,
      );
      const form = standard ? [standard.name, standard.version].filter(Boolean).join(' ') : '';
      const cells = [
        `\`${name}\``,
        title,
        [about, ...more].join('; '),
        form,
        `.${extension}`,
        mediaType,
        hasTrailer ? 'yes' : '',
      ];
      return `| ${cells.join(' | ')} |`;
    },
  );
  return [...HEAD, ...rows].join('\n');
}

// Where this fails, the table that it expects is the one to write down.
test('the table of the reports is that of their records', () => {
  const docs = readFileSync('docs/reports.md', 'utf8');
  const [written] = /^\| `--format`[\s\S]*?(?=\n\n)/m.exec(docs) ?? [];
  expect(written).toBe(table());
});
