// The other globals: what tells the time, what is random, and the web's.
import { describe, expect, it } from "vitest";
import { onNode, onPlatform, outcome, type Scenario } from "./fixtures/compare.ts";
import { EPOCH, makeRig } from "./fixtures/rig.ts";

describe("time", () => {
  it("is virtual wherever it is read", () => {
    const { globals, clock, modules } = makeRig();
    const { Date: VirtualDate, Temporal, Intl: VirtualIntl, performance, process } = globals;
    const read = () => ({
      now: VirtualDate.now() - EPOCH,
      date: new VirtualDate().getTime() - EPOCH,
      text: VirtualDate() === new Date(EPOCH + clock.now).toString(),
      instant: Temporal.Now.instant().epochMilliseconds - EPOCH,
      zoned: Temporal.Now.zonedDateTimeISO("UTC").toString(),
      plain: [
        Temporal.Now.plainDateTimeISO("UTC"),
        Temporal.Now.plainDateISO("UTC"),
        Temporal.Now.plainTimeISO("UTC"),
      ].join(" "),
      formatted: new VirtualIntl.DateTimeFormat("en", { timeStyle: "medium", timeZone: "UTC" }).format(),
      parts: VirtualIntl.DateTimeFormat("en", { second: "numeric", timeZone: "UTC" }).formatToParts(),
      performance: [performance.now(), performance.timeOrigin + performance.now() - EPOCH],
      process: [process.hrtime(), process.hrtime([1, 5e8]), process.hrtime.bigint(), process.uptime()],
    });
    const start = read();
    clock.block(61_250, "work");
    expect([start, read()]).toEqual([
      {
        now: 0,
        date: 0,
        text: true,
        instant: 0,
        zoned: "2026-01-01T00:00:00+00:00[UTC]",
        plain: "2026-01-01T00:00:00 2026-01-01 00:00:00",
        formatted: "12:00:00 AM",
        parts: [{ type: "second", value: "0" }],
        performance: [1000, 0],
        process: [[1, 0], [-1, 5e8], 1_000_000_000n, 1],
      },
      {
        now: 61_250,
        date: 61_250,
        text: true,
        instant: 61_250,
        zoned: "2026-01-01T00:01:01.25+00:00[UTC]",
        plain: "2026-01-01T00:01:01.25 2026-01-01 00:01:01.25",
        formatted: "12:01:01 AM",
        parts: [{ type: "second", value: "1" }],
        performance: [62_250, 61_250],
        process: [[62, 250_000_000], [60, 750_000_000], 62_250_000_000n, 62.25],
      },
    ]);
    expect(Object.keys(modules)).toEqual([
      "node:timers",
      "node:timers/promises",
      "node:events",
      "node:async_hooks",
    ]);
  });

  it("has a Date like the language's own", () => {
    const { globals } = makeRig();
    const { Date: VirtualDate } = globals;
    class Day extends VirtualDate {
      day() {
        return this.toISOString().slice(0, 10);
      }
    }
    const day = new Day();
    expect([
      day.day(),
      day instanceof VirtualDate,
      new Date(0) instanceof VirtualDate,
      new VirtualDate(2026, 1, 3).getDate(),
      new VirtualDate("2026-02-03").getTime() === VirtualDate.parse("2026-02-03"),
      VirtualDate.UTC(1970, 0, 1),
      new VirtualDate(day).getTime() - EPOCH,
      Number.isNaN(new VirtualDate(undefined).getTime()),
      VirtualDate.name,
      VirtualDate.length,
    ]).toEqual(["2026-01-01", true, true, 3, true, 0, 0, true, "Date", 7]);
  });

  it("has an Intl that formats given dates, and all its other members", () => {
    const { globals } = makeRig();
    const { DateTimeFormat, NumberFormat } = globals.Intl;
    const format = new DateTimeFormat("en", { dateStyle: "short", timeZone: "UTC" });
    expect([
      [new Date(0), 864e5].map(format.format),
      format.formatRange(new Date(0), new Date(864e5)),
      format.resolvedOptions().timeZone,
      format instanceof DateTimeFormat,
      Object.prototype.toString.call(format),
      DateTimeFormat.supportedLocalesOf(["en"]),
      new NumberFormat("en").format(1234.5),
      Object.getOwnPropertyNames(globals.Intl).sort(),
    ]).toEqual([
      ["1/1/70", "1/2/70"],
      "1/1/70 – 1/2/70".replaceAll(" ", "\u2009"),
      "UTC",
      true,
      "[object Intl.DateTimeFormat]",
      ["en"],
      "1,234.5",
      Object.getOwnPropertyNames(Intl).sort(),
    ]);
    expect(() => new DateTimeFormat("no locale")).toThrow(RangeError);
  });
});

describe("randomness", () => {
  it("follows from the seed", () => {
    const draw = () => {
      const { globals } = makeRig();
      const bytes = globals.crypto.getRandomValues(new Uint8Array(4));
      return [globals.Math.random(), globals.crypto.randomUUID(), [...bytes], globals.Math.random()];
    };
    const first = draw();
    expect(first).toEqual(draw());
    expect(first[0]).not.toBe(first[3]);
    expect(first[1]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it("fills just the array that is given, of any integer type", () => {
    const { globals } = makeRig();
    const buffer = new ArrayBuffer(24);
    const given = new BigUint64Array(buffer, 8, 1);
    expect(globals.crypto.getRandomValues(given)).toBe(given);
    const zeros = [...new Uint8Array(buffer)].map((byte) => byte === 0);
    expect([zeros.slice(0, 8), zeros.slice(16)]).toEqual([Array(8).fill(true), Array(8).fill(true)]);
    expect(given[0]).not.toBe(0n);
  });

  it("refuses what it cannot fill", async () => {
    const { globals } = makeRig();
    const { crypto } = globals;
    const names: unknown[] = [];
    for (const wrong of [
      new globals.Float64Array(1),
      new Uint8Array(65_537),
      new DataView(new ArrayBuffer(1)),
      [],
      5,
    ]) {
      const [state, error] = await outcome(() => crypto.getRandomValues(wrong));
      names.push(state, (error as Error).name);
    }
    expect(names.join(" ")).toBe(
      `failed TypeMismatchError failed QuotaExceededError${" failed TypeMismatchError".repeat(3)}`,
    );
  });

  it("leaves the rest of Math as it is", () => {
    const { globals } = makeRig();
    const members = (math: object) => Object.getOwnPropertyNames(math).filter((name) => name !== "random");
    expect(members(globals.Math)).toEqual(members(Math));
    expect([globals.Math.max(1, 2), globals.Math.PI, String(globals.Math)]).toEqual([
      2,
      Math.PI,
      "[object Math]",
    ]);
  });
});

const web: Record<string, Scenario> = {
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

describe("web and language globals", () => {
  it.each(Object.entries(web))("%s: as on Node", async (_name, scenario) => {
    const expected = await onNode(scenario);
    expect(expected.length).toBeGreaterThan(0);
    expect(await onPlatform(scenario)).toEqual(expected);
  });
});
