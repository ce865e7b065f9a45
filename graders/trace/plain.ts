// Values as plain data: how anything a submission hands over is written into a trace, compared and shown.

/**
 * A value as JSON-safe plain data. Primitives that JSON can hold stand for themselves; everything else is a
 * tagged node. `ref` is the world's name for an object that the world itself handed out: two nodes with the
 * same `ref` are the same object, so identity survives the way into the trusted process.
 */
export type Plain = null | boolean | number | string | PlainNode;

export type PlainNode =
  | { t: "undefined" | "promise" | "proxy" | "accessor" | "hole" | "circular" | "cut" }
  | { t: "number"; v: "NaN" | "Infinity" | "-Infinity" | "-0" }
  | { t: "bigint" | "symbol"; v: string }
  | { t: "function"; v: string; ref?: string }
  | { t: "array"; items: Plain[]; ref?: string }
  | { t: "object"; kind?: string; props: [string, Plain][]; ref?: string }
  | {
      t: "error";
      name: string;
      /** The language's own class that it is of, where its name is another one: `RangeError`. */
      kind?: string;
      message: string;
      cause?: Plain;
      errors?: Plain[];
      /** A SuppressedError's: the failure that had come before. */
      suppressed?: Plain;
      props: [string, Plain][];
      ref?: string;
      where?: Position[];
    }
  | { t: "signal"; aborted: boolean; ref?: string }
  | { t: "map"; entries: [Plain, Plain][]; ref?: string }
  | { t: "set"; items: Plain[]; ref?: string }
  | { t: "date"; v: number; ref?: string };

/** A place in the student's program; in the sandbox lines count in the compiled script, elsewhere in the source. */
export interface Position {
  file?: string;
  line: number;
  column: number;
}

/** The world's name of the object behind `value`, if the world handed it out. */
export function refOf(value: Plain): string | undefined {
  return isNode(value) && "ref" in value ? value.ref : undefined;
}

export function isNode(value: Plain): value is PlainNode {
  return typeof value === "object" && value !== null;
}

/** True if `value` is the node of `undefined`. */
export function isUndefined(value: Plain): boolean {
  return isNode(value) && value.t === "undefined";
}

/** A trusted value (made by a grader, never by a submission) as plain data. Throws on what has no plain form. */
export function toPlain(value: unknown): Plain {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "undefined":
      return { t: "undefined" };
    case "bigint":
      return { t: "bigint", v: String(value) };
    case "number":
      return plainNumber(value);
    case "object":
      break;
    default:
      throw new TypeError(`A ${typeof value} has no plain form`);
  }
  if (value === null) return null;
  if (isPlainNode(value)) return value;
  if (Array.isArray(value)) return { t: "array", items: Array.from(value, toPlain) };
  if (value instanceof Error) return { t: "error", name: value.name, message: value.message, props: [] };
  if (value instanceof Map)
    return { t: "map", entries: [...value].map(([key, item]) => [toPlain(key), toPlain(item)]) };
  if (value instanceof Set) return { t: "set", items: [...value].map(toPlain) };
  if (value instanceof Date) return { t: "date", v: value.getTime() };
  return { t: "object", props: Object.entries(value).map(([key, item]) => [key, toPlain(item)]) };
}

/** Finite numbers but -0 stand for themselves; the rest, which JSON would change, are nodes. */
export function plainNumber(value: number): Plain {
  if (Number.isNaN(value)) return { t: "number", v: "NaN" };
  if (Object.is(value, -0)) return { t: "number", v: "-0" };
  if (Number.isFinite(value)) return value;
  return { t: "number", v: value > 0 ? "Infinity" : "-Infinity" };
}

const TAGS = new Set<unknown>(
  [
    "undefined promise proxy accessor hole circular cut number bigint symbol",
    "function array object error signal map set date",
  ].flatMap((line) => line.split(" ")),
);

function isPlainNode(value: object): value is PlainNode {
  return "t" in value && TAGS.has(value.t);
}

/**
 * Whether two plain values are deeply equal: same structure and content, whatever the prototypes, the order of
 * keys, or the identity of objects. A property that is `undefined` equals one that is absent. -0 equals 0.
 */
export function equal(a: Plain, b: Plain): boolean {
  if (!isNode(a) || !isNode(b)) {
    return numeric(a) === numeric(b);
  }
  if (a.t !== b.t) return false;
  switch (a.t) {
    case "array":
      return equalLists(a.items, (b as typeof a).items);
    case "set":
      return equalLists(a.items, (b as typeof a).items);
    case "map":
      return equalLists(a.entries.flat(), (b as typeof a).entries.flat());
    case "object":
      return equalProps(a.props, (b as typeof a).props);
    case "error": {
      const other = b as typeof a;
      if (a.ref !== undefined || other.ref !== undefined) return a.ref === other.ref;
      return a.name === other.name && a.message === other.message;
    }
    case "number":
    case "bigint":
    case "symbol":
    case "date":
      return a.v === (b as typeof a).v;
    case "undefined":
      return true;
    case "function":
    case "signal":
      return a.ref !== undefined && a.ref === (b as typeof a).ref;
    default:
      // Promises, proxies, accessors, holes and what was cut off equal nothing: no expected value holds them.
      return false;
  }
}

/** Whether both are the same thing: for objects the same object of the world, for primitives the same value. */
export function identical(a: Plain, b: Plain): boolean {
  const [left, right] = [refOf(a), refOf(b)];
  if (left !== undefined || right !== undefined) return left === right;
  return equal(a, b);
}

function numeric(value: Plain): unknown {
  return isNode(value) && value.t === "number" && value.v === "-0" ? 0 : value;
}

function equalLists(a: Plain[], b: Plain[]): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]!));
}

function equalProps(a: [string, Plain][], b: [string, Plain][]): boolean {
  const left = new Map(a.filter(([, value]) => !isUndefined(value)));
  const right = new Map(b.filter(([, value]) => !isUndefined(value)));
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !equal(value, other)) return false;
  }
  return true;
}

/** A plain value as a student would write it, on one line of at most `limit` characters. */
export function show(value: Plain, limit = 120): string {
  // An error's message may have lines of its own: quoted, they must not look like lines of ours.
  const text = shown(value, 0).replaceAll("\n", "\\n");
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1))}…`;
}

function shown(value: Plain, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (!isNode(value)) return String(value);
  if (depth > 4) return "…";
  const inner = (item: Plain) => shown(item, depth + 1);
  switch (value.t) {
    case "undefined":
      return "undefined";
    case "number":
      return value.v;
    case "bigint":
      return `${value.v}n`;
    case "symbol":
      return value.v;
    case "function":
      return `function ${value.v || "(anonymous)"}`;
    case "array":
      return `[${value.items.map(inner).join(", ")}]`;
    case "set":
      return `Set(${value.items.length}) {${value.items.map(inner).join(", ")}}`;
    case "map":
      return `Map(${value.entries.length}) {${value.entries.map(([k, v]) => `${inner(k)} => ${inner(v)}`).join(", ")}}`;
    case "object": {
      const body = value.props.map(([key, item]) => `${propertyName(key)}: ${inner(item)}`).join(", ");
      const kind = value.kind && value.kind !== "Object" ? `${value.kind} ` : "";
      return body ? `${kind}{ ${body} }` : `${kind}{}`;
    }
    case "error":
      return value.message ? `${value.name}: ${value.message}` : value.name;
    case "date":
      return Number.isNaN(new Date(value.v).getTime()) ? "Invalid Date" : new Date(value.v).toISOString();
    case "promise":
      return "a Promise";
    case "proxy":
      return "a Proxy";
    case "signal":
      return value.aborted ? "an AbortSignal (aborted)" : "an AbortSignal";
    case "accessor":
      return "(getter)";
    case "hole":
      return "(empty)";
    case "circular":
      return "(circular)";
    default:
      return "…";
  }
}

function propertyName(key: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}

/** The value that `toPlain` made this of; for generated inputs on their way into the sandbox. */
export function fromPlain(plain: Plain): unknown {
  if (!isNode(plain)) return plain;
  switch (plain.t) {
    case "undefined":
      return undefined;
    case "number":
      return Number(plain.v);
    case "bigint":
      return BigInt(plain.v);
    case "array":
      return plain.items.map(fromPlain);
    case "object":
      return Object.fromEntries(plain.props.map(([key, value]) => [key, fromPlain(value)]));
    case "map":
      return new Map(plain.entries.map(([key, value]) => [fromPlain(key), fromPlain(value)]));
    case "set":
      return new Set(plain.items.map(fromPlain));
    case "date":
      return new Date(plain.v);
    default:
      throw new TypeError(`A ${plain.t} cannot be an input`);
  }
}
