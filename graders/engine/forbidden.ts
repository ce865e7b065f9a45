// What graded code may not use, found by parsing: a comment or a string that looks like it is fine.
import { type AnyNode, parse } from "acorn";
import { full } from "acorn-walk";

export interface Forbidden {
  outcome: "forbidden" | "compile-error";
  message: string;
  /** Where it begins in the script. */
  offset: number;
}

/** The first construct in the script that graded code may not use. `freeRequire`: the name that stands for `require`. */
export function firstForbidden(script: string, freeRequire: string): Forbidden | undefined {
  let first: Forbidden | undefined;
  const look = (node: AnyNode) => {
    const message = why(node, freeRequire);
    if (message && (!first || node.start < first.offset)) {
      first = { outcome: "forbidden", message, offset: node.start };
    }
  };
  try {
    full(parse(script, { ecmaVersion: "latest", sourceType: "script" }), (node) => look(node as AnyNode));
  } catch (error) {
    // esbuild knows forms (`import.source`, say) that acorn does not: nothing unknown gets through.
    const offset = (error as { pos?: number }).pos ?? 0;
    const form = /^import\s*\.\s*\w+/.exec(
      script.slice(Math.max(0, script.lastIndexOf("import", offset))),
    )?.[0];
    if (form) return { outcome: "forbidden", message: `\`${form}\` cannot be graded.`, offset };
    return { outcome: "compile-error", message: "This syntax cannot be graded here.", offset };
  }
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
