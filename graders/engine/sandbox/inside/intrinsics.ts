// The language's own objects, before SES freezes them: what inherits from them may have properties of its own.
import { isProxy } from "node:util/types";
import { allowOverrides } from "../../../world/platform/overrides.ts";

/**
 * Turns methods of the language's prototypes, constructors and namespaces into accessors, so that an assignment on what
 * inherits them does what it does without a freeze. SES's own taming does so for a part of them only. Call it between
 * SES's repair and its freezing.
 */
export function allowOwnProperties(): void {
  giveBack();
  for (const [name, value] of Object.entries(namedIntrinsics())) {
    allowOverrides(value, { name }, NEVER);
    // Nothing inherits from these two, and Node's own inspect finds their names by a constructor that is a value.
    const skip = name === "BigInt" || name === "Symbol" ? [...TAG, "constructor"] : TAG;
    if (typeof value === "function")
      allowOverrides(value.prototype ?? {}, { name: `${name}.prototype` }, skip);
  }
  for (const [name, prototype] of Object.entries(hiddenPrototypes())) {
    allowOverrides(prototype, { name: `${name}.prototype` }, TAG);
  }
}

// Taken before lockdown, which takes them from the constructors that it makes for students.
const LAST_MATCH =
  "$1 $2 $3 $4 $5 $6 $7 $8 $9 $& $_ $+ $` $' input lastMatch lastParen leftContext rightContext"
    .split(" ")
    .map((name) => [name, Object.getOwnPropertyDescriptor(RegExp, name)!.get!] as const);
const HostRegExp = RegExp;

const { captureStackTrace: hostCapture } = Error;

/** V8's own, which tells of the student's code alone, as stacks do here; what it leaves is a plain text. */
const { captureStackTrace } = {
  captureStackTrace(object: unknown, until?: unknown): void {
    if ((typeof object !== "object" || object === null) && typeof object !== "function") {
      throw new TypeError("Invalid argument");
    }
    const holder = isProxy(object) ? {} : (object as object);
    hostCapture(holder, typeof until === "function" ? (until as () => void) : captureStackTrace);
    const { stack } = holder as { stack: unknown };
    Object.defineProperty(object, "stack", {
      value: stack,
      writable: true,
      enumerable: false,
      configurable: true,
    });
  },
};

/** What every JavaScript program finds on its constructors, and what does no harm. */
function giveBack(): void {
  const { constructor: StudentRegExp } = RegExp.prototype;
  for (const [name, given] of LAST_MATCH) {
    const methods = { get: () => Reflect.apply(given, HostRegExp, []), set() {} };
    Object.defineProperty(StudentRegExp, name, { ...methods, configurable: true });
  }
  const { constructor: StudentError } = Error.prototype as any;
  // What a program assigns to them is kept for the run, and changes no stack.
  const settings = {
    stackTraceLimit: 10,
    prepareStackTrace: (error: unknown) => String(error),
    captureStackTrace,
  };
  for (const [name, value] of Object.entries(settings)) {
    Object.defineProperty(StudentError, name, {
      value,
      configurable: true,
      enumerable: name === "stackTraceLimit",
    });
  }
  const others = Reflect.ownKeys(StudentError).filter((key) => !Object.hasOwn(settings, key));
  allowOverrides(StudentError, "of the run", others);
}

const TAG = [Symbol.toStringTag];
const NEVER = [...TAG, "name", "length", "prototype"];

/** Constructors as students get them: SES makes its own of some, which are the prototypes' `constructor`. */
function namedIntrinsics(): Record<string, any> {
  const found: Record<string, any> = {};
  for (const name of NAMES) {
    const value = (globalThis as any)[name];
    if (value) found[name] = typeof value === "function" ? (value.prototype?.constructor ?? value) : value;
  }
  return found;
}

const NAMES = [
  ...[
    "Object",
    "Function",
    "Array",
    "Number",
    "Boolean",
    "String",
    "Symbol",
    "Date",
    "Promise",
    "RegExp",
    "BigInt",
  ],
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError"],
  ...["URIError", "SuppressedError", "Map", "Set", "WeakMap", "WeakSet", "Iterator", "Proxy"],
  ...["ArrayBuffer", "DataView", "Uint8Array", "Int8Array", "Uint16Array", "Int16Array", "Uint32Array"],
  ...["Int32Array", "BigUint64Array", "BigInt64Array", "Uint8ClampedArray", "Float16Array", "Float32Array"],
  ...["Float64Array", "DisposableStack", "AsyncDisposableStack", "JSON", "Reflect"],
];

/** What no global name leads to. */
function hiddenPrototypes(): Record<string, object> {
  const { getPrototypeOf } = Object;
  const generator = getPrototypeOf(function* () {});
  const asyncGenerator = getPrototypeOf(async function* () {});
  const hidden: Record<string, object> = {
    TypedArray: getPrototypeOf(Uint8Array.prototype),
    AsyncFunction: getPrototypeOf(async () => {}),
    GeneratorFunction: generator,
    AsyncGeneratorFunction: asyncGenerator,
    Generator: generator.prototype,
    AsyncGenerator: asyncGenerator.prototype,
    AsyncIterator: getPrototypeOf(asyncGenerator.prototype),
    "Array Iterator": getPrototypeOf([].values()),
    "Map Iterator": getPrototypeOf(new Map().values()),
    "Set Iterator": getPrototypeOf(new Set().values()),
    "String Iterator": getPrototypeOf(""[Symbol.iterator]()),
    "RegExp String Iterator": getPrototypeOf("".matchAll(/x/g)),
    "Iterator Helper": getPrototypeOf([].values().map(String)),
    "Wrapped Iterator": getPrototypeOf(Iterator.from({ next: () => ({ done: true, value: 0 }) })),
  };
  return hidden;
}
