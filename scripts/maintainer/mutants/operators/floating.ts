// Rejections that nobody handles: of promises awaited one after the other, of side branches, of what is forgotten.
import { types as t } from "@babel/core";
import { isTask } from "./calls.ts";
import { expression, type Operator, statements } from "./operator.ts";

const floating = (name: string, mutate: Operator["mutate"]): Operator => ({
  name,
  misconception: "floating-rejection",
  mutate,
});

export const floatingOperators: Operator[] = [
  floating("awaited-in-turn", function* ({ node }) {
    if (t.isCallExpression(node) && t.matchesPattern(node.callee, "Promise.all"))
      yield expression("Array.fromAsync(%%tasks%%)", { tasks: t.cloneNode(node.arguments[0]!) });
  }),
  floating("side-branch", function* (path) {
    if (!path.isProgram()) return;
    const copies: t.Program[] = [];
    path.traverse({
      CallExpression(call) {
        if (!isTask(call)) return;
        const { node } = call;
        call.replaceWith(expression("logged(%%call%%)", { call: t.cloneNode(node) }));
        copies.push(t.cloneNode(path.node, true));
        call.replaceWith(node);
        call.skip();
      },
    });
    for (const copy of copies) {
      copy.body.push(...statements(LOGGED));
      yield copy;
    }
  }),
  floating("no-empty-catch", function* ({ node }) {
    const call = t.isExpressionStatement(node) && node.expression;
    if (!call || !t.isCallExpression(call) || !t.isMemberExpression(call.callee)) return;
    const [handler] = call.arguments;
    const isEmpty = t.isFunction(handler) && t.isBlockStatement(handler.body) && !handler.body.body.length;
    if (isEmpty && t.isIdentifier(call.callee.property, { name: "catch" })) yield t.emptyStatement();
  }),
  floating("no-second-handler", function* ({ node }) {
    if (!t.isCallExpression(node) || !t.isMemberExpression(node.callee) || node.arguments.length !== 2)
      return;
    if (t.isIdentifier(node.callee.property, { name: "then" }))
      yield t.callExpression(t.cloneNode(node.callee), [t.cloneNode(node.arguments[0]!)]);
  }),
];

const LOGGED = `
  function logged<T>(task: Promise<T>): Promise<T> {
    task.finally(() => console.log("It is done"));
    return task;
  }
`;
