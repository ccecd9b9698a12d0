import ts from 'typescript';

/** What a file imports, in whatever way. */
export interface Imports {
  /** The modules that it names. */
  readonly from: readonly string[];
  /** What may load a module that no import names. */
  readonly hidden: readonly string[];
  /** Files that it names from where it stands itself: `new URL(…, import.meta.url)`, workers; null for no plain text. */
  readonly files: readonly (string | null)[];
}

const LOADERS = new Set(['require', 'createRequire', 'getBuiltinModule', 'importScripts']);
const LOADERS_OF_META = new Set(['glob', 'resolve']);
const WORKERS = new Set(['Worker', 'SharedWorker']);
const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Every module that a file names: `import`, `export … from`, `import()`, types alone, `import('…').Type`,
 * `/// <reference>`; and what may load others: `require`, `createRequire`, `import.meta.glob`, an `import()` of what is no
 * plain text.
 *
 * @param file its name; a component is read by its scripts
 * @param text its content
 */
export function importsOf(file: string, text: string): Imports {
  const code = file.endsWith('.svelte') ? scriptsIn(text) : text;
  const source = ts.createSourceFile(
    /\.[jt]sx$/.test(file) ? file : `${file}.ts`,
    code,
    ts.ScriptTarget.Latest,
  );
  const from = source.referencedFiles.map(({ fileName }) => fileName);
  const hidden: string[] = [];
  const files: (string | null)[] = [];
  const visit = (node: ts.Node): void => {
    const named = moduleIn(node);
    if (named && ts.isStringLiteralLike(named)) from.push(named.text);
    else if (named) hidden.push('import() of what is no plain text');
    const loader = loaderIn(node);
    if (loader !== null) hidden.push(loader);
    const address = addressIn(node);
    if (address) files.push(textOf(address));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { from, hidden, files };
}

const scriptsIn = (component: string): string =>
  [...component.matchAll(SCRIPT)].map(([, code]) => code).join('\n');

/** What an import of any kind names. */
function moduleIn(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? (node.arguments[0] ?? node) : undefined;
}

function loaderIn(node: ts.Node): string | null {
  if (ts.isIdentifier(node)) return LOADERS.has(node.text) ? node.text : null;
  if (!ts.isPropertyAccessExpression(node) || !ts.isMetaProperty(node.expression)) return null;
  return LOADERS_OF_META.has(node.name.text) ? `import.meta.${node.name.text}` : null;
}

/** What a new URL is told from the file itself, and what a worker is made of. */
function addressIn(node: ts.Node): ts.Node | undefined {
  if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const { text } = node.expression;
  const [address, base] = node.arguments ?? [];
  if (text === 'URL') return base && isOwnAddress(base) ? address : undefined;
  // That of a URL is seen at the URL.
  const isUrl = address && ts.isNewExpression(address);
  return WORKERS.has(text) && !isUrl ? address : undefined;
}

const isOwnAddress = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) &&
  ts.isMetaProperty(node.expression) &&
  node.name.text === 'url';

/** A plain text, or the folder that a text with something put in is surely in; null for anything else. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  const { text } = node.head;
  return text.includes('/') ? text.slice(0, text.lastIndexOf('/') + 1) : null;
}
