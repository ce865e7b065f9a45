import { expect, test } from "vitest";
import type { World } from "../../world/world.ts";
import { askedFor, gotTheirs, handlers, pages, requestMistakes } from "./handlers.ts";
import { runHere } from "./run-fixture.ts";

test("whose request it is: each of several that are the same has its own call, and a copy is that of which it is one", () => {
  const [first, second] = pages(2);
  const whose = askedFor([first, "tea", "tea", second, undefined]);
  expect(["tea", second, "tea", { ...first }, undefined, "tea"].map(whose)).toEqual([1, 3, 2, 0, 4, 1]);
  expect(askedFor(["tea"])("coffee")).toBe(0);
});

async function played(
  all: unknown[],
  call: (handler: (request: unknown) => unknown, all: unknown[]) => void,
) {
  const trace = await runHere(async (world: World) => {
    const { requests, handler } = handlers(world, all);
    call(handler(0, all.length, String), requests);
  });
  const named = Object.entries(requestMistakes).filter(([, shows]) => shows(trace));
  return {
    found: gotTheirs(trace, all.length).find(Boolean)?.message,
    mistakes: named.map(([id]) => id),
  };
}

test("each request has one call, with that very one", async () => {
  const each =
    (change: (request: any) => unknown) => (handler: (request: unknown) => unknown, all: unknown[]) =>
      all.forEach((request) => void handler(change(request)));
  expect(
    await played(
      [...pages(2), 0],
      each((request) => request),
    ),
  ).toEqual({ found: undefined, mistakes: [] });
  expect(
    await played(
      pages(1),
      each((request) => ({ ...request })),
    ),
  ).toEqual({
    found: "a handler did not get request 1 itself.",
    mistakes: ["copy-handed-on"],
  });
  expect(
    await played(
      [0],
      each((request) => request || "/"),
    ),
  ).toEqual({
    found: "a handler did not get request 1 itself.",
    mistakes: ["falsy-is-nothing", "lost-arguments"],
  });
  expect((await played(pages(1), () => {})).found).toBe("no call of a handler for request 1; expected one.");
});
