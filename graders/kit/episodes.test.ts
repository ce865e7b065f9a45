import { expect, test } from "vitest";
import type { Outcome, Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { blaming, type Episode, episodes } from "./episodes.ts";

const outcome = (label: string, at: number): Outcome => ({
  label,
  start: { at, seq: at },
  state: "fulfilled",
  settled: { at: at + 10, seq: at + 10 },
  value: label,
});

const call = (id: string, at: number) => ({ id, service: "api", start: { at, seq: at } });

const trace = {
  end: "quiet",
  endedAt: 10_000,
  outcomes: { main: outcome("main", 0), first: outcome("first", 0), second: outcome("second", 5000) },
  calls: [call("api#1", 0), call("api#2", 4999), call("api#3", 5000)],
  notes: [{ name: "log", at: 5000, seq: 1, value: "x" }],
  floating: [],
  timersMade: [{ kind: "timeout", ms: 1, madeAt: 5001, dueAt: 5002 }],
} as unknown as Trace;

const silent = (name: string): Episode<object> => ({ name, scenario: () => name, expect: () => [] });

test("episodes are watched in turn, one every 5000 ms", async () => {
  const log: string[] = [];
  const world = {
    watch: (label: string, act: () => unknown) => log.push(`${label}: ${act()}`),
    wait: async (ms: number) => log.push(`wait ${ms}`),
  } as unknown as World;
  await episodes([silent("first"), silent("second")]).scenario(world, {});
  expect(log).toEqual(["first: first", "wait 5000", "second: second", "wait 5000"]);
});

test("each episode is judged by its own part of the trace", () => {
  const seen: unknown[] = [];
  const looking = (name: string): Episode<object> => ({
    ...silent(name),
    expect: (part, start) => {
      const { outcomes, calls, notes, timersMade } = part;
      seen.push([start, outcomes.main?.label, calls.map(({ id }) => id), notes.length, timersMade.length]);
      return [];
    },
  });
  episodes([looking("first"), looking("second")]).expect(trace);
  expect(seen).toEqual([
    [0, "first", ["api#1", "api#2"], 0, 0],
    [5000, "second", ["api#3"], 1, 1],
  ]);
});

test("an episode that was not come to is pending", () => {
  const states: unknown[] = [];
  const third = {
    ...silent("third"),
    expect: ({ outcomes }: Trace) => [void states.push(outcomes.main?.state)],
  };
  episodes([silent("first"), silent("second"), third]).expect(trace);
  expect(states).toEqual(["pending"]);
});

test("a failure is named by itself, by `blaming`, or by the first mistake that its own part shows", () => {
  const failing = (name: string, misconception?: string): Episode<object> => ({
    ...silent(name),
    expect: () => [undefined, misconception ? { message: name, misconception } : { message: name }],
  });
  const mistakes = { never: () => false, "late-call": ({ calls }: Trace) => calls[0]!.id === "api#3" };
  const list = [failing("first"), failing("second")];
  expect(episodes(list, mistakes).expect(trace)).toEqual([
    undefined,
    { message: "first" },
    undefined,
    { message: "second", misconception: "late-call" },
  ]);
  expect(episodes([failing("first", "own")], { any: () => true }).expect(trace)).toEqual([
    undefined,
    { message: "first", misconception: "own" },
  ]);
  expect(episodes([blaming("blamed", failing("first"))], { any: () => true }).expect(trace)).toEqual([
    undefined,
    { message: "first", misconception: "blamed" },
  ]);
});
