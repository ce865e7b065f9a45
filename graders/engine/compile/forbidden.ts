// What graded code may not use, found by parsing: a comment or a string that looks like it is fine.
import type { AnyNode, Node } from "acorn";
import { full } from "acorn-walk";

export interface Forbidden {
  outcome: "forbidden" | "compile-error";
  message: string;
  /** Where it begins in the script. */
  offset: number;
}

/** The first construct in the script that graded code may not use. `freeRequire`: the name that stands for `require`. */
export function firstForbidden(tree: Node, freeRequire: string): Forbidden | undefined {
  let first: Forbidden | undefined;
  full(tree, (found) => {
    const node = found as AnyNode;
    const message = why(node, freeRequire);
    if (message && (!first || node.start < first.offset)) {
      first = { outcome: "forbidden", message, offset: node.start };
    }
  });
  return first;
}

function why(node: AnyNode, freeRequire: string): string | undefined {
  switch (node.type) {
    case "ImportExpression":
      return "`import(…)` cannot be graded: use an `import` at the top of the file.";
    case "MetaProperty":
      return node.meta.name === "import"
        ? "`import.meta` cannot be graded: there is no file to tell of."
        : undefined;
    case "Identifier":
      if (node.name === "eval") return "`eval` cannot be graded: write the code itself.";
      return node.name === freeRequire ? "`require` cannot be graded: use `import`." : undefined;
    default:
      return undefined;
  }
}
