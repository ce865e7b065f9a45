// Web globals that need no clock. The host's own do the work; neither their errors nor their prototypes come out.
import { isAnyArrayBuffer as isBuffer } from "node:util/types";
import { DOMException } from "./dom-exception.ts";
import { checkFunction, checkObject, invalidArgument, missingArgument } from "./errors.ts";
import { finishClass } from "./overrides.ts";

// Taken before lockdown, which removes some of them.
const HostDOMException = globalThis.DOMException;
const host = { structuredClone, atob, btoa, TextEncoder, TextDecoder, URL, URLSearchParams };

/** Calls the host, which runs no student code meanwhile: its errors come out as plain ones. */
function guarded<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof HostDOMException) throw new DOMException(error.message, error.name);
    const { message, code } = error as Error & { code?: unknown };
    const plain = error instanceof RangeError ? new RangeError(message) : new TypeError(message);
    throw code === undefined ? plain : Object.assign(plain, { code });
  }
}

/** As the host's: but what cannot be cloned throws our DOMException. What a getter throws comes out as it is. */
function structuredCloneSafely(...given: [value?: unknown, options?: unknown]): unknown {
  if (given.length === 0) throw missingArgument("value");
  const [value, options = {}] = given;
  checkObject(options, "options");
  const transfer = options.transfer === undefined ? [] : [...options.transfer];
  try {
    return host.structuredClone(value, { transfer });
  } catch (error) {
    throw error instanceof HostDOMException ? new DOMException(error.message, error.name) : error;
  }
}

class Encoder {
  #inner = new host.TextEncoder();

  get encoding(): string {
    return "utf-8";
  }

  encode(text: unknown = ""): Uint8Array {
    return this.#inner.encode(`${text}`);
  }

  encodeInto(text: unknown, target: Uint8Array): { read: number; written: number } {
    const given = `${text}`;
    // The host's own complaint would show the value, and in doing so hand its `inspect` to the value's own method.
    if (kindOf(target) !== "Uint8Array") throw invalidArgument("dest", "an instance of Uint8Array", target);
    return guarded(() => this.#inner.encodeInto(given, target));
  }
}

class Decoder {
  #inner: InstanceType<typeof host.TextDecoder>;

  constructor(label: unknown = "utf-8", options: { fatal?: unknown; ignoreBOM?: unknown } = {}) {
    const [name, fatal, ignoreBOM] = [`${label}`, Boolean(options?.fatal), Boolean(options?.ignoreBOM)];
    this.#inner = guarded(() => new host.TextDecoder(name, { fatal, ignoreBOM }));
  }

  get encoding(): string {
    return this.#inner.encoding;
  }
  get fatal(): boolean {
    return this.#inner.fatal;
  }
  get ignoreBOM(): boolean {
    return this.#inner.ignoreBOM;
  }

  decode(bytes?: Uint8Array, options: { stream?: unknown } = {}): string {
    const stream = Boolean(options?.stream);
    if (bytes !== undefined && kindOf(bytes) === undefined && !isBuffer(bytes)) {
      throw invalidArgument("list", "an instance of ArrayBuffer or ArrayBufferView", bytes);
    }
    return guarded(() => this.#inner.decode(bytes, { stream }));
  }
}

const tagOf = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)!.get!;

/** The kind of a view of a buffer, whatever prototype or properties it was given; undefined for anything else. */
function kindOf(value: unknown): string | undefined {
  if (!ArrayBuffer.isView(value)) return undefined;
  return (Reflect.apply(tagOf, value, []) as string | undefined) ?? "DataView";
}

let innerParams: (value: unknown) => URLSearchParams | undefined;
const ADOPT = Symbol("adopt");

class SearchParams {
  #inner: URLSearchParams;

  static {
    innerParams = (value) => {
      return typeof value === "object" && value !== null && #inner in value ? value.#inner : undefined;
    };
  }

  constructor(init: unknown = "", adopted?: { token: symbol; inner: URLSearchParams }) {
    const own = adopted?.token === ADOPT ? adopted.inner : innerParams(init);
    this.#inner = adopted ? own! : new host.URLSearchParams(own ?? pairsOf(init));
  }

  get size(): number {
    return this.#inner.size;
  }

  append(name: unknown, value: unknown): void {
    this.#inner.append(`${name}`, `${value}`);
  }
  delete(name: unknown, value?: unknown): void {
    this.#inner.delete(`${name}`, value === undefined ? undefined : `${value}`);
  }
  get(name: unknown): string | null {
    return this.#inner.get(`${name}`);
  }
  getAll(name: unknown): string[] {
    return this.#inner.getAll(`${name}`);
  }
  has(name: unknown, value?: unknown): boolean {
    return this.#inner.has(`${name}`, value === undefined ? undefined : `${value}`);
  }
  set(name: unknown, value: unknown): void {
    this.#inner.set(`${name}`, `${value}`);
  }
  sort(): void {
    this.#inner.sort();
  }
  toString(): string {
    return this.#inner.toString();
  }
  forEach(callback: unknown, thisArg?: unknown): void {
    checkFunction(callback, "callback");
    for (const [name, value] of this.entries()) Reflect.apply(callback, thisArg, [value, name, this]);
  }
  entries(): IterableIterator<[string, string]> {
    return [...this.#inner].values();
  }
  keys(): IterableIterator<string> {
    return [...this.#inner.keys()].values();
  }
  values(): IterableIterator<string> {
    return [...this.#inner.values()].values();
  }
  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }
}

/** A string, pairs, or an object's own properties, as texts. */
function pairsOf(init: unknown): string | [string, string][] {
  if ((typeof init !== "object" && typeof init !== "function") || init === null) return `${init}`;
  const pairs = Symbol.iterator in init ? [...(init as Iterable<Iterable<unknown>>)] : Object.entries(init);
  return pairs.map((pair) => {
    const [name, value, ...more] = pair;
    if (more.length > 0) throw new TypeError("Each query pair must be an iterable [name, value] tuple");
    return [`${name}`, `${value}`];
  });
}

const URL_PARTS = "protocol username password host hostname port pathname search hash href".split(" ");

class Url {
  #inner: InstanceType<typeof host.URL>;
  #params: SearchParams | undefined;

  static {
    for (const part of URL_PARTS as "href"[]) {
      const { get, set } = {
        get(this: Url) {
          return this.#inner[part];
        },
        set(this: Url, value: unknown) {
          const text = `${value}`;
          guarded(() => {
            this.#inner[part] = text;
          });
        },
      };
      Object.defineProperty(Url.prototype, part, { get, set, enumerable: true, configurable: true });
    }
  }

  constructor(...given: [url?: unknown, base?: unknown]) {
    if (given.length === 0) throw missingArgument("url");
    const [url, base] = [`${given[0]}`, given[1] === undefined ? undefined : `${given[1]}`];
    this.#inner = guarded(() => new host.URL(url, base));
  }

  static canParse(url: unknown, base?: unknown): boolean {
    return host.URL.canParse(`${url}`, base === undefined ? undefined : `${base}`);
  }
  static parse(url: unknown, base?: unknown): Url | null {
    return Url.canParse(url, base) ? new Url(url, base) : null;
  }

  get origin(): string {
    return this.#inner.origin;
  }
  get searchParams(): SearchParams {
    this.#params ??= new SearchParams("", { token: ADOPT, inner: this.#inner.searchParams });
    return this.#params;
  }
  toString(): string {
    return this.#inner.href;
  }
  toJSON(): string {
    return this.#inner.href;
  }
}

const classes = { TextEncoder: Encoder, TextDecoder: Decoder, URL: Url, URLSearchParams: SearchParams };
for (const [name, made] of Object.entries(classes)) finishClass(name, made);

/** Shared by all runs, so the caller freezes them. */
export const webGlobals: Record<string, unknown> = {
  ...classes,
  structuredClone: structuredCloneSafely,
  atob: (text: unknown) => {
    const given = `${text}`;
    return guarded(() => host.atob(given));
  },
  btoa: (text: unknown) => {
    const given = `${text}`;
    return guarded(() => host.btoa(given));
  },
};
