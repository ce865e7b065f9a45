// URLSearchParams: Node's own does the work; what is iterated is live, as on Node.
import { invalidThis, missingArgument, nodeError } from "./errors.ts";
import { inspectCustom } from "./inspect-custom.ts";
import { finishClass, listProperties } from "./overrides.ts";
import { refuseClones } from "./structured-clone.ts";

// Taken before lockdown.
const Host = globalThis.URLSearchParams;
const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
type Inspect = (value: unknown, options: object) => string;

let innerOf: (value: unknown) => InstanceType<typeof Host> | undefined;
const ADOPT = Symbol("adopt");

function checked(value: unknown): InstanceType<typeof Host> {
  const inner = innerOf(value);
  if (!inner) throw invalidThis("URLSearchParams");
  return inner;
}

/** Throws unless as many arguments were given as are named. */
function needs(given: ArrayLike<unknown>, ...names: string[]): void {
  if (given.length < names.length) throw missingArgument(...names);
}

export class SearchParams {
  #inner: InstanceType<typeof Host>;

  static {
    innerOf = (value) => {
      return typeof value === "object" && value !== null && #inner in value ? value.#inner : undefined;
    };
  }

  constructor(init: unknown = undefined) {
    const adopted = init instanceof Adopted ? init.inner : undefined;
    this.#inner = adopted ?? new Host(innerOf(init) ?? pairsOf(init));
  }

  append(...given: [name?: unknown, value?: unknown]): void {
    const inner = checked(this);
    needs(given, "name", "value");
    inner.append(text(given[0]), text(given[1]));
  }
  delete(...given: [name?: unknown, value?: unknown]): void {
    const inner = checked(this);
    needs(given, "name");
    if (given[1] === undefined) inner.delete(text(given[0]));
    else inner.delete(text(given[0]), text(given[1]));
  }
  get(...given: [name?: unknown]): string | null {
    const inner = checked(this);
    needs(given, "name");
    return inner.get(text(given[0]));
  }
  getAll(...given: [name?: unknown]): string[] {
    const inner = checked(this);
    needs(given, "name");
    return inner.getAll(text(given[0]));
  }
  has(...given: [name?: unknown, value?: unknown]): boolean {
    const inner = checked(this);
    needs(given, "name");
    return given[1] === undefined ? inner.has(text(given[0])) : inner.has(text(given[0]), text(given[1]));
  }
  set(...given: [name?: unknown, value?: unknown]): void {
    const inner = checked(this);
    needs(given, "name", "value");
    inner.set(text(given[0]), text(given[1]));
  }
  sort(): void {
    checked(this).sort();
  }
  entries(): object {
    checked(this);
    return new ParamsIterator(this, "entry");
  }
  forEach(callback: unknown, thisArg: unknown = undefined): void {
    checked(this);
    if (typeof callback !== "function") {
      throw nodeError("ERR_INVALID_ARG_TYPE", 'The "callback" argument must be of type function.');
    }
    for (const [name, value] of this.entries() as Iterable<[string, string]>) {
      Reflect.apply(callback, thisArg, [value, name, this]);
    }
  }
  keys(): object {
    checked(this);
    return new ParamsIterator(this, "key");
  }
  values(): object {
    checked(this);
    return new ParamsIterator(this, "value");
  }
  toString(): string {
    return checked(this).toString();
  }
  get size(): number {
    return checked(this).size;
  }

  [inspectCustom](depth: number, options: object, inspect: Inspect): string {
    const inner = checked(this);
    if (depth < 0) return "[Object]";
    const shown = (each: string) => inspect(each, options);
    const pairs = [...inner].map(([name, value]) => `${shown(name)} => ${shown(value)}`);
    const name = (this as object).constructor.name;
    if (pairs.length === 0) return `${name} {}`;
    const line = pairs.join(", ");
    return line.length > 80 ? `${name} {\n  ${pairs.join(",\n  ")} }` : `${name} { ${line} }`;
  }
}

/** What the parameters of a URL are made of. */
class Adopted {
  readonly inner: InstanceType<typeof Host>;
  constructor(token: unknown, inner: InstanceType<typeof Host>) {
    if (token !== ADOPT) throw new TypeError("Illegal constructor");
    this.inner = inner;
  }
}

/** The parameters of a URL: what is changed in them changes it. */
export function adopted(inner: InstanceType<typeof Host>): SearchParams {
  return new SearchParams(new Adopted(ADOPT, inner));
}

class ParamsIterator {
  readonly #params: SearchParams;
  readonly #kind: "key" | "value" | "entry";
  #index = 0;

  constructor(params: SearchParams, kind: "key" | "value" | "entry") {
    this.#params = params;
    this.#kind = kind;
  }

  next(): IteratorResult<unknown> {
    if (!(#index in this)) throw invalidThis("URLSearchParamsIterator");
    const pair = [...checked(this.#params)][this.#index];
    if (!pair) return { done: true, value: undefined };
    this.#index++;
    const [key, value] = pair;
    return { done: false, value: this.#kind === "key" ? key : this.#kind === "value" ? value : [key, value] };
  }
}

const iterator = ParamsIterator.prototype as Partial<ParamsIterator>;
delete (iterator as { constructor?: unknown }).constructor;
Object.setPrototypeOf(iterator, IteratorPrototype);
Object.defineProperty(iterator, Symbol.toStringTag, {
  value: "URLSearchParams Iterator",
  configurable: true,
});
Object.defineProperty(SearchParams.prototype, Symbol.iterator, {
  value: SearchParams.prototype.entries,
  writable: true,
  configurable: true,
});

const LENGTHS = { append: 2, delete: 1, get: 1, getAll: 1, has: 1, set: 2 };
for (const [name, value] of Object.entries(LENGTHS)) {
  Object.defineProperty((SearchParams.prototype as any)[name], "length", { value, configurable: true });
}
listProperties(
  SearchParams.prototype,
  "append delete get getAll has set sort entries forEach keys values toString size".split(" "),
);
finishClass("URLSearchParams", SearchParams);
refuseClones(SearchParams, "Cannot clone object of unsupported type.");

/** Frozen by whoever freezes the globals. */
export const paramsIteratorPrototype: object = iterator;

function text(value: unknown): string {
  return `${value}`.toWellFormed();
}

/** A string, pairs, or an object's own properties, as texts. */
function pairsOf(init: unknown): string | [string, string][] {
  if (init === undefined) return "";
  if ((typeof init !== "object" && typeof init !== "function") || init === null) return text(init);
  const method = (init as any)[Symbol.iterator];
  if (method === undefined || method === null) return recordOf(init);
  if (typeof method !== "function") throw nodeError("ERR_ARG_NOT_ITERABLE", "Query pairs must be iterable");
  return Array.from(init as Iterable<unknown>, pairOf);
}

function pairOf(pair: unknown): [string, string] {
  const wrong = () =>
    nodeError("ERR_INVALID_TUPLE", "Each query pair must be an iterable [name, value] tuple");
  const isObject = (typeof pair === "object" && pair !== null) || typeof pair === "function";
  if (!isObject || typeof (pair as any)[Symbol.iterator] !== "function") throw wrong();
  const parts = [...(pair as Iterable<unknown>)];
  if (parts.length !== 2) throw wrong();
  return [text(parts[0]), text(parts[1])];
}

function recordOf(init: object): [string, string][] {
  const pairs = new Map<string, string>();
  for (const key of Reflect.ownKeys(init)) {
    if (!Object.prototype.propertyIsEnumerable.call(init, key)) continue;
    pairs.set(text(key), text((init as any)[key]));
  }
  return [...pairs];
}
