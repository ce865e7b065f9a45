// Throws that escape at once, where a rejection was promised.
import { types as t } from "@babel/core";
import { type Entry, entryAt, expression, type Operator, statements, waits } from "./operator.ts";

const escaping = (name: string, mutate: Operator["mutate"]): Operator => ({
  name,
  misconception: "sync-throw-escapes",
  mutate,
});

export const syncThrowOperators: Operator[] = [
  escaping("not-async", function* ({ node }) {
    if (!t.isFunction(node) || !node.async || node.generator || waits(node)) return;
    const copy = t.cloneNode(node, true);
    copy.async = false;
    yield copy;
  }),
  escaping("guards-first", function* (path) {
    const entry = entryAt(path);
    const guards = entry ? guardsOf(entry) : 0;
    if (guards === 0) return;
    const copy = t.cloneNode(entry!, true);
    const { body } = copy.body as t.BlockStatement;
    const rest = statements("return (async () => %%rest%%)();", {
      rest: t.blockStatement(body.slice(guards)),
    });
    copy.async = false;
    copy.body = t.blockStatement([...body.slice(0, guards), ...rest]);
    yield copy;
  }),
  escaping("no-try", function* ({ node }) {
    if (!t.isCallExpression(node) || !t.matchesPattern(node.callee, "Promise.try")) return;
    const [task, ...args] = node.arguments.map((each) => t.cloneNode(each));
    yield t.callExpression(task as t.Expression, args);
  }),
  escaping("throw-for-reject", function* ({ node }) {
    if (!t.isReturnStatement(node) || !t.isCallExpression(node.argument)) return;
    if (!t.matchesPattern(node.argument.callee, "Promise.reject")) return;
    yield t.throwStatement(t.cloneNode(node.argument.arguments[0] as t.Expression));
  }),
  escaping("call-for-then", function* ({ node }) {
    if (!t.isCallExpression(node) || !t.isMemberExpression(node.callee)) return;
    const { object, property } = node.callee;
    if (!t.isIdentifier(property, { name: "then" }) || node.arguments.length !== 1) return;
    if (t.isCallExpression(object) && t.matchesPattern(object.callee, "Promise.resolve"))
      yield expression("%%task%%()", { task: t.cloneNode(node.arguments[0]!) });
  }),
];

/** How many statements of an async function come before all others, and may throw. */
function guardsOf({ async, body }: Entry): number {
  if (!async || !t.isBlockStatement(body)) return 0;
  const first = body.body.findIndex((each) => !t.isIfStatement(each) || waits(each));
  return first < 0 ? 0 : first;
}
