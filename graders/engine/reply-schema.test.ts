import { expect, test } from "vitest";
import { emptyTrace } from "../kit/trace.ts";
import { parseReply } from "./reply-schema.ts";

const trace = emptyTrace({
  endedAt: 5,
  outcomes: {
    main: {
      label: "main",
      start: { at: 0, seq: 1 },
      state: "fulfilled",
      settled: { at: 5, seq: 2 },
      value: 1,
    },
  },
  made: {
    data: { t: "error", name: "Error", message: "m", props: [["code", { t: "undefined" }]], ref: "data" },
  },
});

test("a whole trace comes through as it is", () => {
  const reply = { id: "a", kind: "trace", trace };
  expect(parseReply(JSON.stringify(reply))).toEqual(reply);
});

const bad: [string, string][] = [
  ["no JSON", "{"],
  ["an unknown kind", '{"kind":"passed"}'],
  ["a key too many", '{"kind":"ready","score":10}'],
  ["a time that is no number", JSON.stringify({ kind: "trace", trace: { ...trace, endedAt: "5" } })],
  [
    "a value that is no plain value",
    JSON.stringify({ kind: "trace", trace: { ...trace, made: { x: { t: "trap" } } } }),
  ],
  ["a trace without outcomes", JSON.stringify({ kind: "trace", trace: { ...trace, outcomes: undefined } })],
];
test.each(bad)("%s is no reply", (_name, line) => {
  expect(parseReply(line)).toBe(undefined);
});
