import { expect, test } from "vitest";
import { pictureFault } from "./faults.ts";
import { call, outcome, traceOf } from "./fixture.ts";

test("a picture that does not show the mistake has a fault", () => {
  const run = (takes: number, value: unknown) =>
    traceOf([call("work", [], 0, takes)], outcome("fulfilled", takes, value));
  expect(pictureFault(run(100, 1), run(100, 1), "it is wrong.")).toBe("alike");
  expect(pictureFault(run(5, 1), run(5, 2), "it is wrong.")).toBe("instant");
  expect(pictureFault(run(100, 1), run(100, 2), "it is wrong.")).toBe(undefined);
});
