// The web's and the language's globals: scenarios run on Node's own and on ours.
import { describeAsOnNode, outcome, type Scenario } from "./fixtures/compare.ts";

const scenarios: Record<string, Scenario> = {
  structuredClone: async ({ globals, note }) => {
    const { structuredClone } = globals;
    const shared = [1];
    const clone = structuredClone({
      a: shared,
      b: shared,
      map: new Map([[1, new Date(5)]]),
      error: new TypeError("x"),
    });
    note(
      clone.a === clone.b,
      clone.a !== shared,
      clone.map.get(1).getTime(),
      clone.error instanceof TypeError,
    );
    const buffer = new ArrayBuffer(8);
    note(structuredClone(buffer, { transfer: [buffer] }).byteLength, buffer.byteLength);
    for (const wrong of [() => {}, Symbol("s"), { deep: () => {} }, new WeakMap(), Promise.resolve()]) {
      const [state, error] = (await outcome(() => structuredClone(wrong))) as [string, any];
      note(state, error.name, error.code, error instanceof globals.DOMException);
    }
    const thrower = {
      get x() {
        throw new RangeError("mine");
      },
    };
    note(...(await outcome(() => structuredClone(thrower))));
    note(((await outcome(() => structuredClone())) as any)[1].code);
  },
  URL: async ({ globals, note }) => {
    const url = new globals.URL("../b?x=1&y=2#z", "https://ada:pw@example.org:8080/a/c");
    note(
      String(url),
      JSON.stringify(url),
      url.origin,
      url.username,
      url.port,
      url.pathname,
      url.search,
      url.hash,
    );
    const params = url.searchParams;
    params.append("x", 3);
    url.port = 99;
    url.hash = "";
    note(url.href, url.searchParams === params, params.getAll("x"));
    url.search = "?q=%20";
    note(
      url.searchParams.get("q"),
      globals.URL.canParse("x"),
      globals.URL.parse("x"),
      globals.URL.parse("a:b").href,
    );
    for (const wrong of ["x", "http://"]) {
      const [state, error] = (await outcome(() => new globals.URL(wrong))) as [string, any];
      note(state, error, error instanceof TypeError);
    }
    note((await outcome(() => new globals.URL()))[1]);
  },
  URLSearchParams: async ({ globals, note }) => {
    const { URLSearchParams } = globals;
    const pairs = [
      ["b", "2"],
      ["a", 1],
      ["b", "3"],
    ];
    const params = new URLSearchParams(pairs);
    note(
      String(params),
      params.size,
      [...params],
      [...params.keys()],
      [...params.values()],
      [...params.entries()],
    );
    note(params.get("b"), params.getAll("b"), params.get("c"), params.has("a"), params.has("a", "2"));
    params.forEach((value: string, name: string, self: unknown) => void note(name, value, self === params));
    params.sort();
    params.delete("b", "2");
    params.set("a", "&");
    note(String(params), String(new URLSearchParams(params)), String(new URLSearchParams("?a=1")));
    note(
      String(new URLSearchParams({ x: 1, y: "z w" })),
      String(new URLSearchParams()),
      String(new URLSearchParams(new Map([["m", 1]]))),
    );
    note((await outcome(() => new URLSearchParams([["a", "b", "c"]])))[0]);
  },
  "TextEncoder and TextDecoder": async ({ globals, note }) => {
    const { TextEncoder, TextDecoder } = globals;
    note([...new TextEncoder().encode("aé€")], [...new TextEncoder().encode()], new TextEncoder().encoding);
    const target = new Uint8Array(2);
    note(new TextEncoder().encodeInto("é€", target), [...target]);
    const decoder = new TextDecoder();
    note(
      decoder.decode(new Uint8Array([226, 130]), { stream: true }) + decoder.decode(new Uint8Array([172])),
    );
    note(new TextDecoder("utf-16le", { ignoreBOM: true }).encoding, decoder.fatal, decoder.ignoreBOM);
    note((await outcome(() => new TextDecoder("no such")))[1]);
    const [state, error] = (await outcome(() =>
      new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([255])),
    )) as any;
    note(state, error.name, error.code);
  },
  "atob and btoa": async ({ globals, note }) => {
    note(globals.btoa("hello"), globals.atob("aGVsbG8="), globals.atob(" aGVs bG8 "), globals.btoa(5));
    for (const act of [() => globals.btoa("€"), () => globals.atob("*")]) {
      const [state, error] = (await outcome(act)) as [string, any];
      note(state, error.name, error.code, error instanceof globals.DOMException);
    }
  },
  "weak references": async ({ globals, note }) => {
    const target = {};
    note(new globals.WeakRef(target).deref() === target, String(new globals.WeakRef(target)));
    const registry = new globals.FinalizationRegistry(() => note("never"));
    const token = {};
    note(registry.register(target, "held", token), registry.unregister(token), registry.unregister(token));
    for (const act of [
      () => new globals.WeakRef(5),
      () => new globals.FinalizationRegistry(),
      () => registry.register(1),
    ]) {
      const [state, error] = (await outcome(act)) as [string, Error];
      note(state, error.name);
    }
  },
  "the language's newer parts": ({ globals, note }) => {
    const { DisposableStack, SuppressedError } = globals;
    const stack = new DisposableStack();
    stack.defer(() => note("disposed"));
    stack.dispose();
    const error = new SuppressedError(1, 2, "both");
    note(error, error.error, error.suppressed, error instanceof Error, new globals.Float64Array([1.5])[0]);
    note(typeof globals.AsyncDisposableStack, (() => {}) instanceof globals.Function);
  },
};

describeAsOnNode("web and language globals", scenarios);
