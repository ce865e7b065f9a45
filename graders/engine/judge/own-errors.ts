// Errors that the language threw in the student's code: slips of the pen, of which a student must hear before all else.
import { isNode, type Plain, refOf } from "../../trace/plain.ts";
import { type Trace, thrownAt } from "../../trace/trace.ts";

/**
 * The error that the language, or the platform for want of something, itself threw in the student's code, wherever it came out; undefined if there is none. What a
 * service failed with is not theirs, and a TypeError that they made and threw is an error like any other. `code`: the
 * program, in which the errors' places count; without it one that was made counts, too.
 */
export function ownError(trace: Trace, code?: string): Plain | undefined {
  return errorsIn(trace).find((error) => isSlip(error) && !isMade(error, code));
}

/** The program's text from where the error was thrown on, as far as that line goes; empty if that is not known. */
export function textAt(error: Plain, code = ""): string {
  const [place] = thrownAt(error);
  const line = place && code.split("\n")[place.line - 1];
  return line?.slice(place!.column - 1) ?? "";
}

/**
 * Whether a method was called without its object: it asked for a part of `this`, and that was undefined. What the platform's
 * own methods ask for then is private.
 */
export function lostThis(error: Plain, code = ""): boolean {
  const part = /^Cannot (?:read|set) properties of undefined \((?:reading|setting) '(#?)/.exec(
    messageOf(error),
  );
  const [place] = thrownAt(error);
  if (!part || !place) return false;
  const before = (code.split("\n")[place.line - 1] ?? "").slice(0, place.column - 1);
  const isBareCall = !before.endsWith(".") && /^[\w$]+\s*\(/.test(textAt(error, code));
  return /\bthis\??\.$/.test(before) || (part[1] === "#" && isBareCall);
}

function errorsIn({ outcomes, uncaught, floating, notes }: Trace): Plain[] {
  const failed = Object.values(outcomes).flatMap(({ state, value }) =>
    (state === "rejected" || state === "threw") && value !== undefined ? [value] : [],
  );
  const all = [
    ...(uncaught ? [uncaught.reason] : []),
    ...failed,
    ...floating.map(({ reason }) => reason),
    ...notes.map(({ value }) => value),
  ];
  return all.flatMap((value) => [value, ...heldBy(value)]);
}

/** What an error is about: its cause, or the errors of an AggregateError. */
function heldBy(value: Plain): Plain[] {
  if (!isNode(value) || value.t !== "error") return [];
  return [...(value.cause === undefined ? [] : [value.cause]), ...(value.errors ?? [])];
}

/** What the platform says of what it has not, such as `fetch`. */
const NOT_HERE = /^`[\w.]+` is not here: /;

function isSlip(value: Plain): boolean {
  if (!isNode(value) || value.t !== "error" || refOf(value) !== undefined) return false;
  const kind = /^(TypeError|ReferenceError)$/.test(value.name) || NOT_HERE.test(value.message);
  return kind && thrownAt(value).length > 0;
}

function isMade(error: Plain, code: string | undefined): boolean {
  const text = textAt(error, code);
  if (NOT_HERE.test(messageOf(error))) return false;
  if (/^new\s/.test(text)) return !/is not a constructor$/.test(messageOf(error));
  return /^(super|(Type|Reference)Error)\s*\(/.test(text);
}

export function messageOf(error: Plain): string {
  return isNode(error) && error.t === "error" ? error.message : "";
}
