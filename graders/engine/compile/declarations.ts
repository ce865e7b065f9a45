// What a file declares with `let`, `const` or `class` at its top: esbuild makes a `var` of it, which can be read too early.
import type { AnyNode, Node } from "acorn";
import type { Position } from "../../trace/plain.ts";

/**
 * `code` with these declarations as `let` again, so that reading one too early throws as it does everywhere; every place
 * stays where it is. `original`: where an offset is in the sources; `textAt`: what is written there.
 */
export function withLexical(
  code: string,
  tree: Node,
  original: (offset: number) => Position | undefined,
  textAt: (place: Position) => string,
): string {
  let result = code;
  for (const statement of topStatements(tree)) {
    if (statement.type !== "VariableDeclaration" || statement.kind !== "var") continue;
    const place = original(statement.start);
    if (!place || !/^(?:let|const|(?:abstract\s+)?class)\b(?!\s+enum\b)/.test(textAt(place))) continue;
    result = `${result.slice(0, statement.start)}let${result.slice(statement.start + "var".length)}`;
  }
  return result;
}

/** The statements of the program's files: in the function that is the program, or in the one that esbuild puts into it. */
function topStatements(tree: Node): AnyNode[] {
  const [outer] = (tree as any).body;
  const statements: AnyNode[] = outer.expression.body.body;
  for (const statement of statements as any[]) {
    const call = statement.declarations?.[0]?.init ?? statement.expression;
    const inner = call?.type === "CallExpression" && call.callee.type === "ArrowFunctionExpression";
    if (inner && call.callee.body.type === "BlockStatement" && call.arguments.length === 0)
      return call.callee.body.body;
  }
  return statements;
}
