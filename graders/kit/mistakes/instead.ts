// What a value tells that stands where another one was due: what is named where nothing else has a name.
import { equal, isNode, isUndefined, type Plain } from "../../trace/plain.ts";
import { holdsFunction, holdsPromise, isErrorNamed, partsOf, textIn } from "./values.ts";

/** The misconception that mostly is behind it; undefined if it may be anything. */
export function likelyInstead(got: Plain, want: Plain): string | undefined {
  if (holdsFunction(got)) return "not-called";
  if (holdsPromise(got)) return "forgotten-await";
  if (isNode(want) && want.t === "error") return insteadOfError(got, want.message);
  if (isUndefined(got)) return isUndefined(want) ? undefined : "missing-return";
  return isShapedOtherwise(got, want) ? "wrong-format" : undefined;
}

function insteadOfError(got: Plain, message: string): string | undefined {
  if (isUndefined(got)) return "lost-reason";
  if (message === "") return undefined;
  if (typeof got === "string") return got.includes(message) ? "wrapped-error" : undefined;
  const isOwn = isNode(got) && got.t === "error" && got.ref === undefined;
  return isOwn && !isErrorNamed(got, "TypeError") && got.message.includes(message)
    ? "wrapped-error"
    : undefined;
}

/** The value inside another, a part of it, or the same written in another way. */
function isShapedOtherwise(got: Plain, want: Plain): boolean {
  if (isTelling(want) && partsOf(got).some((part) => equal(part, want))) return true;
  if (isTelling(got) && partsOf(want).some((part) => equal(part, got))) return true;
  const [gotParts, wantParts] = [partsOf(got), partsOf(want)];
  const inPairs = gotParts.length === wantParts.length && gotParts.length > 0;
  if (
    inPairs &&
    gotParts.every((part, at) => equal(part, wantParts[at]!) || isShapedOtherwise(part, wantParts[at]!))
  )
    return true;
  return bare(got) !== "" && bare(got) === bare(want) && !equal(got, want);
}

/** Not one of those that are found everywhere, such as 0 and true. */
function isTelling(value: Plain): boolean {
  return typeof value === "string" ? value.length > 2 : partsOf(value).length > 0;
}

/** Its text without blanks, marks and case. */
function bare(value: Plain): string {
  if (typeof value === "number") return String(value);
  return isNode(value) || typeof value === "string"
    ? textIn(value)
        .replaceAll(/[^\p{L}\p{N}]/gu, "")
        .toLowerCase()
    : "";
}
