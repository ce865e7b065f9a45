// Copies what student code hands over into plain data without running any of it: no getter, no proxy trap, no toJSON.
import { type Plain, type Position, plainNumber } from "../../trace/plain.ts";
import { ownValue } from "../platform/overrides.ts";

/** What only the host can tell about a value. */
export interface SnapshotHost {
  isProxy(value: object): boolean;
  isPromise(value: object): boolean;
  isError(value: object): boolean;
  isMap(value: object): boolean;
  isSet(value: object): boolean;
  isDate(value: object): boolean;
  isSignal(value: object): boolean;
  isAborted(signal: object): boolean;
  /** The world's name of an object that it handed out. */
  nameOf(value: object): string | undefined;
  /** Places in the student's program on the error's stack, innermost first. */
  where(error: object): Position[];
  /** What to say instead of an error's message, if anything. */
  reworded?(message: string, where: Position | undefined): string | undefined;
}

/** What a copy takes up in a trace. */
export interface Size {
  nodes: number;
  characters: number;
}

const ERROR_KINDS = [AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
const MAX_DEPTH = 40;
const MAX_NODES = 20_000;
const MAX_TEXT = 20_000;
const MAX_CHARACTERS = 200_000;

/** A plain copy; what is deeper, larger or longer than a trace can hold becomes a `cut` node, which equals nothing. */
export function snapshot(
  value: unknown,
  host: SnapshotHost,
  maxNodes = MAX_NODES,
): { copy: Plain; size: Size } {
  const copier = new Copier(host, maxNodes);
  const copy = copier.copy(value, 0);
  return { copy, size: { nodes: copier.nodes, characters: copier.characters } };
}

class Copier {
  nodes = 0;
  characters = 0;
  private readonly open = new Set<object>();
  private readonly host: SnapshotHost;

  private readonly maxNodes: number;

  constructor(host: SnapshotHost, maxNodes: number) {
    this.host = host;
    this.maxNodes = maxNodes;
  }

  copy(value: unknown, depth: number): Plain {
    switch (typeof value) {
      case "string":
        return value.length > MAX_TEXT || this.full ? { t: "cut" } : this.text(value);
      case "boolean":
        return value;
      case "number":
        return plainNumber(value);
      case "bigint":
        return bigintText(value);
      case "undefined":
        return { t: "undefined" };
      case "symbol":
        return { t: "symbol", v: this.text(cutText(String(value))) };
      default:
        return value === null ? null : this.copyObject(value as object, depth);
    }
  }

  private get full(): boolean {
    return this.nodes > this.maxNodes || this.characters > MAX_CHARACTERS;
  }

  private text(text: string): string {
    this.characters += text.length;
    return text;
  }

  private copyObject(value: object, depth: number): Plain {
    if (this.host.isProxy(value)) return { t: "proxy" };
    if (this.open.has(value)) return { t: "circular" };
    this.nodes++;
    if (depth > MAX_DEPTH || this.full) return { t: "cut" };
    this.open.add(value);
    try {
      return this.node(value, depth);
    } finally {
      this.open.delete(value);
    }
  }

  private node(value: object, depth: number): Plain {
    const name = this.host.nameOf(value);
    const ref = name === undefined ? {} : { ref: name };
    if (typeof value === "function") return { t: "function", v: this.named(value) ?? "", ...ref };
    if (this.host.isSignal(value)) return { t: "signal", aborted: this.host.isAborted(value), ...ref };
    if (this.host.isPromise(value)) return { t: "promise" };
    if (Array.isArray(value)) return { t: "array", items: this.items(value, depth), ...ref };
    if (this.isError(value)) return { ...this.error(value, depth), ...ref };
    return { ...(this.collection(value, depth) ?? this.plainObject(value, depth)), ...ref };
  }

  /** Made by an Error constructor, or by a function that inherits from Error as one did before classes. */
  private isError(value: object): boolean {
    if (this.host.isError(value)) return true;
    let holder: object | null = Object.getPrototypeOf(value);
    for (let steps = 0; holder && steps < 20 && !this.host.isProxy(holder); steps++) {
      if (holder === Error.prototype) return true;
      holder = Object.getPrototypeOf(holder);
    }
    return false;
  }

  private items(value: object, depth: number): Plain[] {
    const length = lengthOf(value);
    const items: Plain[] = [];
    for (let index = 0; index < length; index++) {
      if (this.full) return [...items, { t: "cut" }];
      items.push(this.property(value, index, depth));
    }
    return items;
  }

  private property(value: object, key: string | number, depth: number): Plain {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    if (!descriptor) {
      this.nodes++;
      return { t: "hole" };
    }
    if (!("value" in descriptor)) return { t: "accessor" };
    return this.member(descriptor.value, depth);
  }

  private member(value: unknown, depth: number): Plain {
    // Primitives count too: an array of a million numbers must not fill the trace.
    this.nodes++;
    return this.copy(value, depth + 1);
  }

  private named(value: object, key = "name"): string | undefined {
    const text = this.textOf(value, key);
    return text === undefined ? undefined : this.text(text);
  }

  private error(value: object, depth: number): Extract<Plain, { t: "error" }> {
    const where = this.host.where(value);
    const optional = (key: string) =>
      Object.hasOwn(value, key) ? this.property(value, key, depth) : undefined;
    const cause = optional("cause");
    const errors = optional("errors");
    const suppressed = optional("suppressed");
    const message = this.named(value, "message") ?? "";
    const [name, kind] = [this.named(value) ?? "Error", this.errorKind(value)];
    return {
      t: "error",
      name,
      ...(kind === undefined || kind === name ? {} : { kind }),
      message: this.host.reworded?.(message, where[0]) ?? message,
      ...(cause === undefined ? {} : { cause }),
      ...(typeof errors === "object" && errors !== null && errors.t === "array"
        ? { errors: errors.items }
        : {}),
      ...(suppressed === undefined ? {} : { suppressed }),
      props: this.props(value, depth, ["name", "message", "stack", "cause", "errors", "suppressed"]),
      ...(where.length ? { where } : {}),
    };
  }

  private collection(
    value: object,
    depth: number,
  ): Exclude<Plain, null | boolean | number | string> | undefined {
    if (this.host.isMap(value)) {
      const entries: [Plain, Plain][] = [];
      for (const [key, item] of Map.prototype.entries.call(value)) {
        if (this.full) return { t: "map", entries: [...entries, [{ t: "cut" }, { t: "cut" }]] };
        entries.push([this.member(key, depth), this.member(item, depth)]);
      }
      return { t: "map", entries };
    }
    if (this.host.isSet(value)) {
      const items: Plain[] = [];
      for (const item of Set.prototype.values.call(value)) {
        if (this.full) return { t: "set", items: [...items, { t: "cut" }] };
        items.push(this.member(item, depth));
      }
      return { t: "set", items };
    }
    if (this.host.isDate(value)) return { t: "date", v: Date.prototype.getTime.call(value) || 0 };
    return undefined;
  }

  private plainObject(value: object, depth: number): Extract<Plain, { t: "object" }> {
    const kind = this.className(value);
    return {
      t: "object",
      ...(kind ? { kind: this.text(kind) } : {}),
      props: this.props(value, depth, []),
    };
  }

  private props(value: object, depth: number, without: string[]): [string, Plain][] {
    const props: [string, Plain][] = [];
    for (const key of keysOf(value)) {
      if (without.includes(key)) continue;
      if (this.full) {
        props.push(["…", { t: "cut" }]);
        break;
      }
      props.push([this.text(cutText(key)), this.property(value, key, depth)]);
    }
    return props;
  }

  /** The nearest text of this name on the prototype chain, read without running anything but a class's own getter. */
  private textOf(value: object, key: string): string | undefined {
    let holder: object | null = value;
    for (let steps = 0; holder && steps < 20 && !this.host.isProxy(holder); steps++) {
      const descriptor = Object.getOwnPropertyDescriptor(holder, key);
      if (descriptor)
        return cutMaybe("value" in descriptor ? descriptor.value : classGetter(descriptor, holder, value));
      holder = Object.getPrototypeOf(holder);
    }
    return undefined;
  }

  /** Of which of the language's own classes, other than Error itself, an error is. */
  private errorKind(value: object): string | undefined {
    let holder = Object.getPrototypeOf(value);
    for (let steps = 0; holder && steps < 20 && !this.host.isProxy(holder); steps++) {
      const kind = ERROR_KINDS.find(({ prototype }) => prototype === holder);
      if (kind) return kind.name;
      holder = Object.getPrototypeOf(holder);
    }
    return undefined;
  }

  private className(value: object): string | undefined {
    const prototype = Object.getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype || this.host.isProxy(prototype))
      return undefined;
    const made = ownValue(prototype, "constructor");
    if (typeof made !== "function" || this.host.isProxy(made)) return undefined;
    return this.textOf(made, "name");
  }
}

// `class TimeoutError extends Error { get name() { … } }` is an honest way to name an error, and DOMException's own.
// The getter runs once, in the sandbox, and what it gives is what is judged.
function classGetter(descriptor: PropertyDescriptor, holder: object, value: object): unknown {
  if (holder === value || !descriptor.get) return undefined;
  try {
    return descriptor.get.call(value);
  } catch {
    return undefined;
  }
}

/** A typed array of a hundred million numbers has as many keys: only those that can be recorded are made. */
function keysOf(value: object): Iterable<string> {
  if (!ArrayBuffer.isView(value)) return Object.keys(value);
  return (function* () {
    for (let index = 0; Object.hasOwn(value, index); index++) yield String(index);
  })();
}

function lengthOf(value: object): number {
  return Object.getOwnPropertyDescriptor(value, "length")?.value ?? 0;
}

function cutMaybe(text: unknown): string | undefined {
  return typeof text === "string" ? cutText(text) : undefined;
}

function cutText(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

// A BigInt of millions of digits takes minutes to print: 1,000 hexadecimal digits are plenty.
function bigintText(value: bigint): Plain {
  return BigInt.asIntN(4000, value) === value ? { t: "bigint", v: String(value) } : { t: "cut" };
}
