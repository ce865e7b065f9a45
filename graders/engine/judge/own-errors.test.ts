import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import { emptyTrace, type Trace } from "../../trace/trace.ts";
import { ownError } from "./own-errors.ts";

const at = { at: 0, seq: 1 };
const CODE =
  "(function () {\nslep(1); throw new TypeError('no'); new nothing; class Odd extends TypeError {} throw new Odd;\n})";
const columnOf = (text: string) => CODE.split("\n")[1]!.indexOf(text) + 1;
const error = (name: string, text: string, parts: object = {}): Plain => ({
  t: "error",
  name,
  message: "x is not a function",
  props: [],
  where: [{ line: 2, column: columnOf(text) }],
  ...parts,
});
const rejectedWith = (value: Plain): Partial<Trace> => ({
  outcomes: { main: { label: "main", start: at, state: "rejected", settled: at, value } },
});
const own = (parts: Partial<Trace>) => ownError(emptyTrace(parts), CODE);
const slip = error("ReferenceError", "slep");

test("what the language threw in the program is its own, wherever it came out", () => {
  const wrapped = error("Error", "throw new Odd", { cause: slip });
  const all: Plain = {
    ...(wrapped as object),
    name: "AggregateError",
    cause: undefined,
    errors: [null, slip],
  } as never;
  for (const parts of [
    ...[slip, wrapped, all].map(rejectedWith),
    { uncaught: { ...at, reason: slip } },
    { floating: [{ ...at, reason: slip }] },
    { notes: [{ ...at, name: "failure", value: slip }] },
  ])
    expect(own(parts)).toBe(slip);
});

test("an error that was made on purpose is none, nor one that a service failed with, nor one from elsewhere", () => {
  const made = { message: "no" };
  expect(own(rejectedWith(error("TypeError", "new TypeError", made)))).toBeUndefined();
  expect(own(rejectedWith(error("TypeError", "new Odd", made)))).toBeUndefined();
  expect(own(rejectedWith(error("TypeError", "slep", { ref: "fetchApi#1 error" })))).toBeUndefined();
  expect(own(rejectedWith(error("TypeError", "slep", { where: [] })))).toBeUndefined();
  expect(own(rejectedWith(error("RangeError", "slep")))).toBeUndefined();
});

test("`new` on what is no constructor was not made on purpose", () => {
  const value = error("TypeError", "new nothing", { message: "nothing is not a constructor" });
  expect(own(rejectedWith(value))).toBe(value);
});

test("what the platform has not is told like a name that is not defined", () => {
  const value = error("Error", "slep", { message: "`fetch` is not here: there is no network." });
  expect(own(rejectedWith(value))).toBe(value);
  const made = error("Error", "new nothing", {
    message: "`SharedArrayBuffer` is not here: there are no threads.",
  });
  expect(own(rejectedWith(made))).toBe(made);
  expect(own(rejectedWith(error("Error", "slep", { message: "the oven is not here" })))).toBeUndefined();
});

test("a value that merely came out is no failure", () => {
  const outcomes = {
    main: { label: "main", start: at, state: "fulfilled" as const, settled: at, value: slip },
  };
  expect(own({ outcomes })).toBeUndefined();
});
