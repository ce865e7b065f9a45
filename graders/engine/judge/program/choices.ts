// Constructs by which a program decides otherwise than it looks.
import type { ChainExpression, IfStatement, LogicalExpression, Node, SwitchStatement } from "acorn";
import type { Construct } from "../../../trace/trace.ts";
import { contains } from "./nodes.ts";

/** What stands in this very node, if one of them does. */
export function oddChoice(node: Node): Construct | undefined {
  if (isOrOfText(node)) return "or of a text";
  if (node.type === "SwitchStatement" && runsOn(node as SwitchStatement)) return "case that runs on";
  if (isConditionOfOptional(node)) return "optional call as a condition";
  if (node.type === "TryStatement" && awaitsIn(node as never)) return "awaits in a try";
  return undefined;
}

/** `x === "a" || "b"`: the text is true by itself. */
function isOrOfText(node: Node): boolean {
  const { operator, left, right } = node as LogicalExpression;
  const compares = (side: Node): boolean =>
    (side.type === "BinaryExpression" && /^===?$/.test((side as never as { operator: string }).operator)) ||
    (side.type === "LogicalExpression" && compares((side as LogicalExpression).left));
  const isText = right?.type === "Literal" && typeof (right as { value?: unknown }).value === "string";
  return node.type === "LogicalExpression" && operator === "||" && isText && compares(left);
}

/** A case that does something, and then goes on with the next. */
function runsOn({ cases }: SwitchStatement): boolean {
  return cases.slice(0, -1).some(({ consequent }) => consequent.length > 0 && !consequent.some(leaves));
}

/** Whether what stands behind this statement is never done. */
function leaves(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    case "BlockStatement":
      return (node as never as { body: Node[] }).body.some(leaves);
    case "IfStatement":
      return leaves((node as IfStatement).consequent) && leaves((node as IfStatement).alternate);
    // What may or may not leave is not said to run on.
    case "TryStatement":
    case "SwitchStatement":
    case "WhileStatement":
    case "ForStatement":
      return true;
    default:
      return false;
  }
}

/** `!ask?.()` and `if (ask?.())`: where there is no `ask`, it is as if that had said no. */
function isConditionOfOptional(node: Node): boolean {
  const { type, operator, argument, test } = node as Node & {
    operator?: string;
    argument?: Node;
    test?: Node;
  };
  if (type === "UnaryExpression") return operator === "!" && isOptionalCall(argument);
  return /^(If|While)Statement$|^ConditionalExpression$/.test(type) && isOptionalCall(test);
}

function isOptionalCall(node: Node | null | undefined): boolean {
  if (node?.type !== "ChainExpression") return false;
  const { expression } = node as ChainExpression;
  return expression.type === "CallExpression" && expression.optional;
}

function awaitsIn({ block }: { block: Node }): boolean {
  return contains(block, ({ type }) => type === "AwaitExpression", { functions: false });
}
