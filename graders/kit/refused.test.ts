import { expect, test } from "vitest";
import { emptyTrace, type Outcome } from "../trace/trace.ts";
import { runHere } from "./models/run-fixture.ts";
import { refused, watchRefusal } from "./refused.ts";

const found = (outcome: Partial<Outcome>) => {
  const own: Outcome = { label: "Try", start: { at: 100, seq: 1 }, state: "rejected", ...outcome };
  const settled = own.settled ?? { at: 100, seq: 2 };
  const trace = emptyTrace({ outcomes: { Try: { ...own, ...(own.state !== "pending" && { settled }) } } });
  return refused(trace, "Try", { name: "Closed", message: /closed/, accepted: "open" })?.misconception;
};
const error = (name: string, message: string): Outcome["value"] => ({ t: "error", name, message, props: [] });

test("a refusal is a rejection at once with an error, or another object, of that name and message", () => {
  const props: [string, string][] = [
    ["name", "Closed"],
    ["message", "it is closed"],
  ];
  expect(found({ value: error("Closed", "it is closed") })).toBeUndefined();
  expect(found({ value: { t: "object", props } })).toBeUndefined();
});

test("what is no refusal is named", () => {
  const names = [
    found({ value: error("Closed", "it is closed"), settled: { at: 101, seq: 2 } }),
    found({ value: error("Error", "it is closed") }),
    found({ value: error("Closed", "busy") }),
    found({ value: { t: "object", props: [["name", "Closed"]] } }),
    found({ value: "Closed" }),
    found({ state: "threw", value: error("Closed", "it is closed") }),
    found({ state: "returned", value: { t: "undefined" } }),
    found({ state: "fulfilled", value: { t: "undefined" } }),
    found({ state: "pending" }),
  ];
  expect(names).toEqual([
    "late-rejection",
    ...Array(4).fill("generic-error"),
    "sync-throw-escapes",
    "missing-return",
    "open",
    "open",
  ]);
});

test("what a getter answers counts, if the refusal was watched, and so may a wait of nothing", async () => {
  const odd = Object.defineProperty(new Error("it is closed"), "name", { get: () => "Closed" });
  const trace = await runHere((world) =>
    watchRefusal(world, "Try", async () => {
      await world.wait(1);
      throw odd;
    }),
  );
  expect(refused(trace, "Try", { name: "Closed", within: 1 })).toBeUndefined();
  expect(refused(trace, "Try", { name: "Closed" })).toEqual({
    message: "Try rejected at 1 ms; expected 0 ms.",
    misconception: "late-rejection",
  });
});
