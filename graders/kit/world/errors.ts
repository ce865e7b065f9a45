// The errors that Node's own modules throw, as plain errors: no class of the host can be reached through them.

/** Every listed name reads as Node's do: `The "delay" argument …`, `The "options.signal" property …`. */
function subject(name: string): string {
  return `The "${name}" ${name.includes(".") ? "property" : "argument"}`;
}

function coded<E extends Error>(error: E, code: string): E & { code: string } {
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
    const made: unknown = prototype && Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
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

/** A RangeError with code ERR_OUT_OF_RANGE. */
export function outOfRange(name: string, range: string, value: unknown): RangeError {
  const message = `The value of "${name}" is out of range. It must be ${range}. Received ${String(value)}`;
  return coded(new RangeError(message), "ERR_OUT_OF_RANGE");
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
export function abortError(reason: unknown): Error {
  const error = new Error("The operation was aborted", { cause: reason });
  return Object.assign(error, { code: "ABORT_ERR", name: "AbortError" });
}

export function checkFunction(value: unknown, name: string): asserts value is (...args: any[]) => unknown {
  if (typeof value !== "function") throw invalidArgument(name, "of type function", value);
}

export function checkNumber(value: unknown, name: string): asserts value is number {
  if (typeof value !== "number") throw invalidArgument(name, "of type number", value);
}

export function checkBoolean(value: unknown, name: string): asserts value is boolean {
  if (typeof value !== "boolean") throw invalidArgument(name, "of type boolean", value);
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
