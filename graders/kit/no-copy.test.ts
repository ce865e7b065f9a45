import { expect, test } from "vitest";
import { call, traceOf } from "../timeline/fixture.ts";
import type { Plain } from "../trace/plain.ts";
import { noCopy } from "./no-copy.ts";

const user: Plain = { t: "object", props: [["id", 1]], ref: "the user" };
const { ref: _, ...copy } = user;
const found = (...given: unknown[]) =>
  noCopy(
    traceOf(
      given.map((each) => call("fetchPosts", [each], 0, 5)),
      [],
      { made: { "the user": user } },
    ),
    "the user",
  );

test("a copy is told from the thing itself, and from all else", () => {
  expect(found(user, { id: 2 }, "a text")).toBeUndefined();
  expect(found(user, copy)).toEqual({
    message: "`fetchPosts` got a copy of what it was to be given; expected the very same object.",
    misconception: "copy-handed-on",
  });
});
