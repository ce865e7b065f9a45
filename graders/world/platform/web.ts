// Web globals that need no clock. The host's own do the work; neither their errors nor their prototypes come out.
import { isAnyArrayBuffer as isBuffer } from "node:util/types";
import { DOMException } from "./dom-exception.ts";
import { invalidArgument, missingArgument } from "./errors.ts";
import { deeper, inspectCustom } from "./inspect-custom.ts";
import { finishClass, listProperties } from "./overrides.ts";
import { adopted, SearchParams } from "./search-params.ts";
import { refuseClones, structuredClone } from "./structured-clone.ts";

// Taken before lockdown, which removes some of them.
const HostDOMException = globalThis.DOMException;
const host = { atob, btoa, TextEncoder, TextDecoder, URL };

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

  constructor(url: unknown, base: unknown = undefined) {
    // biome-ignore lint/complexity/noArguments: how many were given is what counts, and the length is visible.
    if (arguments.length === 0) throw missingArgument("url");
    const [text, baseText] = [`${url}`, base === undefined ? undefined : `${base}`];
    this.#inner = guarded(() => new host.URL(text, baseText));
  }

  static canParse(url: unknown, base: unknown = undefined): boolean {
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0) throw missingArgument("url");
    return host.URL.canParse(`${url}`, base === undefined ? undefined : `${base}`);
  }
  static parse(url: unknown, base: unknown = undefined): Url | null {
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0) throw missingArgument("url");
    return Url.canParse(url, base) ? new Url(url, base) : null;
  }

  get origin(): string {
    return this.#inner.origin;
  }
  get searchParams(): SearchParams {
    this.#params ??= adopted(this.#inner.searchParams);
    return this.#params;
  }
  toString(): string {
    return this.#inner.href;
  }
  toJSON(): string {
    return this.#inner.href;
  }

  [inspectCustom](
    depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): unknown {
    if (depth < 0) return this;
    const parts = Object.fromEntries(
      "href origin protocol username password host hostname port pathname search searchParams hash"
        .split(" ")
        .map((part) => [part, (this as any)[part]]),
    );
    return `${(this as object).constructor.name} ${inspect(parts, deeper(options))}`;
  }
}
listProperties(Url.prototype, ["origin", "searchParams", "toString", "toJSON"]);
refuseClones(Url, "Cannot clone object of unsupported type.");

listProperties(Encoder.prototype, ["encode", "encodeInto", "encoding"]);
listProperties(Decoder.prototype, ["decode", "encoding", "fatal", "ignoreBOM"]);
const classes = { TextEncoder: Encoder, TextDecoder: Decoder, URL: Url };
for (const [name, made] of Object.entries(classes)) finishClass(name, made);

/** Shared by all runs, so the caller freezes them. */
export const webGlobals: Record<string, unknown> = {
  ...classes,
  URLSearchParams: SearchParams,
  structuredClone,
  atob: (...args: [text?: unknown]) => {
    if (args.length === 0) throw missingArgument("input");
    const [text] = args;
    const given = `${text}`;
    return guarded(() => host.atob(given));
  },
  btoa: (...args: [text?: unknown]) => {
    if (args.length === 0) throw missingArgument("input");
    const [text] = args;
    const given = `${text}`;
    return guarded(() => host.btoa(given));
  },
};
// A bundler may give them other names, where what it bundles uses the host's own ones.
for (const [name, made] of Object.entries(webGlobals))
  Object.defineProperty(made, "name", { value: name, configurable: true });
