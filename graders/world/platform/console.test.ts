// The students' console: lines as Node's, with virtual times.
import { format as nodeFormat } from "node:util";
import { describe, expect, it } from "vitest";
import { formatLine } from "./console-format.ts";
import { makeRig } from "./fixtures/rig.ts";

describe("formatLine", () => {
  const symbol = Symbol("s");
  const lines: unknown[][] = [
    [],
    ["text", "more", 5, true, null, undefined, symbol],
    [5, "text"],
    ["%s is %d", "one", 1, "and", "more"],
    ["%d %i %f", "42.5", "42.9px", "1.5rem"],
    ["%d %i", "x", "y"],
    ["%d %d", -0, 2n ** 70n],
    ["%d %i %f", symbol, symbol, symbol],
    ["%d %f", null, true],
    ["%s %s", "only one"],
    ["100%%"],
    ["100%% of %s", "it"],
    ["%x %", "x"],
    ["%c styled", "color: red"],
    ["%s %s %s", symbol, undefined, 5],
  ];
  it.each(lines.map((line) => [line.map(String).join(", "), line]))("is Node's for (%s)", (_text, line) => {
    expect(formatLine(line)).toBe(nodeFormat(...line));
  });

  const date = new Date(0);
  class Money {
    amount = 5;
    [Symbol.for("nodejs.util.inspect.custom")](depth: number) {
      return `EUR ${this.amount}\n(${depth})`;
    }
  }
  const objects: unknown[][] = [
    ["%s %o %O %j", [1], { a: 1 }, { b: [2] }, { c: 3 }],
    ["%s %s", new Error("no stack").message, date],
    ["%s", new Money()],
    [new Money(), { price: new Money(), list: [new Money()] }, new Map([["m", new Money()]])],
    [[new Proxy({ a: 1 }, {}), Promise.resolve({ a: 1 }), new Promise(() => {})]],
    [
      Object.assign(() => {}, { a: 1 }),
      class A {},
      Object.assign([1], { 3: 4 }),
      new Set([[1]]),
      new Map([[{ a: 1 }, 2]]).entries(),
    ],
    [{ deep: { deeper: { deepest: { no: 1 } } }, long: "x".repeat(70), other: "y".repeat(20) }],
    [Array.from({ length: 120 }, (_, index) => index * 3), Object.create(null), Symbol("s"), -0, 5n],
  ];
  it.each(objects.map((line, index) => [index, line]))("is Node's for objects (%s)", (_index, line) => {
    expect(formatLine(line)).toBe(nodeFormat(...line));
  });

  it("runs no trap of a proxy", () => {
    const trap = () => {
      throw new Error("ran");
    };
    const proxy = new Proxy(
      {},
      { get: trap, ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap },
    );
    expect(formatLine([proxy, [proxy]])).toBe("Proxy({}) [ Proxy({}) ]");
  });
});

describe("console", () => {
  it("prints lines with their levels, virtual times and groups", async () => {
    const { globals, clock, log } = makeRig();
    const { console } = globals;
    for (const level of ["log", "info", "debug", "warn", "error", "trace", "dir", "dirxml"])
      console[level]("text");
    console.trace();
    clock.block(5, "work");
    console.group("group %s", "one");
    console.log("two\nlines");
    console.groupCollapsed();
    console.log("deep");
    console.groupEnd();
    console.groupEnd();
    console.groupEnd();
    console.clear();
    console.log({}, "after");
    console.assert(1, "never");
    console.assert(0, "told %s", "why");
    console.assert(false);
    console.assert(false, 5);
    expect(log).toEqual([
      "text@0",
      "info text@0",
      "debug text@0",
      "warn text@0",
      "error text@0",
      "trace Trace: text@0",
      "'text'@0",
      "text@0",
      "trace Trace@0",
      "group one@5",
      "  two\n  lines@5",
      "    deep@5",
      "{} after@5",
      "warn Assertion failed: told why@5",
      "warn Assertion failed@5",
      "warn Assertion failed 5@5",
    ]);
  });

  it("counts, and measures virtual time", async () => {
    const { globals, clock, log, drive } = makeRig();
    const { console } = globals;
    console.count();
    console.count("x%s");
    console.count("x%s");
    console.countReset("x%s");
    console.count("x%s");
    console.time();
    console.time("long%s");
    console.time();
    clock.block(12, "work");
    console.timeLog("default", "so far", 5);
    console.timeEnd();
    console.timeEnd();
    clock.block(1488, "work");
    console.timeLog("long%s");
    clock.block(63_505, "work");
    console.timeEnd("long%s");
    await drive();
    expect(log).toEqual([
      "default: 1@0",
      "x%s: 1@0",
      "x%s: 2@0",
      "x%s: 1@0",
      "default: 12ms so far 5@12",
      "default: 12ms@12",
      "long%s: 1.500s@1500",
      "long%s: 1:05.005 (m:ss.mmm)@65005",
      "warn (node) Warning: Label 'default' already exists for console.time()@65005",
      "warn (node) Warning: No such label 'default' for console.timeEnd()@65005",
    ]);
  });

  it("draws tables of data, and prints what has no rows", () => {
    const { globals, log } = makeRig();
    globals.console.table([
      { name: "ada", age: 36 },
      { name: "bob", admin: true },
    ]);
    globals.console.table({ one: 1, two: { name: "x" } }, ["name"]);
    globals.console.table("no table");
    expect(log.join("\n").replaceAll("@0", "")).toBe(
      [
        "┌─────────┬───────┬─────┬───────┐",
        "│ (index) │ name  │ age │ admin │",
        "├─────────┼───────┼─────┼───────┤",
        "│ 0       │ 'ada' │ 36  │       │",
        "│ 1       │ 'bob' │     │ true  │",
        "└─────────┴───────┴─────┴───────┘",
        "┌─────────┬──────┐",
        "│ (index) │ name │",
        "├─────────┼──────┤",
        "│ one     │      │",
        "│ two     │ 'x'  │",
        "└─────────┴──────┘",
        "no table",
      ].join("\n"),
    );
  });

  it("needs no `this`", () => {
    const { globals, log } = makeRig();
    ["a", "b"].forEach(globals.console.log);
    expect(log).toEqual(["a 0 [ 'a', 'b' ]@0", "b 1 [ 'a', 'b' ]@0"]);
  });
});
