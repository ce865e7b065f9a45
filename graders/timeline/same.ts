// Whether two values are as good as each other, as far as a picture can know.
import { equal, isNode, type Plain, refOf } from "../trace/plain.ts";

const OPAQUE = ["promise", "proxy", "accessor", "circular", "cut", "function", "signal"];

/** Whether both are as good: errors are free to word their messages, and what is no data equals only itself. */
export function sameValue(a: Plain | undefined, b: Plain | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (isNode(a) && isNode(b) && a.t === "error" && b.t === "error")
    return refOf(a) === refOf(b) && a.name === b.name && sameErrors(a.errors, b.errors);
  return equal(a, b) || (isOpaque(a) && isOpaque(b) && (a as { t: string }).t === (b as { t: string }).t);
}

function sameErrors(a: Plain[] = [], b: Plain[] = []): boolean {
  return a.length === b.length && a.every((one, index) => sameValue(one, b[index]));
}

function isOpaque(value: Plain): boolean {
  return isNode(value) && OPAQUE.includes(value.t);
}
