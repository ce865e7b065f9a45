// The errors that Node's own modules throw, as plain errors: no class of the host can be reached through them.
import { allowOverrides, ownValue } from "./overrides.ts";

/** Every listed name reads as Node's do: `The "delay" argument …`, `The "options.signal" property …`. */
function subject(name: string): string {
  return `The "${name}" ${name.includes(".") ? "property" : "argument"}`;
}

const codes = new WeakMap<object, string>();

/** The code that stands in an error's text and stack, for errors of Node's own modules; undefined for all others. */
export function codeOf(error: object): string | undefined {
  return codes.get(error);
}

// What the errors of Node's own modules inherit from.
class Coded {
  // As of Node's own such errors: a method that is the error's own, and tells its code.
  toString(this: Error): string {
    const code = codes.get(this);
    return code === undefined ? `${this.name}: ${this.message}` : `${this.name} [${code}]: ${this.message}`;
  }
}

/** Between such an error and its class: for whoever freezes it. */
export const codedPrototypes = new Map(
  [TypeError, RangeError, Error].map(({ prototype }) => {
    const own = { toString: { value: Coded.prototype.toString, writable: true, configurable: true } };
    return [prototype as object, Object.create(prototype, own) as object];
  }),
);
for (const prototype of codedPrototypes.values()) allowOverrides(prototype, "of the run");

function coded<E extends Error>(error: E, code: string): E & { code: string } {
  codes.set(error, code);
  const prototype = codedPrototypes.get(Object.getPrototypeOf(error));
  if (prototype) Object.setPrototypeOf(error, prototype);
  return Object.assign(error, { code });
}

/** What was received, in Node's words, without running anything of the value's. */
function received(value: unknown): string {
  if (value === undefined || value === null) return `Received ${value}`;
  if (typeof value === "function") return `Received function ${ownText(value, "name")}`;
  if (typeof value === "object") return `Received an instance of ${kindOf(value)}`;
  const text =
    typeof value === "string" ? `'${value}'` : typeof value === "bigint" ? `${value}n` : String(value);
  return `Received type ${typeof value} (${text.length > 28 ? `${text.slice(0, 25)}...` : text})`;
}

function kindOf(value: object): string {
  try {
    const prototype = Object.getPrototypeOf(value);
    const made: unknown = prototype && ownValue(prototype, "constructor");
    return typeof made === "function" ? ownText(made, "name") : "Object";
  } catch {
    return "Object";
  }
}

function ownText(value: object, key: string): string {
  const text: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return typeof text === "string" ? text : "";
}

/** A TypeError with code ERR_INVALID_ARG_TYPE. `expected` is worded by the caller: `of type number`. */
export function invalidArgument(name: string, expected: string, value: unknown): TypeError {
  const message = `${subject(name)} must be ${expected}. ${received(value)}`;
  return coded(new TypeError(message), "ERR_INVALID_ARG_TYPE");
}

/** A RangeError with code ERR_OUT_OF_RANGE. `range` is worded by the caller: `an integer`. */
export function outOfRange(name: string, range: string, value: unknown): RangeError {
  const message = `The value of "${name}" is out of range. It must be ${range}. Received ${grouped(value)}`;
  return coded(new RangeError(message), "ERR_OUT_OF_RANGE");
}

/** Node groups the digits of what is beyond 32 bits. */
function grouped(value: unknown): string {
  const text = typeof value === "bigint" ? `${value}n` : String(value);
  const large = typeof value === "bigint" || (Number.isInteger(value) && Math.abs(value as number) > 2 ** 32);
  return large ? text.replace(/\d(?=(?:\d{3})+n?$)/g, "$&_") : text;
}

/** A TypeError or another error with this code of Node's. */
export function nodeError(
  code: string,
  message: string,
  Kind: new (text: string) => Error = TypeError,
): Error {
  return coded(new Kind(message), code);
}

export function illegalConstructor(): TypeError {
  return coded(new TypeError("Illegal constructor"), "ERR_ILLEGAL_CONSTRUCTOR");
}

export function invalidThis(kind: string): TypeError {
  return coded(new TypeError(`Value of "this" must be of type ${kind}`), "ERR_INVALID_THIS");
}

export function missingArgument(...names: string[]): TypeError {
  const listed = names.map((name) => `"${name}"`).join(" and ");
  const message = `The ${listed} argument${names.length > 1 ? "s" : ""} must be specified`;
  return coded(new TypeError(message), "ERR_MISSING_ARGS");
}

/** What an emitter throws for an "error" event that is no Error and has no listener. `text` shows the value. */
export function unhandledError(value: unknown, text: string): Error {
  const error = coded(new Error(`Unhandled error. (${text})`), "ERR_UNHANDLED_ERROR");
  return Object.assign(error, { context: value });
}

/** Node's AbortError, as its promise APIs reject with it: the signal's reason is its cause. */
export class AbortError extends Error {
  code = "ABORT_ERR";
  override name = "AbortError";

  constructor(message = "The operation was aborted", options?: unknown) {
    if (options !== undefined && (typeof options !== "object" || options === null)) {
      throw invalidArgument("options", "of type object", options);
    }
    super(message, options as ErrorOptions);
  }
}
Object.defineProperty(AbortError, "name", { value: "AbortError", configurable: true });

export function abortError(reason: unknown): AbortError {
  return new AbortError(undefined, { cause: reason });
}

export function checkFunction(value: unknown, name: string): asserts value is (...args: any[]) => unknown {
  if (typeof value !== "function") throw invalidArgument(name, "of type function", value);
}

export function checkNumber(value: unknown, name: string): asserts value is number {
  if (typeof value !== "number") throw invalidArgument(name, "of type number", value);
}

/** A number of at least `min`. Throws TypeError, or RangeError with Node's words. */
export function checkNumberFrom(value: unknown, name: string, min: number): asserts value is number {
  checkNumber(value, name);
  if (!(value >= min)) throw outOfRange(name, `>= ${min}`, value);
}

export function checkInteger(value: unknown, name: string, min: number, max = Number.MAX_SAFE_INTEGER) {
  checkNumber(value, name);
  if (!Number.isInteger(value)) throw outOfRange(name, "an integer", value);
  if (value < min || value > max) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
}

export function checkString(value: unknown, name: string): asserts value is string {
  if (typeof value !== "string") throw invalidArgument(name, "of type string", value);
}

export function checkBoolean(value: unknown, name: string): asserts value is boolean {
  if (typeof value !== "boolean") throw invalidArgument(name, "of type boolean", value);
}

/** Options may be any object, an array or a function too. */
export function checkObjectOrFunction(value: unknown, name: string): asserts value is Record<string, any> {
  const is = (typeof value === "object" && value !== null) || typeof value === "function";
  if (!is) throw invalidArgument(name, "of type object", value);
}

/** Options must be an object, and neither null, an array nor a function. */
export function checkObject(value: unknown, name: string): asserts value is Record<string, any> {
  const is = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!is) throw invalidArgument(name, "of type object", value);
}

/** Node takes anything that looks like a signal; undefined is none. */
export function checkSignal(value: unknown, name: string): asserts value is AbortSignal | undefined {
  if (value === undefined) return;
  const is = typeof value === "object" && value !== null && "aborted" in value;
  if (!is) throw invalidArgument(name, "an instance of AbortSignal", value);
}
