// What an operator is: one way in which students get a right answer wrong, as a change of its syntax tree.
import { type NodePath, types as t, template } from "@babel/core";

export interface Operator {
  name: string;
  /** What the feedback on what it makes should name. */
  misconception: string;
  /** What may stand instead of this node, each a program of its own; nothing where the operator does not apply. */
  mutate(path: NodePath): Iterable<t.Node>;
}

export type Entry = t.FunctionDeclaration | t.ClassMethod | t.ArrowFunctionExpression;

/** The node if a caller gets a promise of it: an exported function, or a public method of an exported class. */
export function entryAt(path: NodePath): Entry | undefined {
  const { node, parentPath } = path;
  if (t.isFunctionDeclaration(node) && t.isExportNamedDeclaration(parentPath?.node)) return promising(node);
  if (t.isClassMethod(node) && node.kind === "method" && !node.static) return promising(node);
  const isExported = t.isExportNamedDeclaration(parentPath?.parentPath?.parent);
  return t.isArrowFunctionExpression(node) && isExported ? promising(node) : undefined;
}

function promising<Node extends Entry>(node: Node): Node | undefined {
  if (node.generator) return undefined;
  const type = t.isTSTypeAnnotation(node.returnType) ? node.returnType.typeAnnotation : undefined;
  const named = t.isTSTypeReference(type) && t.isIdentifier(type.typeName, { name: "Promise" });
  return node.async || named ? node : undefined;
}

/** A copy of an entry as an async function whose body `change` makes of its own. */
export function asyncEntry<Node extends Entry>(
  node: Node,
  change: (body: t.BlockStatement) => t.Statement[],
): Node {
  const copy = t.cloneNode(node, true);
  const body = t.isBlockStatement(copy.body) ? copy.body : t.blockStatement([t.returnStatement(copy.body)]);
  copy.async = true;
  awaitReturns(body);
  copy.body = t.blockStatement(change(body));
  return copy;
}

/** Without `await`, what is returned rejects outside of a `try`. */
function awaitReturns(body: t.BlockStatement): void {
  t.traverseFast(body, (node) => {
    if (t.isFunction(node) || t.isClass(node)) return t.traverseFast.skip;
    if (t.isReturnStatement(node) && node.argument && !t.isAwaitExpression(node.argument))
      node.argument = t.awaitExpression(node.argument);
    return undefined;
  });
}

const SYNTAX = { plugins: ["typescript" as const], syntacticPlaceholders: true };

/** The statements of a piece of TypeScript; `%%name%%` stands for the part of that name. */
export function statements(code: string, parts: Record<string, t.Node | t.Node[]> = {}): t.Statement[] {
  return template.statements(code, SYNTAX)(parts as never);
}

export function expression(code: string, parts: Record<string, t.Node | t.Node[]> = {}): t.Expression {
  return template.expression(code, SYNTAX)(parts as never);
}

/** Whether anything in the node's own function waits: not what is in functions inside it. */
export function waits(node: t.Node): boolean {
  let found = false;
  t.traverseFast(node, (inner) => {
    if (inner !== node && t.isFunction(inner)) return t.traverseFast.skip;
    found ||= t.isAwaitExpression(inner) || (t.isForOfStatement(inner) && inner.await);
    return undefined;
  });
  return found;
}
