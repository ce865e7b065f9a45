import { expect, test } from "vitest";
import { toPlain } from "../trace/plain.ts";
import { emptyTrace } from "../trace/trace.ts";
import { inputOf } from "./input.ts";

test("a run's input is as the cast has it", () => {
  const input = { takes: [300, Infinity], value: undefined };
  expect(inputOf(emptyTrace({ input: toPlain(input) }))).toEqual(input);
  expect(inputOf(emptyTrace())).toBeNull();
});
