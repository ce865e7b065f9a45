// Words for what only happens here: V8's message names neither the object nor the reason.
import type { Position } from "../../../trace/plain.ts";

const FROZEN =
  /^Cannot (?:add|define|redefine|delete) property |object is not extensible|^(?:#|\[object ).* is not extensible$/;
const OWNER = String.raw`(?:globalThis\.|global\.)?([A-Z]\w*)((?:\.prototype)?)`;
const ASSIGNED = new RegExp(String.raw`${OWNER}(\.[\w$]+|\[[^\]]*\])$`);
const DELETED = /delete ([A-Z]\w*)\.(?:prototype\.)?$/;
const CALLED = new RegExp(String.raw`^(?:define\w+|assign|setPrototypeOf|set)\(${OWNER}[,)]`);

/**
 * What to say instead of V8's message where a program changes one of the language's or the platform's shared objects, told
 * by the place in the evaluated code (line and column from 1). Undefined for all other errors.
 */
export function explained(message: string, code: string, place: Position | undefined): string | undefined {
  if (!place || !FROZEN.test(message)) return undefined;
  const line = code.split("\n")[place.line - 1] ?? "";
  const [before, after] = [line.slice(0, place.column - 1), line.slice(place.column - 1)];
  const target = targetOf(before, after);
  if (!target || !SHARED.has(target.owner)) return undefined;
  return `\`${target.name}\` cannot be changed here: the language's own objects are frozen. Write a function of your own instead, and call that.`;
}

function targetOf(before: string, after: string): { owner: string; name: string } | undefined {
  const assigned = after.startsWith("=") ? ASSIGNED.exec(before) : null;
  if (assigned) return { owner: assigned[1]!, name: assigned.slice(1, 4).join("") };
  const called = /\b(?:Object|Reflect)\.$/.test(before) ? CALLED.exec(after) : null;
  if (called) return { owner: called[1]!, name: called.slice(1, 3).join("") };
  const deleted = DELETED.exec(before);
  return deleted ? { owner: deleted[1]!, name: `${deleted[1]}.${/^[\w$.]*/.exec(after)![0]}` } : undefined;
}

const SHARED = new Set(
  [
    "Object Function Array Number Boolean String Symbol Date Promise RegExp BigInt Error AggregateError",
    "EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError Map Set WeakMap",
    "WeakSet WeakRef Iterator Proxy Reflect JSON Intl Temporal ArrayBuffer DataView Uint8Array Int8Array",
    "Uint16Array Int16Array Uint32Array Int32Array BigUint64Array BigInt64Array Uint8ClampedArray",
    "Float16Array Float32Array Float64Array EventTarget Event AbortSignal AbortController EventEmitter",
    "URL URLSearchParams TextEncoder TextDecoder DOMException AsyncLocalStorage AsyncResource",
  ].flatMap((line) => line.split(" ")),
);
