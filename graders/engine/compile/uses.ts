// Which words of the language, and which of the names that it gives to everybody, a program uses: found in its parse, so
// that types, comments and texts do not count, and neither does a name that the program has declared itself.
import {
  type AnyNode,
  type ForOfStatement,
  type Function as FunctionNode,
  getLineInfo,
  type Node,
  type VariableDeclaration,
} from "acorn";
import { fullAncestor } from "acorn-walk";
import type { Use } from "../../trace/trace.ts";
import type { Program } from "../types.ts";
import { originalPosition } from "./compile.ts";
import { parseScript } from "./parse-script.ts";

/** What leads to everything global: `globalThis.Promise` is the same as `Promise`. */
const GLOBALS = ["globalThis", "global"];
const PATTERNS = /^(ObjectPattern|ArrayPattern|AssignmentPattern|RestElement|Property)$/;
const BLOCKS = /^(Program|BlockStatement|StaticBlock|SwitchStatement|For.*Statement)$/;

/**
 * Where the student's files first use each of these words: `async`, `await`, or the name of something global. In the
 * order of the words, without those that are not used. `files`: the sources, by name. Of a program that is nested deeper
 * than can be walked, which nobody writes, none are found.
 */
export function usesIn(
  program: Program,
  files: ReadonlyMap<string, string>,
  words: readonly string[],
): Use[] {
  const parsed = parseScript(program.code);
  if (!("tree" in parsed)) return [];
  const found = attempt(() => findings(parsed.tree, words)) ?? [];
  return words.flatMap((word) => {
    const places = found
      .filter((each) => each.word === word)
      .flatMap(({ offset }) => {
        const { line, column } = getLineInfo(program.code, offset);
        // What the compiler has added is not the student's.
        return originalPosition(program, line, column + 1) ?? [];
      });
    const [where] = places.sort((a, b) => a.line - b.line || a.column - b.column);
    const text = where?.file === undefined ? undefined : files.get(where.file);
    return where && text !== undefined
      ? [{ word, where, line: text.split("\n")[where.line - 1]!.trim() }]
      : [];
  });
}

/** What `act` gives; undefined if the stack ends under it. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** All uses in the script, in no order. */
function findings(tree: Node, words: readonly string[]): { word: string; offset: number }[] {
  const uses: { word: string; offset: number; around: Node[] }[] = [];
  const scopes = new Map(words.map((word) => [word, new Set<Node>()]));
  const add = (word: string, { start }: Node, around: Node[] = []) =>
    void (words.includes(word) && uses.push({ word, offset: start, around }));
  fullAncestor(tree, (found, _state, ancestors, type) => {
    const node = found as AnyNode;
    const around = ancestors.slice(0, -1);
    if (isFunction(node) && node.async) add("async", node);
    if (isAwait(node)) add("await", node);
    // `type` tells a name that is declared or assigned from one that is read.
    if (node.type === "Identifier" && (type as string | undefined) === "VariablePattern") {
      const scope = scopeOf(node, around);
      if (scope) scopes.get(node.name)?.add(scope);
    } else if (node.type === "Identifier") add(node.name, node, around);
    for (const name of readFromGlobal(node)) add(name, node);
  });
  return uses.filter(({ word, around }) => !around.some((node) => scopes.get(word)!.has(node)));
}

function isFunction(node: Node): node is FunctionNode {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function isAwait(node: Node): boolean {
  if (node.type === "ForOfStatement") return (node as ForOfStatement).await;
  const declares = node.type === "VariableDeclaration" && (node as VariableDeclaration).kind;
  return node.type === "AwaitExpression" || declares === "await using";
}

/** The names of what it takes out of the global object. */
function readFromGlobal(node: AnyNode): string[] {
  const isGlobal = (each: Node | null | undefined) =>
    each?.type === "Identifier" && GLOBALS.includes((each as Node & { name: string }).name);
  if (node.type === "MemberExpression" && isGlobal(node.object)) return nameOf(node.property, node.computed);
  if (node.type !== "VariableDeclarator" || !isGlobal(node.init) || node.id.type !== "ObjectPattern")
    return [];
  return node.id.properties.flatMap((part) =>
    part.type === "Property" ? nameOf(part.key, part.computed) : [],
  );
}

function nameOf(key: AnyNode, computed: boolean): string[] {
  if (key.type === "Literal") return [String(key.value)];
  return key.type === "Identifier" && !computed ? [key.name] : [];
}

/** Where a name is known that is declared here; undefined if this is no declaration. */
function scopeOf(name: Node, around: readonly Node[]): Node | undefined {
  const at = around.findLastIndex(({ type }) => !PATTERNS.test(type));
  const by = around[at] as AnyNode;
  const block = (until: number) => around.slice(0, until).findLast(({ type }) => BLOCKS.test(type));
  switch (by.type) {
    case "FunctionDeclaration":
      return by.id === name ? block(at) : by;
    case "ClassDeclaration":
      return block(at);
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassExpression":
    case "CatchClause":
      return by;
    case "VariableDeclarator": {
      const { kind } = around[at - 1] as VariableDeclaration;
      return kind === "var"
        ? around.findLast((each) => isFunction(each) || each.type === "Program")
        : block(at);
    }
    default:
      return undefined;
  }
}
