// structuredClone, after https://html.spec.whatwg.org/#structuredserialize, with the words of V8 and Node.
import * as is from "node:util/types";
import { cloneException, DOMException } from "./dom-exception.ts";
import { missingArgument, nodeError } from "./errors.ts";
import { ownValue } from "./overrides.ts";

// Taken before lockdown.
const hostClone = globalThis.structuredClone;
const ERRORS: Record<string, new (message: string) => Error> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};
const views = Object.fromEntries(
  ["Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16", "Int32", "Uint32", "Float16", "Float32", "Float64"]
    .map((kind) => `${kind}Array`)
    .concat("BigInt64Array", "BigUint64Array", "DataView")
    .map((name) => [name, (globalThis as any)[name]]),
);
const TypedArray = Object.getPrototypeOf(Uint8Array);
const tagOfView = Object.getOwnPropertyDescriptor(TypedArray.prototype, Symbol.toStringTag)!.get!;
const functionText = Function.prototype.toString;
const tagText = Object.prototype.toString;

const UNSUPPORTED = new WeakMap<object, string>();

/** Says of a class of the platform's that what it makes is no data, and in which words. */
export function refuseClones(made: { prototype: object }, message?: string): void {
  UNSUPPORTED.set(made.prototype, message ?? "");
}

export const NEEDS_TRANSFER =
  "Object that needs transfer was found in message but not listed in transferList";

/** A deep copy. Throws DataCloneError, TypeError on wrong options, and what a getter throws. */
export function structuredClone(value: unknown, options: unknown): unknown {
  // biome-ignore lint/complexity/noArguments: how many were given is what counts, and the length is visible.
  if (arguments.length === 0) throw missingArgument("The value argument must be specified");
  return clone(value, transferOf(options, "Failed to execute 'structuredClone': "));
}

/** The buffers that options say shall move. `context` begins what is said of wrong ones. */
export function transferOf(options: unknown, context: string): unknown[] {
  const wrong = (text: string) => nodeError("ERR_INVALID_ARG_TYPE", `${context}${text}`);
  if (options === undefined || options === null) return [];
  if (!isObject(options)) throw wrong("Options cannot be converted to a dictionary");
  const { transfer } = options as { transfer?: unknown };
  if (transfer === undefined) return [];
  if (!isObject(transfer) || typeof (transfer as any)[Symbol.iterator] !== "function") {
    throw wrong("transfer in Options cannot be converted to sequence.");
  }
  const list = [...(transfer as Iterable<unknown>)];
  const index = list.findIndex((each) => !isObject(each));
  if (index >= 0) throw wrong(`transfer in Options[${index}] is not an object.`);
  return list;
}

/** A deep copy; the buffers in `transfer` are moved. `moved` copies what else may be moved. */
export function clone(value: unknown, transfer: unknown[] = [], moved?: (object: object) => object): unknown {
  const buffers = new Set(transfer.filter(is.isArrayBuffer)) as Set<ArrayBuffer>;
  const others = transfer.filter((each) => !is.isArrayBuffer(each)) as object[];
  if (buffers.size + others.length < transfer.length)
    throw failure("Transfer list contains duplicate ArrayBuffer");
  if (others.length > 0 && !moved) throw failure("Found invalid value in transferList.");
  const cloner = new Cloner(buffers);
  for (const each of others) cloner.known.set(each, moved!(each));
  const copy = cloner.copy(value);
  for (const buffer of buffers) cloner.copy(buffer);
  return copy;
}

class Cloner {
  readonly known = new Map<object, unknown>();
  private readonly transfer: ReadonlySet<ArrayBuffer>;

  constructor(transfer: ReadonlySet<ArrayBuffer>) {
    this.transfer = transfer;
  }

  copy(value: unknown): unknown {
    if (typeof value === "symbol") throw uncloneable(String(value));
    if (!isObject(value)) return value;
    if (this.known.has(value)) return this.known.get(value);
    const refused = whyNot(value);
    if (refused !== undefined) throw refused;
    return this.copyObject(value);
  }

  private copyObject(value: object): unknown {
    if (is.isDate(value) || is.isRegExp(value) || is.isBoxedPrimitive(value))
      return this.note(value, hostClone(value));
    if (is.isArrayBuffer(value)) {
      return this.note(value, hostClone(value, { transfer: this.transfer.has(value) ? [value] : [] }));
    }
    if (ArrayBuffer.isView(value)) return this.copyView(value);
    if (is.isMap(value)) return this.copyMap(value);
    if (is.isSet(value)) return this.copySet(value);
    if (is.isNativeError(value)) return this.copyError(value);
    const copy = this.note(value, Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(value, key)) continue;
      const held = this.copy((value as Record<string, unknown>)[key]);
      Object.defineProperty(copy, key, { value: held, writable: true, enumerable: true, configurable: true });
    }
    return copy;
  }

  private note<T>(value: object, copy: T): T {
    this.known.set(value, copy);
    return copy;
  }

  private copyView(value: ArrayBufferView): unknown {
    const kind = (Reflect.apply(tagOfView, value, []) as string | undefined) ?? "DataView";
    const buffer = this.copy(value.buffer);
    const length = kind === "DataView" ? value.byteLength : (value as Uint8Array).length;
    return this.note(value, new views[kind](buffer, value.byteOffset, length));
  }

  private copyMap(value: Map<unknown, unknown>): unknown {
    const copy = this.note(value, new Map());
    for (const [key, held] of [...Map.prototype.entries.call(value)])
      copy.set(this.copy(key), this.copy(held));
    return copy;
  }

  private copySet(value: Set<unknown>): unknown {
    const copy = this.note(value, new Set());
    for (const item of [...Set.prototype.values.call(value)]) copy.add(this.copy(item));
    return copy;
  }

  private copyError(value: Error): unknown {
    const exception = cloneException(value);
    if (exception) return this.note(value, exception);
    const name = String(value.name);
    const message = ownValue(value, "message");
    const copy = new (Object.hasOwn(ERRORS, name) ? ERRORS[name]! : Error)("");
    this.known.set(value, copy);
    const hidden = { writable: true, enumerable: false, configurable: true };
    delete (copy as Partial<Error>).message;
    if (message !== undefined) Object.defineProperty(copy, "message", { ...hidden, value: String(message) });
    const { stack } = value;
    if (typeof stack === "string") Object.defineProperty(copy, "stack", { ...hidden, value: stack });
    if (Object.hasOwn(value, "cause")) {
      Object.defineProperty(copy, "cause", { ...hidden, value: this.copy(ownValue(value, "cause")) });
    }
    return copy;
  }
}

/** What is thrown for a value that cannot be cloned whatever it holds. */
function whyNot(value: object): Error | undefined {
  if (is.isProxy(value) || is.isArgumentsObject(value)) return uncloneable("#<Object>");
  if (typeof value === "function") {
    const { name } = value;
    // A message of ours never shows our source.
    if (Object.isFrozen(value)) return uncloneable(`function ${String(name)}() { [native code] }`);
    return uncloneable(Reflect.apply(functionText, value, []));
  }
  if (is.isPromise(value)) return uncloneable("#<Promise>");
  if (is.isWeakMap(value) || is.isWeakSet(value))
    return uncloneable(`#<${is.isWeakMap(value) ? "WeakMap" : "WeakSet"}>`);
  if (is.isSymbolObject(value)) return uncloneable("[object Symbol]");
  for (let holder: object | null = value; holder; holder = Object.getPrototypeOf(holder)) {
    const message = UNSUPPORTED.get(holder);
    if (message !== undefined) return message === "" ? uncloneable(`#<${nameOf(holder)}>`) : failure(message);
    if (EXOTIC.has(holder)) return uncloneable(Reflect.apply(tagText, value, []));
  }
  return undefined;
}

function nameOf(prototype: object): string {
  return String((ownValue(prototype, "constructor") as { name?: unknown } | undefined)?.name);
}

/** The language's own prototypes of what holds more than properties. */
const EXOTIC = new Set<unknown>([
  (globalThis as any).Iterator.prototype,
  Object.getPrototypeOf(async function* () {}).prototype,
  (globalThis as any).DisposableStack?.prototype,
  (globalThis as any).AsyncDisposableStack?.prototype,
  ...Object.values(Object.getOwnPropertyDescriptors((globalThis as any).Temporal ?? {})).map(
    (member: PropertyDescriptor) => member.value?.prototype,
  ),
]);
EXOTIC.delete(undefined);
for (const name of [
  "NumberFormat",
  "Collator",
  "PluralRules",
  "ListFormat",
  "RelativeTimeFormat",
  "Segmenter",
]) {
  refuseClones((Intl as any)[name]);
}

function uncloneable(text: string): Error {
  return failure(`${text} could not be cloned.`);
}

function failure(message: string): Error {
  return new DOMException(message, "DataCloneError");
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
