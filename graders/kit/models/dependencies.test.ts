import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import { madeBy, notesOf } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { failing, returning } from "../jobs.ts";
import {
  but,
  dependencies,
  handlerOf,
  inEachKind,
  inWords,
  KINDS,
  needed,
  needing,
  ODD_VALUES,
  odd,
  valueName,
} from "./dependencies.ts";
import { runHere } from "./run-fixture.ts";

const isOf = (provided: unknown) => Object.prototype.toString.call(provided).slice(8, -1);

test("each provides in its own way, notes what it gets, and takes its time", async () => {
  const all = [...inEachKind("tea"), needed("plain", { kind: "generator", plain: true })];
  const trace = await runHere(async (world: World) => {
    const list = dependencies(world, all);
    for (const { provide } of list) world.note("gives", isOf(provide({ generator: "tea" })));
    const generator = list[0]!.provide({});
    world.note("yields", (await generator.next()).value);
    await generator.next();
    await list[4]!.provide({ generator: "tea" }).next();
  });
  expect(notesOf(trace, "gives").map(({ value }) => value)).toEqual([
    ...["AsyncGenerator", "Generator", "Promise", "String"],
    ...["AsyncGenerator", "Generator"],
  ]);
  expect(notesOf(trace, "provided").map(({ value }) => value)).toContainEqual(
    toPlain(["cart", "generator", "tea"]),
  );
  const own = trace.calls.filter(({ args }) => args[0] === "async generator");
  expect(own.map(({ service, start, end }) => [service, start.at, end?.at])).toEqual([
    ["set up", 0, 100],
    ["tear down", 100, 200],
  ]);
});

test("a generator notes how it is resumed, and answers as it is told", async () => {
  const resumed = async (more: object, how: "next" | "throw" | "return") => {
    const trace = await runHere(async (world: World) => {
      const [own] = dependencies(world, [needed("own", { kind: "generator", ...more })]);
      const generator = own!.provide({});
      generator.next();
      await world.watch("resumed", () => generator[how](world.error("failure")));
    });
    return [
      trace.outcomes.resumed!.state,
      ...trace.notes.map(({ name }) => name),
      ...trace.calls.map(({ service }) => service),
    ];
  };
  expect(await resumed({}, "next")).toEqual(["returned", "resumed", "set up", "tear down"]);
  expect(await resumed({}, "return")).toEqual(["returned", "set up", "tear down"]);
  expect(await resumed({}, "throw")).toEqual(["threw", "thrown in", "set up", "tear down"]);
  expect(await resumed({ answer: "swallows" }, "throw")).toEqual([
    "returned",
    "thrown in",
    "set up",
    "tear down",
  ]);
  expect(await resumed({ bare: true }, "throw")).toEqual(["threw", "thrown in", "set up"]);
  expect(await resumed({ bare: true }, "next")).toEqual(["returned", "resumed", "set up", "tear down"]);
  expect(await resumed({ down: failing(0) }, "next")).toEqual(["threw", "resumed", "set up", "tear down"]);
});

test("odd values are none that a generator function of the language makes", async () => {
  const trace = await runHere((world: World) => {
    for (const what of ODD_VALUES) {
      const [own] = dependencies(world, [needed("own", { kind: "value", value: odd(what) })]);
      world.note("tag", isOf(own!.provide({})));
    }
  });
  const tags = notesOf(trace, "tag").map(({ value }) => value);
  expect([tags.length, tags.includes("Generator"), tags.includes("AsyncGenerator")]).toEqual([
    ODD_VALUES.length,
    false,
    false,
  ]);
});

test("the handler is handed all, and everything in words", async () => {
  const solving = { all: but([needed("a"), needing("b", "a")], "a", { up: failing(10), kind: "value" }) };
  const trace = await runHere((world: World) =>
    handlerOf(world, { ...solving, handler: returning(50) })({ a: 1, b: undefined }),
  );
  expect(notesOf(trace, "handed").map(({ value }) => value)).toEqual(
    [
      ["a", 1],
      ["b", undefined],
    ].map(toPlain),
  );
  expect(trace.outcomes.main).toMatchObject({ settled: { at: 50 }, value: madeBy(trace, "handler 1") });
  expect(inWords({ ...solving, handler: failing(1) })).toBe(
    "With a (a value) whose set-up fails, b that needs a, and a handler that fails",
  );
  expect([KINDS.length, inWords({ all: [] }), valueName("a")]).toEqual([4, "With no dependency", "the a"]);
});
