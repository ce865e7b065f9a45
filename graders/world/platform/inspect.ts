// How values are shown: by Node's own `util.inspect`, which is given nothing that would call back into it.
import { inspect as hostInspect } from "node:util";
import { isDate, isNativeError as isError, isPromise, isProxy } from "node:util/types";
import { inspectCustom } from "./inspect-custom.ts";
import { isOfRuns, ownValue } from "./overrides.ts";

/** Options of `util.inspect`; colours are never used. */
export interface InspectOptions {
  depth?: number | null;
  [name: string]: unknown;
}

const DEFAULTS = {
  showHidden: false,
  depth: 2,
  colors: false,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10_000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
};
const NAMES = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
/** More objects than this are not searched for their own ways of being shown. */
const MAX_SEARCHED = 2_000;

/**
 * The text that Node's `console.log` prints for a value, but without the frames of errors' stacks. As on Node, a value's
 * own `[Symbol.for("nodejs.util.inspect.custom")]` is called. Throws only what such a method throws.
 */
export function inspect(value: unknown, given: unknown = {}): string {
  const options: InspectOptions = { ...DEFAULTS };
  // Whatever else a program gives (`seen`, `stylize`) must not reach Node's own.
  if (typeof given === "object" && given !== null) {
    for (const name of NAMES) if (name in given) (options as any)[name] = (given as any)[name];
  }
  options.colors = false;
  const searched = new Search(options, (given as { customInspect?: unknown })?.customInspect !== false);
  return searched.filledIn(shownByNode(searched.prepared(value), options));
}

// Node's own may be asked for anything by a program's getter; what it throws then is an object of Node's.
function shownByNode(value: unknown, options: InspectOptions): string {
  try {
    return withoutFrames(hostInspect(value, { ...options, customInspect: false } as object));
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** Places in the compiled program tell a student nothing. */
function withoutFrames(text: string): string {
  const named = text.replace(NOT_FOUND, (_all, size, kind, error) => (error ? error : `${kind}${size} [`));
  if (!named.includes("exercise:///")) return named;
  return named.replace(/\n *at [^\n]*exercise:\/\/\/[^\n{]*?(?=\n| \{|\]|$)/g, "");
}

/** Classes of the language that Node's own does not find where an accessor gives the constructor. */
const NOT_FOUND =
  /TypedArray(\(\d+\)) \[(\w+)\] \[|\bError \[(ReferenceError|SyntaxError|EvalError|URIError|SuppressedError)\]/g;

/** Calls the objects' own methods, and puts placeholders where what they give shall stand. */
class Search {
  private readonly options: InspectOptions;
  private readonly custom: boolean;
  private readonly texts: string[] = [];
  private readonly seen = new Set<object>();
  private readonly copies = new Map<object, object>();
  private left = MAX_SEARCHED;

  constructor(options: InspectOptions, custom: boolean) {
    this.options = options;
    this.custom = custom;
  }

  /** The value itself, or a copy in which something is replaced. */
  prepared(value: unknown): unknown {
    return this.needsCopy(value, 0) ? this.shown(value, 0) : value;
  }

  /** `text` with what the placeholders stand for, each line as far in as the first. */
  filledIn(text: string): string {
    if (this.texts.length === 0) return text;
    return text.replace(/Symbol\(\uE000(\d+)[\uE000\n]*\)/g, (_mark, index, offset: number) => {
      const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
      return this.texts[Number(index)]!.replaceAll("\n", `\n${/^ */.exec(line)![0]}`);
    });
  }

  private tooDeep(level: number): boolean {
    const { depth } = this.options;
    return typeof depth === "number" && level > depth;
  }

  /** Whether anything in it is shown otherwise than Node's own would show it. */
  private needsCopy(value: unknown, level: number): boolean {
    if (!isObject(value) || isProxy(value) || this.seen.has(value) || --this.left < 0) return false;
    this.seen.add(value);
    if (this.method(value) || (typeof value === "object" && withName(value) !== value)) return true;
    if (isOpaque(value) || this.tooDeep(level)) return false;
    const inner = (each: unknown) => this.needsCopy(each, level + 1);
    if (value instanceof Map) {
      for (const [key, held] of Map.prototype.entries.call(value)) if (inner(key) || inner(held)) return true;
    }
    if (value instanceof Set)
      for (const item of Set.prototype.values.call(value)) if (inner(item)) return true;
    if (Array.isArray(value) && value.length > MAX_SEARCHED) return false;
    return Object.values(Object.getOwnPropertyDescriptors(value)).some((property) => inner(property.value));
  }

  private method(value: object): ((...args: unknown[]) => unknown) | undefined {
    const method: unknown = this.custom ? (value as any)[inspectCustom] : undefined;
    if (typeof method !== "function") return undefined;
    const isPrototype = (ownValue(value, "constructor") as any)?.prototype === value;
    return isPrototype ? undefined : (method as (...args: unknown[]) => unknown);
  }

  private shown(value: unknown, level: number): unknown {
    if (!isObject(value) || isProxy(value)) return value;
    const known = this.copies.get(value);
    if (known) return known;
    const method = this.method(value);
    if (method) return this.asItSays(value, method, level);
    if (isOpaque(value)) return value;
    if (this.tooDeep(level)) return withName(value);
    return this.copy(value, level + 1);
  }

  private asItSays(value: object, method: (...args: unknown[]) => unknown, level: number): unknown {
    const { depth } = this.options;
    const left = typeof depth === "number" ? depth - level : depth;
    const result: unknown = Reflect.apply(method, value, [left, { ...this.options, stylize }, inspect]);
    if (result === value) return value;
    if (typeof result !== "string") return this.shown(result, level);
    const start = `\uE000${this.texts.push(result) - 1}`;
    // As wide and as high as what it stands for, so that lines break where Node breaks them.
    const [first = "", ...more] = result.split("\n");
    const rest = more.map((line) => `\n${"\uE000".repeat(line.length)}`).join("");
    return Symbol(start.padEnd(first.length - "Symbol()".length, "\uE000") + rest);
  }

  private copy(value: object, level: number): object {
    const prototype = Object.getPrototypeOf(withName(value));
    const copy = Object.setPrototypeOf(emptyLike(value), prototype);
    this.copies.set(value, copy);
    const inner = (each: unknown) => this.shown(each, level);
    if (value instanceof Map) {
      for (const [key, held] of Map.prototype.entries.call(value)) {
        Map.prototype.set.call(copy, inner(key), inner(held));
      }
    }
    if (value instanceof Set) {
      for (const item of Set.prototype.values.call(value)) Set.prototype.add.call(copy, inner(item));
    }
    const properties = Object.getOwnPropertyDescriptors(value) as PropertyDescriptorMap;
    for (const key of Reflect.ownKeys(properties) as string[]) {
      const property = properties[key]!;
      if ("value" in property) property.value = inner(property.value);
    }
    return Object.defineProperties(copy, properties);
  }
}

function emptyLike(value: object): object {
  if (Array.isArray(value)) return [];
  if (value instanceof Map) return new Map();
  return value instanceof Set ? new Set() : {};
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** The constructor of a platform's class, which Node's own does not find, since an accessor gives it. */
function namedByAccessor(prototype: object): unknown {
  return isOfRuns(prototype) ? ownValue(prototype, "constructor") : undefined;
}

/** The object itself, or one with the same properties whose class Node's own finds. */
function withName(value: object): object {
  const prototype = Object.getPrototypeOf(value);
  const made = prototype && namedByAccessor(prototype);
  if (!made) return value;
  const named = Object.create(prototype, { constructor: { value: made } });
  return Object.create(named, Object.getOwnPropertyDescriptors(value));
}

/** What holds more than its properties: its parts are not looked at. */
function isOpaque(value: object): boolean {
  return (
    typeof value === "function" ||
    isPromise(value) ||
    isDate(value) ||
    isError(value) ||
    ArrayBuffer.isView(value)
  );
}

const stylize = Object.freeze((text: unknown) => `${text}`);
