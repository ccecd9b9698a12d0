import ts from 'typescript';

/** What a file imports, in whatever way. */
export interface Imports {
  /** The modules that it names. */
  readonly from: readonly string[];
  /** What may load a module that no import names. */
  readonly hidden: readonly string[];
}

const LOADERS = new Set(['require', 'createRequire', 'getBuiltinModule', 'importScripts']);
const LOADERS_OF_META = new Set(['glob', 'resolve']);
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
  const source = ts.createSourceFile(`${file}.ts`, code, ts.ScriptTarget.Latest);
  const from = source.referencedFiles.map(({ fileName }) => fileName);
  const hidden: string[] = [];
  const visit = (node: ts.Node): void => {
    const named = moduleIn(node);
    if (named && ts.isStringLiteralLike(named)) from.push(named.text);
    else if (named) hidden.push('import() of what is no plain text');
    const loader = loaderIn(node);
    if (loader !== null) hidden.push(loader);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { from, hidden };
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
