// Copies of what student code hands over: complete for honest values, bounded and without side effects for others.
import { isDate, isMap, isNativeError, isPromise, isProxy, isSet } from "node:util/types";
import { describe, expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import { type SnapshotHost, snapshot } from "./snapshot.ts";

const named = { kept: true };
const aborted = AbortSignal.abort();
const host: SnapshotHost = {
  isProxy,
  isPromise,
  isMap,
  isSet,
  isDate,
  isError: isNativeError,
  isSignal: (value) => value === aborted,
  isAborted: () => true,
  nameOf: (value) => (value === named ? "its name" : undefined),
  where: () => [],
};
const copy = (value: unknown): Plain => snapshot(value, host).copy;
const fail = (): never => {
  throw new Error("student code ran");
};

describe("honest values", () => {
  class Point {
    x = 1;
  }
  class TimeoutError extends Error {
    override get name() {
      return "TimeoutError";
    }
  }
  test.each<[string, unknown, Plain]>([
    ["text", "a", "a"],
    ["nothing", undefined, { t: "undefined" }],
    ["-0", -0, { t: "number", v: "-0" }],
    ["a BigInt", 2n ** 64n, { t: "bigint", v: "18446744073709551616" }],
    [
      "a list with a hole",
      Object.assign(new Array(3), { 0: 1, 2: 3 }),
      { t: "array", items: [1, { t: "hole" }, 3] },
    ],
    ["an object of a class", new Point(), { t: "object", kind: "Point", props: [["x", 1]] }],
    ["a named object", named, { t: "object", props: [["kept", true]], ref: "its name" }],
    ["a map", new Map([[1, "a"]]), { t: "map", entries: [[1, "a"]] }],
    ["a set", new Set([1, null]), { t: "set", items: [1, null] }],
    ["a date", new Date(5), { t: "date", v: 5 }],
    [
      "a typed array",
      new Uint8Array([7, 8]),
      {
        t: "object",
        kind: "Uint8Array",
        props: [
          ["0", 7],
          ["1", 8],
        ],
      },
    ],
    ["an aborted signal", aborted, { t: "signal", aborted: true }],
    [
      "an error whose class names it",
      new TimeoutError("late"),
      { t: "error", name: "TimeoutError", message: "late", props: [] },
    ],
    [
      "an error of a class that extends RangeError",
      new (class SizeError extends RangeError {
        override name = "SizeError";
      })("0"),
      { t: "error", name: "SizeError", kind: "RangeError", message: "0", props: [] },
    ],
    [
      "an error with a cause",
      new Error("a", { cause: 1 }),
      { t: "error", name: "Error", message: "a", cause: 1, props: [] },
    ],
    [
      "an error that came after another",
      new SuppressedError("later", "earlier", "both"),
      { t: "error", name: "SuppressedError", message: "both", suppressed: "earlier", props: [] },
    ],
  ])("%s", (_, value, plain) => expect(copy(value)).toEqual(plain));
});

describe("hostile values run nothing and stop nothing", () => {
  const traps = new Proxy({}, { get: () => fail });
  const loop: unknown[] = [];
  loop.push(loop);
  test.each<[string, unknown, Plain]>([
    ["a proxy", new Proxy({}, traps), { t: "proxy" }],
    [
      "a getter",
      {
        get x() {
          return fail();
        },
      },
      { t: "object", props: [["x", { t: "accessor" }]] },
    ],
    ["toJSON", { toJSON: fail }, { t: "object", props: [["toJSON", { t: "function", v: "fail" }]] }],
    ["a list that holds itself", loop, { t: "array", items: [{ t: "circular" }] }],
    ["a proxy for a prototype", Object.create(new Proxy({}, traps)), { t: "object", props: [] }],
    [
      "an error with such a prototype",
      Object.setPrototypeOf(new Error("m"), new Proxy({}, traps)),
      { t: "error", name: "Error", message: "m", props: [] },
    ],
    [
      "a class getter that throws",
      new (class extends Error {
        override get name() {
          return fail();
        }
      })("m"),
      { t: "error", name: "Error", message: "m", props: [] },
    ],
    [
      "a map whose forEach lies",
      Object.assign(new Map([[1, 2]]), { forEach: fail, entries: fail }),
      { t: "map", entries: [[1, 2]] },
    ],
    [
      "a constructor that is a proxy",
      Object.create({ constructor: new Proxy(fail, traps) }),
      { t: "object", props: [] },
    ],
    ["a BigInt of a million digits", 2n ** 4_000_000n, { t: "cut" }],
  ])("%s", (_, value, plain) => expect(copy(value)).toEqual(plain));
});

describe("large values are cut, and what is cut equals nothing", () => {
  const numbers = Array.from({ length: 100_000 }, (_, index) => index);
  test.each<[string, unknown]>([
    ["a list", numbers],
    ["a map", new Map(numbers.map((each) => [each, each]))],
    ["a set", new Set(numbers)],
    ["an object", Object.fromEntries(numbers.map((each) => [`key ${each}`, each]))],
    ["a typed array", new Float64Array(1e7)],
    ["a sparse list", new Array(4e9)],
    ["many long texts", numbers.map((each) => `${each}${"x".repeat(1000)}`)],
    ["a deep list", numbers.reduce<unknown[]>((inner) => [inner], [])],
    ["a long text", "x".repeat(1e6)],
  ])("%s", (_, value) => {
    const { copy, size } = snapshot(value, host);
    expect(size.nodes).toBeLessThan(20_010);
    expect(size.characters).toBeLessThan(250_000);
    expect(JSON.stringify(copy)).toContain('{"t":"cut"}');
  });

  test("as small as is asked for", () => {
    expect(snapshot(numbers, host, 3).copy).toEqual({ t: "array", items: [0, 1, 2, { t: "cut" }] });
  });
});
