// How values are shown: by Node's own `util.inspect`, which is given nothing that would call back into it.
import { inspect as hostInspect } from "node:util";
import { isDate, isNativeError as isError, isPromise, isProxy } from "node:util/types";
import { inspectCustom } from "./inspect-custom.ts";
import { ownValue } from "./overrides.ts";

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
  const shown = searched.shown(value, 0);
  return searched.filledIn(shownByNode(shown, options));
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
  return text.includes("exercise:///")
    ? text.replace(/\n *at [^\n]*exercise:\/\/\/[^\n{]*?(?=\n| \{|\]|$)/g, "")
    : text;
}

/** Calls the objects' own methods, and puts placeholders where what they give shall stand. */
class Search {
  private readonly options: InspectOptions;
  private readonly custom: boolean;
  private readonly texts: string[] = [];
  private readonly open = new Set<object>();
  private left = MAX_SEARCHED;

  constructor(options: InspectOptions, custom: boolean) {
    this.options = options;
    this.custom = custom;
  }

  /** The value itself, or a copy in which something is replaced. */
  shown(value: unknown, level: number): unknown {
    if (!this.custom || typeof value !== "object" || value === null) {
      return typeof value === "function" && this.custom ? this.own(value, level) : value;
    }
    // A proxy's traps must not run.
    if (isProxy(value) || this.open.has(value) || --this.left < 0) return value;
    const own = this.own(value, level);
    if (own !== value || isOpaque(value)) return own;
    const { depth } = this.options;
    if (typeof depth === "number" && level > depth) return value;
    this.open.add(value);
    try {
      return this.copy(value, level + 1);
    } finally {
      this.open.delete(value);
    }
  }

  /** `text` with what the placeholders stand for, each line as far in as the first. */
  filledIn(text: string): string {
    if (this.texts.length === 0) return text;
    return text.replace(/Symbol\(\uE000(\d+)[\uE000\n]*\)/g, (_mark, index, offset: number) => {
      const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
      return this.texts[Number(index)]!.replaceAll("\n", `\n${/^ */.exec(line)![0]}`);
    });
  }

  private own(value: object, level: number): unknown {
    const method: unknown = (value as any)[inspectCustom];
    if (typeof method !== "function" || (ownValue(value, "constructor") as any)?.prototype === value)
      return value;
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

  private copy(value: object, level: number): unknown {
    if (Array.isArray(value)) return this.copyArray(value, level);
    if (value instanceof Map) {
      const entries = [...Map.prototype.entries.call(value)];
      const shown = entries.map(([key, held]) => [this.shown(key, level), this.shown(held, level)] as const);
      const same = shown.every(
        ([key, held], index) => key === entries[index]![0] && held === entries[index]![1],
      );
      return same ? value : Object.setPrototypeOf(new Map(shown), Object.getPrototypeOf(value));
    }
    if (value instanceof Set) {
      const items = [...Set.prototype.values.call(value)];
      const shown = items.map((item) => this.shown(item, level));
      const same = shown.every((item, index) => item === items[index]);
      return same ? value : Object.setPrototypeOf(new Set(shown), Object.getPrototypeOf(value));
    }
    const prototype = Object.getPrototypeOf(value);
    const made = prototype && namedByAccessor(prototype);
    const fresh = () => Object.create(made ? Object.create(prototype, { constructor: { value: made } }) : prototype);
    return this.copyProperties(value, level, fresh, Boolean(made));
  }

  private copyArray(value: unknown[], level: number): unknown {
    if (value.length > MAX_SEARCHED) return value;
    return this.copyProperties(value, level, () => Object.setPrototypeOf([], Object.getPrototypeOf(value)));
  }

  private copyProperties(value: object, level: number, fresh: () => object, changed = false): unknown {
    const properties = Object.getOwnPropertyDescriptors(value) as PropertyDescriptorMap;
    for (const key of Reflect.ownKeys(properties) as string[]) {
      const property = properties[key]!;
      if (!("value" in property) || typeof property.value !== "object") continue;
      const shown = this.shown(property.value, level);
      changed ||= shown !== property.value;
      property.value = shown;
    }
    return changed ? Object.defineProperties(fresh(), properties) : value;
  }
}

/** The constructor of a platform's class, which Node's own does not find, since an accessor gives it. */
function namedByAccessor(prototype: object): unknown {
  const found = Object.getOwnPropertyDescriptor(prototype, "constructor");
  const made: unknown = found?.get && prototype !== Object.prototype ? ownValue(prototype, "constructor") : undefined;
  return typeof made === "function" ? made : undefined;
}

/** What holds more than its properties: its parts are not looked at. */
function isOpaque(value: object): boolean {
  return isPromise(value) || isDate(value) || isError(value) || ArrayBuffer.isView(value);
}

const stylize = Object.freeze((text: unknown) => `${text}`);
