import ts from 'typescript';

/** The source with one small change. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** What was changed into what. */
  readonly what: string;
  readonly source: string;
}

const { SyntaxKind } = ts;

const OPERATORS: Partial<Record<ts.SyntaxKind, readonly string[]>> = {
  [SyntaxKind.PlusToken]: ['-'],
  [SyntaxKind.MinusToken]: ['+'],
  [SyntaxKind.AsteriskToken]: ['/'],
  [SyntaxKind.SlashToken]: ['*'],
  [SyntaxKind.PercentToken]: ['*'],
  [SyntaxKind.AsteriskAsteriskToken]: ['*'],
  [SyntaxKind.LessThanToken]: ['<=', '>='],
  [SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [SyntaxKind.BarBarToken]: ['&&'],
  [SyntaxKind.PlusEqualsToken]: ['-='],
  [SyntaxKind.MinusEqualsToken]: ['+='],
  [SyntaxKind.AsteriskEqualsToken]: ['/='],
  [SyntaxKind.SlashEqualsToken]: ['*='],
};

/** Ids of defaults, names of steps, fields: one word with a dot, a hyphen or a slash in it. */
const ID = /^[\w/-]*[./-][\w./-]*$/;

type Change = readonly [from: ts.Node, to: string];

/**
 * Every small change of a source: operators, conditions, constants, ids, either side of `??`, calls left out of lists.
 *
 * @param file its name
 * @param source its text
 */
export function mutantsOf(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node))
      return;
    if (ts.isTypeAliasDeclaration(node) || ts.isExportDeclaration(node)) return;
    // An error tells people what went wrong; its words are no behaviour.
    if (ts.isThrowStatement(node)) return;
    for (const [from, to] of changesOf(node)) {
      const [start, end] = [from.getStart(tree), from.getEnd()];
      const shown = (text: string) => text.replace(/\s+/g, ' ').slice(0, 60);
      mutants.push({
        file,
        line: tree.getLineAndCharacterOfPosition(start).line + 1,
        what: `${shown(from.getText(tree))} -> ${shown(to)}`,
        source: source.slice(0, start) + to + source.slice(end),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return mutants;
}

function changesOf(node: ts.Node): readonly Change[] {
  if (ts.isBinaryExpression(node)) return ofOperator(node);
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return negated(node.expression);
  if (ts.isConditionalExpression(node)) return negated(node.condition);
  if (ts.isPrefixUnaryExpression(node)) {
    const isSign = [SyntaxKind.MinusToken, SyntaxKind.ExclamationToken].includes(node.operator);
    return isSign ? [[node, node.operand.getText()]] : [];
  }
  if (ts.isNumericLiteral(node)) return ofNumber(node);
  if (ts.isStringLiteral(node)) return ID.test(node.text) ? [[node, `'${node.text}?'`]] : [];
  if (ts.isTemplateExpression(node)) {
    const { head } = node;
    return ID.test(head.text) ? [[head, head.getText().replace('${', '?${')]] : [];
  }
  if (ts.isArrayLiteralExpression(node)) return leftOut(node);
  return [];
}

function ofOperator(node: ts.BinaryExpression): readonly Change[] {
  const { operatorToken, left, right } = node;
  if (operatorToken.kind === SyntaxKind.QuestionQuestionToken) {
    return [
      [node, left.getText()],
      [node, `(${right.getText()})`],
    ];
  }
  return (OPERATORS[operatorToken.kind] ?? []).map((to) => [operatorToken, to]);
}

/** A single comparison is turned by its operator already. */
function negated(condition: ts.Expression): readonly Change[] {
  if (ts.isBinaryExpression(condition) && OPERATORS[condition.operatorToken.kind]) {
    const { kind } = condition.operatorToken;
    const isJoined = kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken;
    if (!isJoined) return [];
  }
  if (ts.isPrefixUnaryExpression(condition)) return [];
  return [[condition, `!(${condition.getText()})`]];
}

function ofNumber(node: ts.NumericLiteral): readonly Change[] {
  const value = Number(node.text.replaceAll('_', ''));
  if (value === 0) return [[node, '1']];
  if (value === 1) return [[node, '0']];
  return [
    [node, '0'],
    [node, `(-${node.getText()})`],
  ];
}

/** Calls and spreads in a list, each left out. */
function leftOut(node: ts.ArrayLiteralExpression): readonly Change[] {
  return node.elements.flatMap((one): readonly Change[] =>
    ts.isCallExpression(one) || ts.isSpreadElement(one) ? [[one, '...[]']] : [],
  );
}
