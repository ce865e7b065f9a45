// What a name in a program stands for: enough of scopes to choose words by.
import type {
  CallExpression,
  Function as FunctionNode,
  Identifier,
  Node,
  Pattern,
  VariableDeclaration,
} from "acorn";
import { fullAncestor } from "acorn-walk";

export type AnyFunction = FunctionNode;

/** `parameter`: of `owner`, its number `place` (from 0). `inner`: a part of what was declared, as in `const { a } = b`. */
export interface Binding {
  kind: "parameter" | "variable" | "function" | "other";
  /** The function declared, or what the variable was given. */
  value?: Node | undefined;
  owner?: AnyFunction;
  place?: number;
  inner: boolean;
}

export class Bindings {
  private readonly scopes = new Map<Node, Map<string, Binding>>();

  constructor(tree: Node) {
    fullAncestor(tree, (node, _state, ancestors) => this.declareAt(node, ancestors));
  }

  /** What the name stands for, seen from within these nodes, the outermost first; undefined for a global one. */
  of(name: string, ancestors: readonly Node[]): Binding | undefined {
    for (let index = ancestors.length - 1; index >= 0; index--) {
      const found = this.scopes.get(ancestors[index]!)?.get(name);
      if (found) return found;
    }
    return undefined;
  }

  private declareAt(node: Node, around: Node[]): void {
    if (isFunction(node)) {
      for (const [place, param] of node.params.entries())
        this.names(param, node, { kind: "parameter", owner: node, place, inner: false });
      if (node.type === "FunctionDeclaration" && node.id)
        this.add(node.id.name, scopeOf(around), { kind: "function", value: node, inner: false });
      if (node.type === "FunctionExpression" && node.id)
        this.add(node.id.name, node, { kind: "function", value: node, inner: false });
    }
    if (node.type === "VariableDeclaration") {
      for (const { id, init } of (node as VariableDeclaration).declarations)
        this.names(id, scopeOf(around), { kind: "variable", value: unnamed(init), inner: false });
    }
    if (node.type === "CatchClause" && "param" in node && node.param)
      this.names(node.param as Pattern, node, { kind: "other", inner: false });
  }

  private names(pattern: Pattern, scope: Node, binding: Binding): void {
    const inner = { ...binding, inner: true };
    switch (pattern.type) {
      case "Identifier":
        this.add(pattern.name, scope, binding);
        break;
      case "AssignmentPattern":
        this.names(pattern.left, scope, binding);
        break;
      case "RestElement":
        this.names(pattern.argument, scope, inner);
        break;
      case "ArrayPattern":
        for (const part of pattern.elements) if (part) this.names(part, scope, inner);
        return;
      case "ObjectPattern":
        for (const part of pattern.properties)
          this.names(part.type === "Property" ? part.value : part.argument, scope, inner);
    }
  }

  private add(name: string, scope: Node, binding: Binding): void {
    const own = this.scopes.get(scope) ?? new Map<string, Binding>();
    this.scopes.set(scope, own);
    own.set(name, binding);
  }
}

export function isFunction(node: Node | undefined | null): node is AnyFunction {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node?.type ?? "");
}

export function isIdentifier(node: Node | undefined | null): node is Identifier {
  return node?.type === "Identifier";
}

/** What is in `__name(…, "name")`, by which the compiler keeps names. */
function unnamed(init: Node | null | undefined): Node | undefined {
  if (init?.type !== "CallExpression") return init ?? undefined;
  const { callee, arguments: args } = init as CallExpression;
  return isIdentifier(callee) && callee.name === "__name" ? args[0] : init;
}

/** The block, loop or function that holds what is declared within these nodes. */
function scopeOf(around: readonly Node[]): Node {
  return around.findLast(({ type }) =>
    /^(Program|BlockStatement|StaticBlock|SwitchStatement|For)/.test(type),
  )!;
}
