// Failures that do not reach the caller, or reach it as something else: swallowed, wrapped, replaced.
import { types as t } from "@babel/core";
import { isTask } from "./calls.ts";
import { asyncEntry, entryAt, expression, type Operator, statements } from "./operator.ts";

/** The whole body in a `try`, with this in its `catch`. */
export function caught(name: string, misconception: string, handler: string): Operator {
  return {
    name,
    misconception,
    *mutate(path) {
      const entry = entryAt(path);
      if (!entry) return;
      yield asyncEntry(entry, (body) => {
        const clause = t.catchClause(t.identifier("error"), t.blockStatement(statements(handler)));
        return [t.tryStatement(body, clause)];
      });
    },
  };
}

export const errorOperators: Operator[] = [
  caught("catch-and-log", "swallowed-error", "console.error(error);"),
  {
    name: "catch-each-call",
    misconception: "swallowed-error",
    *mutate(path) {
      if (isTask(path)) yield expression("%%call%%.catch(() => undefined)", { call: t.cloneNode(path.node) });
    },
  },
  {
    name: "log-for-throw",
    misconception: "swallowed-error",
    *mutate(path) {
      const { node } = path;
      if (!t.isThrowStatement(node) || !t.isIdentifier(node.argument)) return;
      if (path.scope.getBinding(node.argument.name)?.kind !== "let") return;
      yield statements("console.error(%%error%%);", { error: t.cloneNode(node.argument) })[0]!;
    },
  },
  caught("throw-with-cause", "wrapped-error", 'throw new Error("It failed", { cause: error });'),
  caught("throw-copy", "wrapped-error", "throw new Error(error?.message);"),
  caught(
    "throw-unless-error",
    "wrapped-error",
    "throw error instanceof Error ? error : new Error(String(error));",
  ),
  {
    name: "reject-with-cause",
    misconception: "wrapped-error",
    *mutate({ node }) {
      if (!t.isCallExpression(node) || !t.isIdentifier(node.callee, { name: "reject" })) return;
      const [reason] = node.arguments;
      if (t.isIdentifier(reason) || t.isMemberExpression(reason))
        yield expression('reject(new Error("It failed", { cause: %%reason%% }))', {
          reason: t.cloneNode(reason),
        });
    },
  },
  caught("throw-new", "generic-error", 'throw new Error("Something went wrong");'),
  {
    name: "plain-error",
    misconception: "generic-error",
    *mutate({ node }) {
      if (!t.isNewExpression(node) || !t.isIdentifier(node.callee) || node.callee.name === "Error") return;
      if (!/(Error|Exception)$/.test(node.callee.name)) return;
      yield t.newExpression(
        t.identifier("Error"),
        node.arguments.slice(0, 1).map((each) => t.cloneNode(each)),
      );
    },
  },
  {
    name: "reason-of-its-own",
    misconception: "generic-error",
    *mutate({ node, parent }) {
      if (t.isAssignmentExpression(parent) && parent.left === node) return;
      if (t.isMemberExpression(node) && t.isIdentifier(node.property, { name: "reason" }) && !node.computed)
        yield expression('new Error("It was aborted")');
    },
  },
];
