import type { Plugin } from 'vite';

/**
 * Each licence of what is built in with all the packages under it, once: sixty small packages of one house have the same.
 *
 * @param fileName of the list that Vite writes
 */
export function licencesOnce(fileName: string): Plugin {
  return {
    name: 'ml-emissions-licences',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const asset = bundle[fileName];
        if (asset?.type !== 'asset') throw new Error(`no ${fileName}`);
        asset.source = grouped(String(asset.source));
      },
    },
  };
}

/** `## NAME - VERSION (LICENCE)` and the text below it, as Vite writes them. */
function grouped(list: string): string {
  const [, ...parts] = list.split(/^## (?=\S+ - \d)/m);
  const byText = new Map<string, string[]>();
  for (const part of parts) {
    const [name = '', ...lines] = part.split('\n');
    const text = lines.join('\n').trim();
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  const groups = [...byText].map(
    ([text, names]) =>
      `## ${names.map((name) => name.replace(' - ', ' ')).join(', ')}\n\n${text}\n`,
  );
  return ['# Licences of what is built in\n', ...groups].join('\n');
}
