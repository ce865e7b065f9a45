// Values that are falsy, taken for nothing.
import { types as t } from "@babel/core";
import { caught } from "./errors.ts";
import { asyncEntry, entryAt, expression, type Operator, statements } from "./operator.ts";

const falsy = (name: string, mutate: Operator["mutate"]): Operator => ({
  name,
  misconception: "falsy-is-nothing",
  mutate,
});

export const falsyOperators: Operator[] = [
  caught("default-reason", "falsy-is-nothing", 'throw error ?? new Error("It failed");'),
  caught("truthy-reason", "falsy-is-nothing", "if (error) throw error;\nreturn undefined as never;"),
  falsy("default-result", function* (path) {
    const entry = entryAt(path);
    if (entry)
      yield asyncEntry(entry, (body) => [
        ...statements("const result = await (async () => %%body%%)();", { body }),
        ...statements("return result || (undefined as never);"),
      ]);
  }),
  falsy("filtered-results", function* (path) {
    const entry = entryAt(path);
    if (entry)
      yield asyncEntry(entry, (body) => [
        ...statements("const results = await (async () => %%body%%)();", { body }),
        ...statements("return Array.isArray(results) ? results.filter(Boolean) : results;"),
      ]);
  }),
  falsy("default-argument", function* (path) {
    const entry = entryAt(path);
    for (const param of entry?.params ?? []) {
      const [id, value] = t.isAssignmentPattern(param)
        ? [param.left, param.right]
        : [param, t.numericLiteral(1)];
      if (!t.isIdentifier(id) || !isNumber(id, param)) continue;
      const copy = t.cloneNode(entry!, true);
      const first = statements("%%id%% ||= %%value%%;", { id: t.identifier(id.name), value });
      const body = t.isBlockStatement(copy.body) ? copy.body.body : [t.returnStatement(copy.body)];
      copy.body = t.blockStatement([...first, ...body]);
      yield copy;
    }
  }),
  falsy("or-for-nullish", function* ({ node }) {
    if (t.isLogicalExpression(node) && node.operator === "??")
      yield expression("(%%left%% || %%right%%)", sides(node));
    if (t.isAssignmentExpression(node) && node.operator === "??=")
      yield t.assignmentExpression("||=", t.cloneNode(node.left) as t.LVal, t.cloneNode(node.right));
  }),
  falsy("truth-for-undefined", function* ({ node }) {
    if (!t.isBinaryExpression(node) || !t.isIdentifier(node.right, { name: "undefined" })) return;
    if (node.operator === "===") yield expression("!(%%left%%)", { left: t.cloneNode(node.left) });
    if (node.operator === "!==") yield expression("Boolean(%%left%%)", { left: t.cloneNode(node.left) });
  }),
  falsy("value-for-presence", function* ({ node }) {
    if (t.isBinaryExpression(node) && node.operator === "in" && !t.isStringLiteral(node.left))
      yield expression("%%right%%[%%left%%]", sides(node));
    if (t.isCallExpression(node) && t.isMemberExpression(node.callee)) {
      if (!t.isIdentifier(node.callee.property, { name: "has" }) || node.arguments.length !== 1) return;
      yield expression("%%map%%.get(%%key%%)", {
        map: t.cloneNode(node.callee.object),
        key: t.cloneNode(node.arguments[0]!),
      });
    }
  }),
];

function isNumber(id: t.Identifier, param: t.Node): boolean {
  if (t.isAssignmentPattern(param)) return t.isNumericLiteral(param.right);
  return t.isTSTypeAnnotation(id.typeAnnotation) && t.isTSNumberKeyword(id.typeAnnotation.typeAnnotation);
}

function sides({ left, right }: { left: t.Node; right: t.Node }) {
  return { left: t.cloneNode(left), right: t.cloneNode(right) };
}
