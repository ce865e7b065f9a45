// Constructs by which a program decides otherwise than it looks.
import type {
  CallExpression,
  ChainExpression,
  IfStatement,
  LogicalExpression,
  Node,
  SwitchStatement,
  TryStatement,
} from "acorn";
import type { Construct } from "../../../trace/trace.ts";
import { awaits, contains, isClock, methodOf } from "./nodes.ts";

/** Which of them this very node is. */
export function oddChoices(node: Node): Construct[] {
  return CHOICES.filter(([, is]) => is(node)).map(([construct]) => construct);
}

const CHOICES: [Construct, (node: Node) => boolean][] = [
  ["or of a text", isOrOfText],
  ["case that runs on", runsOn],
  ["optional call as a condition", isConditionOfOptional],
  ["clock read at the end", readsClockAtEnd],
  ["awaits in a try", awaitsInTry],
];

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
function runsOn(node: Node): boolean {
  if (node.type !== "SwitchStatement") return false;
  const { cases } = node as SwitchStatement;
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

/** In a `finally`, or in what is handed to one. */
function readsClockAtEnd(node: Node): boolean {
  const { callee, arguments: args, finalizer } = node as Partial<CallExpression & TryStatement>;
  const last =
    node.type === "TryStatement" ? finalizer : methodOf(callee) === "finally" ? args?.[0] : undefined;
  return last != null && contains(last, isClock);
}

function awaitsInTry(node: Node): boolean {
  if (node.type !== "TryStatement") return false;
  const { block } = node as TryStatement;
  return awaits(block);
}
