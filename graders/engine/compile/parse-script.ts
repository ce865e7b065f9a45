// The one parse of a compiled script, which what is forbidden and what SES would refuse are both found in.
import { type Node, parse, type Token } from "acorn";
import { full } from "acorn-walk";
import type { Forbidden } from "./forbidden.ts";

/** The tree and tokens of a script, or what to say of one that cannot be parsed. Never throws. */
export function parseScript(code: string): { tree: Node; tokens: Token[] } | Forbidden {
  const tokens: Token[] = [];
  try {
    const tree = parse(code, { ecmaVersion: "latest", sourceType: "script", onToken: tokens });
    // Walking overflows the stack later than parsing on some machines: whoever walks again must be safe.
    full(tree, () => {});
    return { tree, tokens };
  } catch (error) {
    const { pos = 0, message } = error as Error & { pos?: number };
    // acorn has a check of its own for the stack, and its message is not for a student.
    if (error instanceof RangeError || message.includes("stack space")) {
      return { outcome: "compile-error", message: "This is nested too deeply to be graded.", offset: pos };
    }
    const fault = message.replace(/ \(\d+:\d+\)$/, "");
    return { outcome: "compile-error", message: `This syntax cannot be graded here: ${fault}.`, offset: pos };
  }
}
