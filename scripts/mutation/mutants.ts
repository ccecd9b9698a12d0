import ts from 'typescript';

/** One small change of a source. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** What was changed into what. */
  readonly what: string;
  /** The whole source with the change. */
  readonly source: string;
  /**
   * Its place in `switched`; null where it cannot be switched on while the code runs: what is worked out on loading,
   * the name of a property, and the condition of a loop, which may never end.
   */
  readonly id: number | null;
}

/** A source with all its changes in it, each off until `globalThis.mutation.isOn(id)` says otherwise. */
export interface Mutated {
  readonly mutants: readonly Mutant[];
  readonly switched: string;
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
const JOINS = [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken];

/** Ids of defaults, names of steps, fields: one word with a dot, a hyphen or a slash in it. */
const ID = /^[\w/-]*[./-][\w./-]*$/;

/** An expression and what it becomes; `shown` where a part of it says it more shortly. */
interface Change {
  readonly of: ts.Expression;
  readonly to: string;
  readonly shown?: readonly [from: string, to: string];
}

/**
 * Every small change of a source: operators, conditions, constants, ids, either side of `??`, calls left out of lists.
 *
 * @param file its name
 * @param source its text
 * @param firstId where the numbers of switched changes begin
 */
export function mutantsOf(file: string, source: string, firstId = 1): Mutated {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  let id = firstId;

  /** The text of a node with all its changes in it. */
  const rendered = (node: ts.Node): string => {
    if (isOfTypes(node) || ts.isThrowStatement(node)) return node.getText(tree);
    let text = '';
    let at = node.getStart(tree);
    node.forEachChild((child) => {
      text += source.slice(at, child.getStart(tree)) + rendered(child);
      at = child.getEnd();
    });
    text += source.slice(at, node.getEnd());
    for (const change of changesOf(node)) text = noted(change, text);
    return isLoopCondition(node) ? `globalThis.mutation.goesOn() && (${text})` : text;
  };

  const noted = ({ of, to, shown }: Change, text: string): string => {
    const [start, end] = [of.getStart(tree), of.getEnd()];
    const [before, after] = shown ?? [of.getText(tree), to];
    const isSwitched = canBeSwitched(of);
    mutants.push({
      file,
      line: tree.getLineAndCharacterOfPosition(start).line + 1,
      what: `${short(before)} -> ${short(after)}`,
      source: source.slice(0, start) + to + source.slice(end),
      id: isSwitched ? id : null,
    });
    if (!isSwitched) return text;
    const isOn = `globalThis.mutation.isOn(${id++})`;
    if (ts.isArrayLiteralExpression(of.parent) && to === LEFT_OUT) {
      return ts.isSpreadElement(of)
        ? `...(${isOn} ? [] : ${text.slice('...'.length)})`
        : `...(${isOn} ? [] : [${text}])`;
    }
    return `(${isOn} ? (${to}) : ${text})`;
  };

  const statements = tree.statements.map((one) => rendered(one));
  return { mutants, switched: statements.join('\n') };
}

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 60);

function isOfTypes(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  );
}

function isLoopCondition(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isWhileStatement(parent) && parent.expression === node) ||
    (ts.isForStatement(parent) && parent.condition === node)
  );
}

function canBeSwitched(node: ts.Node): boolean {
  // Names of properties are no values.
  const isNamed = ts.isPropertyAssignment(node.parent) || ts.isMethodDeclaration(node.parent);
  if (isNamed && node.parent.name === node) return false;
  if (ts.isBindingElement(node.parent) && node.parent.propertyName === node) return false;
  for (let child = node; ; child = child.parent) {
    const { parent } = child;
    if (!parent) return false;
    if (ts.isFunctionLike(parent)) return true;
    const isLoop =
      (ts.isWhileStatement(parent) && parent.expression === child) ||
      (ts.isForStatement(parent) && parent.statement !== child);
    if (isLoop) return false;
  }
}

function changesOf(node: ts.Node): readonly Change[] {
  const own = ownChanges(node);
  const { parent } = node;
  const isCondition =
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node);
  const isLeftOut =
    ts.isArrayLiteralExpression(parent) && (ts.isCallExpression(node) || ts.isSpreadElement(node));
  return [
    ...own,
    ...(isCondition ? negated(node as ts.Expression) : []),
    ...(isLeftOut ? [{ of: node as ts.Expression, to: LEFT_OUT }] : []),
  ];
}

/** A call or a spread in a list, left out. */
const LEFT_OUT = '...[]';

function ownChanges(node: ts.Node): readonly Change[] {
  if (ts.isBinaryExpression(node)) return ofOperator(node);
  if (ts.isNumericLiteral(node)) return ofNumber(node);
  if (ts.isPrefixUnaryExpression(node)) {
    const isSign = [SyntaxKind.MinusToken, SyntaxKind.ExclamationToken].includes(node.operator);
    return isSign ? [{ of: node, to: node.operand.getText() }] : [];
  }
  if (ts.isStringLiteral(node))
    return ID.test(node.text) ? [{ of: node, to: `'${node.text}?'` }] : [];
  if (ts.isTemplateExpression(node) && ID.test(node.head.text)) {
    const head = node.head.getText();
    const other = head.replace('${', '?${');
    return [{ of: node, to: other + node.getText().slice(head.length), shown: [head, other] }];
  }
  return [];
}

function ofOperator(node: ts.BinaryExpression): readonly Change[] {
  const { operatorToken, left, right } = node;
  if (operatorToken.kind === SyntaxKind.QuestionQuestionToken) {
    return [
      { of: node, to: left.getText() },
      { of: node, to: `(${right.getText()})` },
    ];
  }
  return (OPERATORS[operatorToken.kind] ?? []).map((to) => ({
    of: node,
    to: `(${left.getText()} ${to} ${right.getText()})`,
    shown: [node.getText(), `${left.getText()} ${to} ${right.getText()}`],
  }));
}

/** A single comparison is turned by its operator already, and a negation by its sign. */
function negated(condition: ts.Expression): readonly Change[] {
  if (ts.isPrefixUnaryExpression(condition)) return [];
  if (ts.isBinaryExpression(condition)) {
    const { kind } = condition.operatorToken;
    if (OPERATORS[kind] && !JOINS.includes(kind)) return [];
  }
  return [{ of: condition, to: `!(${condition.getText()})` }];
}

function ofNumber(node: ts.NumericLiteral): readonly Change[] {
  const value = Number(node.text.replaceAll('_', ''));
  if (value === 0) return [{ of: node, to: '1' }];
  if (value === 1) return [{ of: node, to: '0' }];
  return [
    { of: node, to: '0' },
    { of: node, to: `(-${node.getText()})` },
  ];
}
