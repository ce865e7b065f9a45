// Values of a trace in words: what the world made up goes by its name, and of two that differ the difference is shown.
import { isNode, type Plain, refOf } from "../trace/plain.ts";
import type { Trace } from "../trace/trace.ts";
import { cut, safeValue } from "./words.ts";

/** A value in at most `limit` characters that are safe to draw. */
export type Tell = (value: Plain, limit: number) => string;

/** What the world makes unpredictable ends so: `call 1-a8cn4iqf`, `disk full (a8cn4iqf)`. */
const ENDING = /(?:-| \()([a-z0-9]{8})\)?(?![a-z0-9])/g;
/** A longer text is told as it is: looking through it would cost more than it shows. */
const LONGEST = 2000;

/** Leaves out the unpredictable ends of the trace's own payloads and errors, but where two are alike without. */
export function tellingOf({ made }: Trace): Tell {
  const names = new Map<string, Set<string>>();
  for (const text of Object.values(made).flatMap(textsIn)) {
    for (const [, ending] of text.matchAll(ENDING)) {
      const bare = text.replace(ENDING, "");
      names.set(bare, (names.get(bare) ?? new Set()).add(ending!));
    }
  }
  const alone = new Set([...names.values()].flatMap((endings) => (endings.size === 1 ? [...endings] : [])));
  const bare = (text: string) => text.replace(ENDING, (whole, ending) => (alone.has(ending) ? "" : whole));
  return (value, limit) => cut(bare(safeValue(value, LONGEST)), limit);
}

function textsIn(value: Plain): string[] {
  if (typeof value === "string") return [value.slice(-LONGEST)];
  return isNode(value) && value.t === "error" ? [value.message.slice(-LONGEST)] : [];
}

/** An outcome's value where it is not as `other`, so that one sees in what. Errors are told by their names if these differ. */
export function toldBeside(value: Plain, other: Plain | undefined, tell: Tell, limit: number): string {
  const text = whole(value, tell);
  if (other === undefined) return cut(text, limit);
  const own = isNode(value) && value.t === "error" && refOf(value) === undefined;
  const worlds = isNode(other) && other.t === "error" && refOf(other) !== undefined;
  const beside = whole(other, tell);
  if (own && worlds) return `a new ${cut(text, limit - 6)}`;
  return fromDifference(text, beside, limit);
}

/** An AggregateError is told by its errors. */
function whole(value: Plain, tell: Tell): string {
  if (!isNode(value) || value.t !== "error" || !value.errors) return tell(value, LONGEST);
  return `${value.name} of ${value.errors.map((each) => tell(each, 200)).join(", ") || "no errors"}`;
}

/** As much of `text` as fits, from just before where it is not as `other`. */
export function fromDifference(text: string, other: string, limit: number): string {
  if (text.length <= limit) return text;
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  const before = 8;
  // Its beginning tells what it is; what is alike after that need not be read.
  return at < limit - before ? cut(text, limit) : `…${cut(text.slice(at - before), limit - 1)}`;
}
