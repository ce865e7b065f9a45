import { expect, test } from "vitest";
import { type Plain, toPlain } from "../../trace/plain.ts";
import { likelyInstead } from "./instead.ts";

const error = (message: string, parts: object = {}): Plain => ({
  t: "error",
  name: "Error",
  message,
  props: [],
  ...parts,
});
const own = error("disk full", { ref: "error" });
const response = { api: 1, data: "Data of API 1" };

test.each<[string | undefined, Plain, unknown]>([
  ["not-called", { t: "function", v: "fetchApi" }, response],
  ["forgotten-await", { t: "array", items: [{ t: "promise" }] }, [response]],
  ["wrong-format", toPlain([2, "a burger"]), "a burger"],
  ["wrong-format", toPlain(["Data of API 1"]), [response]],
  ["wrong-format", toPlain([[1], ["posts"]]), { user: [1], posts: ["posts"] }],
  ["wrong-format", toPlain("Got: Ham,Egg"), "Got: Ham, Egg"],
  ["wrong-format", toPlain("3"), 3],
  [undefined, toPlain([0, true]), 0],
  [undefined, toPlain("Got: Ham"), "Got: Ham, Egg"],
  [undefined, toPlain(2), 3],
  ["missing-return", toPlain(undefined), "a burger"],
  ["lost-reason", toPlain(undefined), own],
  ["wrapped-error", toPlain("failed: disk full"), own],
  ["wrapped-error", error("saving: disk full"), own],
  [undefined, error("another"), own],
])("%s: %j", (name, got, want) => {
  expect(likelyInstead(got, toPlain(want))).toBe(name);
});
