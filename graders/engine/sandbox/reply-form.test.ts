import { expect, test } from "vitest";
import { emptyTrace } from "../../trace/trace.ts";
import { randomFrom } from "../../world/stage/random.ts";
import { isReply } from "../testing/reply-schema.ts";
import { parseReply } from "./reply-form.ts";

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

const places = [
  ["a list where an object belongs", JSON.stringify({ kind: "trace", trace: { ...trace, outcomes: [] } })],
  [
    "an outcome that is called like what all objects have",
    JSON.stringify({ kind: "trace", trace }).replace('"main":', '"__proto__":'),
  ],
  ["a key that all objects have", '{"kind":"ready","toString":1}'],
  ["what is nested too deeply", `{"kind":"ready","id":${"[".repeat(1e5)}${"]".repeat(1e5)}}`],
];
test.each(places)("%s is no reply", (_name, line) => {
  expect(parseReply(line!)).toBe(undefined);
});

const moment = { at: 1, seq: 2 };
const placed = { ...moment, where: { line: 1, column: 2 } };
const ref = "data";
const values = [
  { t: "undefined" },
  { t: "number", v: "NaN" },
  { t: "bigint", v: "1" },
  { t: "function", v: "f", ref },
  { t: "array", items: [1, "a", null, true, { t: "hole" }], ref },
  { t: "object", kind: "K", props: [["a", 1]], ref },
  { t: "signal", aborted: false, ref },
  { t: "map", entries: [["a", { t: "set", items: [1], ref }]], ref },
  { t: "date", v: 1, ref },
  {
    t: "error",
    name: "E",
    kind: "TypeError",
    message: "m",
    cause: 1,
    errors: [2],
    props: [["a", 1]],
    ref,
    where: [{ line: 1, column: 2 }],
  },
];
const timer = { kind: "timeout", ms: 1, madeAt: 0, dueAt: 1, fired: [1], cleared: 2, watched: "w" };
const replies = [
  { id: "a", kind: "ready" },
  { kind: "full" },
  { kind: "probed", escapes: ["a"] },
  { id: "a", kind: "missing", name: "f", found: "object" },
  { kind: "status", status: { phase: "timer", at: 3 } },
  { kind: "fault", message: "m" },
  { id: "a", kind: "trace", trace },
  {
    id: "a",
    kind: "trace",
    trace: {
      ...trace,
      calls: [
        { id: "f#1", service: "f", index: 1, args: values, start: moment, on: "loop" },
        {
          ...{ id: "f#2", service: "f", index: 2, args: [], start: moment, end: moment, how: "threw" },
          ...{ value: 1, signal: { ref, aborted: moment }, on: "thread", thread: 1, within: "g#1" },
        },
      ],
      notes: [{ ...moment, name: "n", value: values[0], given: true }],
      aborts: [{ ...moment, name: "s" }],
      console: [{ ...placed, level: "log", text: "t" }],
      steps: [
        { ...moment, kind: "turn", owner: "student", timer: 1 },
        { ...placed, kind: "call", task: 1, name: "f", by: 2 },
        { ...placed, kind: "await", task: 1 },
        { ...moment, kind: "react" },
        { ...moment, kind: "set", timer: 0 },
        { ...placed, kind: "settle", task: 1, how: "rejected" },
      ],
      floating: [{ ...moment, reason: 1, watched: "w" }],
      uncaught: { ...placed, reason: 1 },
      left: { timers: [timer], listeners: { s: 1 } },
      timersMade: [timer],
      blocked: [{ from: 0, to: 1, by: "b", turn: 1 }],
      beats: [{ ...moment, name: "b", due: 1 }],
      input: 3,
      uses: [{ word: "w", line: "l", where: { file: "f", line: 1, column: 2 } }],
    },
  },
];
const odd = ["", "quiet", "timeout", "a", 0, -1.5, true, null, {}, [[]], ...values, moment];

test("it is as strict as a schema of the same form, on thousands of replies with a mistake or two", () => {
  const random = randomFrom("replies", "mutations");
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const counts = { yes: 0, no: 0 };
  for (let round = 0; round < 3000; round++) {
    const reply = structuredClone(pick(replies.slice(random() < 0.5 ? -1 : 0)));
    for (let changes = pick([1, 1, 2]); changes > 0; changes--) mutate(reply, pick, odd);
    const line = JSON.stringify(reply);
    const mine = parseReply(line) !== undefined;
    if (mine !== isReply(JSON.parse(line))) expect.unreachable(`${mine}: ${line}`);
    counts[mine ? "yes" : "no"]++;
  }
  expect(replies.filter((reply) => parseReply(JSON.stringify(reply)) === undefined)).toEqual([]);
  expect(Math.min(counts.yes, counts.no)).toBeGreaterThan(300);
});

type Pick = <T>(all: readonly T[]) => T;

/** Takes a property or item away, puts another value there, names it otherwise, or adds one, somewhere in it. */
function mutate(whole: object, pick: Pick, odd: readonly unknown[]): void {
  const holders = holdersIn(whole);
  const holder = pick(holders);
  const key = pick(Object.keys(holder).concat("a"));
  const change = pick(["delete", "replace", "replace", "rename", "add"]);
  if (Array.isArray(holder)) {
    if (change === "delete") holder.splice(Number(key) || 0, 1);
    else holder.push(structuredClone(pick(odd)));
    return;
  }
  if (change === "replace") holder[key] = structuredClone(pick(odd));
  if (change === "add")
    holder[pick(["id", "ref", "v", "more", "kind", "value"])] = structuredClone(pick(odd));
  if (change === "rename") holder[pick(["t", "at", "name", "more"])] = holder[key];
  if (change === "rename" || change === "delete") delete holder[key];
}

function holdersIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(holdersIn)];
}
