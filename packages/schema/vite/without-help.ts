import type { Plugin } from 'vite';

const FIELDS = /\/packages\/schema\/src\/fields\/\w+\.ts$/;
/** What the command's help, the API's document and the JSON Schemas say of a field: a page has its own words. */
const HELP: readonly string[] = ['about', 'flag', 'help'];

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Property extends Node {
  readonly key: Node & { readonly name?: string };
  readonly value: Node;
}

const isHelp = (node: Node): node is Property =>
  node.type === 'Property' && HELP.includes((node as Property).key.name ?? '');

/** Every node of a tree, whichever of its fields holds it. */
function* nodesOf(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && 'start' in node) yield node as Node;
  for (const part of Object.values(node)) yield* nodesOf(part);
}

/** Takes out of a page's build what the table of fields says for help: 3 kB of the first load, gzipped. */
export function withoutHelp(): Plugin {
  return {
    name: 'ml-emissions-without-help',
    apply: 'build',
    transform(code, id) {
      if (!FIELDS.test(id.replaceAll('\\', '/'))) return undefined;
      return { code: cut(code, this.parse(code)), map: null };
    },
  };
}

/** A file of fields without its help. */
export function cut(code: string, tree: unknown): string {
  let text = code;
  const found = [...nodesOf(tree)].filter(isHelp);
  for (const { start, end } of found.toSorted((a, b) => b.start - a.start)) {
    const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
    text = text.slice(0, start) + text.slice(end + comma);
  }
  return text;
}
