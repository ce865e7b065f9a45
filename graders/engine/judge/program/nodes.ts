// Questions about single nodes of a syntax tree.
import type {
  CallExpression,
  Identifier,
  MemberExpression,
  Node,
  Pattern,
  ReturnStatement,
  VariableDeclaration,
} from "acorn";
import { base, full, fullAncestor } from "acorn-walk";
import { type AnyFunction, type Bindings, isFunction, isIdentifier } from "./bindings.ts";

export function each(tree: Node, type: string, act: (node: Node) => void): void {
  full(tree, (node) => {
    if (node.type === type) act(node);
  });
}

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

/** Whether such a node stands in this one. Inner functions are not looked into, nor nodes of these types, if so said. */
export function contains(
  node: Node,
  such: (inner: Node) => boolean,
  { functions = true, closed = [] }: { functions?: boolean; closed?: readonly string[] } = {},
): boolean {
  const shut = [...(functions ? [] : FUNCTIONS), ...closed].map((type) => [type, () => {}]);
  let found = false;
  full(
    node,
    (inner) => {
      found ||= such(inner);
    },
    { ...base, ...Object.fromEntries(shut) },
  );
  return found;
}

/** Whether it waits for something, inner functions apart. */
export function awaits(node: Node): boolean {
  return contains(node, ({ type }) => type === "AwaitExpression", { functions: false });
}

const returned = (node: Node) => (node as ReturnStatement).argument ?? undefined;

/** Whether it has braces, and no `return` with a value in them. An empty one is meant to do nothing. */
export function returnsNothing({ body, generator }: AnyFunction): boolean {
  if (generator || body.type !== "BlockStatement" || body.body.length === 0) return false;
  return !contains(body, (node) => node.type === "ReturnStatement" && returned(node) !== undefined, {
    functions: false,
  });
}

/** The values that its `return`s give, or what stands behind its arrow. */
export function returnedBy({ body }: AnyFunction): Node[] {
  if (body.type !== "BlockStatement") return [body];
  const all: Node[] = [];
  contains(
    body,
    (node) => {
      const value = node.type === "ReturnStatement" ? returned(node) : undefined;
      if (value) all.push(value);
      return false;
    },
    { functions: false },
  );
  return all;
}

export function returnsFunction({ body }: AnyFunction): boolean {
  if (body.type !== "BlockStatement") return isFunction(body);
  return contains(body, (node) => node.type === "ReturnStatement" && isFunction(returned(node)), {
    functions: false,
  });
}

/** `abort` of `controller.abort` and `a.b["abort"]`. */
export function methodOf(node: Node | undefined): string | undefined {
  if (node?.type !== "MemberExpression") return undefined;
  const { property, computed } = node as MemberExpression;
  if (!computed) return (property as Identifier).name;
  return property.type === "Literal" ? String(property.value) : undefined;
}

export function objectOf(node: Node): Node | undefined {
  return node.type === "MemberExpression" ? (node as MemberExpression).object : undefined;
}

/** `ask` of `ask`, `api.ask` and `api["ask"]`. */
export function nameOf(node: Node | undefined): string | undefined {
  return isIdentifier(node) ? node.name : methodOf(node);
}

/** `api` of `api.users[0].fetch`. */
export function rootOf(node: Node): Node {
  const object = objectOf(node);
  return object ? rootOf(object) : node;
}

export function isNamed(node: Node | undefined, ...names: string[]): boolean {
  return isIdentifier(node) && names.includes(node.name);
}

/** `Date.now()`, `performance.now()`, `new Date()`. */
export function isClock(node: Node): boolean {
  if (node.type === "NewExpression") return isNamed((node as CallExpression).callee, "Date");
  if (node.type !== "CallExpression") return false;
  const { callee } = node as CallExpression;
  return methodOf(callee) === "now" && isNamed(objectOf(callee), "Date", "performance");
}

/** The names that a parameter declares. */
export function namesOf(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return namesOf(pattern.left);
    case "RestElement":
      return namesOf(pattern.argument);
    case "ArrayPattern":
      return pattern.elements.flatMap((part) => (part ? namesOf(part) : []));
    case "ObjectPattern":
      return pattern.properties.flatMap((part) =>
        namesOf(part.type === "Property" ? part.value : part.argument),
      );
    default:
      return [];
  }
}

/** The functions that a script exports, and the methods of classes that it does: what a scenario may call. */
export function mainFunctions(tree: Node, bindings: Bindings): AnyFunction[] {
  const exported = new Map<string, Node[]>();
  fullAncestor(tree, (node, _state, ancestors) => {
    // `__export(exports, { name: () => name })`, or, of a script that awaits, `return { get name() { return name } }`.
    if (node.type === "CallExpression" && isNamed((node as CallExpression).callee, "__export")) {
      const [, all] = (node as CallExpression).arguments;
      for (const { value } of (all as { properties?: { value: AnyFunction }[] }).properties ?? [])
        if (isIdentifier(value?.body)) exported.set(value.body.name, ancestors.slice());
    }
    if (node.type === "Property" && (node as { kind?: string }).kind === "get") {
      const { value } = node as unknown as { value: AnyFunction };
      const last = value.body.type === "BlockStatement" ? value.body.body[0] : undefined;
      const name = last?.type === "ReturnStatement" ? last.argument : undefined;
      if (isIdentifier(name)) exported.set(name.name, ancestors.slice());
    }
  });
  const functions: AnyFunction[] = [];
  for (const [name, ancestors] of exported) {
    const value = bindings.of(name, ancestors)?.value;
    if (isFunction(value)) functions.push(value);
    else if (/^Class/.test(value?.type ?? ""))
      full(value!, (node) => {
        if (node.type === "MethodDefinition")
          functions.push((node as unknown as { value: AnyFunction }).value);
      });
  }
  return functions;
}

/** `head` of a loop: `init` and `update`, or `left`. */
export interface AnyLoop extends Node {
  init?: Node | null;
  update?: Node | null;
  left?: Node;
  body: Node;
}

/** Whether a function in the loop reads its counter, or what it takes from a list, though there is one of it for all rounds. */
export function sharedIn({ init, update, left, body }: AnyLoop): boolean {
  const head = (left ?? init) as (Node & Partial<VariableDeclaration>) | null | undefined;
  // `let` and `const` in the head make one for each round.
  if (head?.type === "VariableDeclaration" && head.kind !== "var") return false;
  const counted = (update as { argument?: Node } | null | undefined)?.argument;
  const declared = head?.declarations?.flatMap(({ id }) => namesOf(id)) ?? [];
  const own = [left, counted].flatMap((node) => (isIdentifier(node) ? [node.name] : []));
  const reads = (node: Node) => isNamed(node, ...declared, ...own);
  return contains(body, (node) => isFunction(node) && contains(node.body, reads));
}
