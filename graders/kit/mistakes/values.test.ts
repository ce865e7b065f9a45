// Whether an error of the submission's own holds the failure that it was made from.
import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import { flattened, holdsFunction, isWrapping } from "./values.ts";

const own = (message: string, parts: object = {}): Plain => ({
  t: "error",
  name: "Error",
  message,
  props: [],
  ...parts,
});

test("an error wraps a failure that it has as its cause, in its list, or in its words", () => {
  const failure = own("out of buns", { ref: "failure" });
  expect(isWrapping(own("no burger", { cause: failure }), failure)).toBe(true);
  expect(isWrapping(own("no burger", { errors: [failure] }), failure)).toBe(true);
  expect(isWrapping(own("no burger: out of buns"), failure)).toBe(true);
  expect(isWrapping(own("no burger"), failure)).toBe(false);
});

test("text that was thrown is known by its words, without the quotes that it is shown with", () => {
  expect(isWrapping(own("no more buns"), "no more buns")).toBe(true);
  expect(isWrapping(own(""), "")).toBe(false);
});

test("a text or a number that was made an object is made of one that failed", () => {
  const boxed: Plain = { t: "object", kind: "Number", props: [["api", 2]] };
  expect([isWrapping(boxed, 0), isWrapping(boxed, own("out of buns"))]).toEqual([true, false]);
});

test("the very same error wraps nothing", () => {
  const failure = own("out of buns", { ref: "failure" });
  expect(isWrapping(failure, failure)).toBe(false);
});

test("a function in an object that the world handed out belongs there", () => {
  const act: Plain = { t: "function", v: "release" };
  const holder = (parts: object): Plain => ({ t: "object", props: [["release", act]], ...parts });
  expect(holdsFunction({ t: "array", items: [act] })).toBe(true);
  expect(holdsFunction(holder({}))).toBe(true);
  expect(holdsFunction(holder({ ref: "connection" }))).toBe(false);
  expect(holdsFunction({ ...act, ref: "service" } as Plain)).toBe(true);
});

test("the errors in a failure were told in its place, not that failure, or it twice", () => {
  const [one, two] = [own("one"), own("two")];
  const all = own("all", { errors: [one, two] });
  const told = (...values: Plain[]) =>
    flattened(
      [{ value: all }],
      values.map((value) => ({ value })),
    );
  expect([told(one, two), told(all), told(all, all)]).toEqual([true, false, false]);
});
