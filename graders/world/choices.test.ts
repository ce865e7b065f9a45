import { expect, test } from "vitest";
import type { Choice } from "../trace/trace.ts";
import { chooser } from "./choices.ts";
import { type TimerOwner, VirtualClock } from "./clock.ts";

/** Fires timers that are due at 10 ms, in this order of making, by choices; returns what came and what was chosen from. */
function came(owners: TimerOwner[], order: number[]) {
  const clock = new VirtualClock();
  const log: string[] = [];
  owners.forEach((owner, index) => {
    clock.setTimer(() => log.push(`${owner[0]}${index}`), 10, owner);
  });
  const choices: Choice[] = [];
  const choose = chooser(order, (choice) => choices.push(choice));
  for (let timer = choose(clock); timer; timer = choose(clock)) clock.fire(timer);
  expect(choices.every(({ at }) => at === 10)).toBe(true);
  return [log.join(" "), choices.map(({ of, took }) => `${took}/${of}`).join(" ")];
}

test.each([
  [[], "w0 w1 w2", "0/3 0/2"],
  [[1], "w1 w0 w2", "1/3 0/2"],
  [[2, 1], "w2 w1 w0", "2/3 1/2"],
  [[5, 3], "w2 w1 w0", "2/3 1/2"],
  [[0, 1, 9], "w0 w2 w1", "0/3 1/2"],
])("three of the world's, by %j", (order, log, choices) => {
  expect(came(["world", "world", "world"], order)).toEqual([log, choices]);
});

test("student timers and heartbeats keep their place, a scenario its order", () => {
  expect(came(["student", "world", "student", "world"], [1])).toEqual(["s0 w3 w1 s2", "1/2"]);
  expect(came(["scenario", "world", "scenario", "world"], [2, 1])).toEqual(["w3 w1 s0 s2", "2/3 1/2"]);
  expect(came(["daemon", "world", "world"], [1])).toEqual(["d0 w2 w1", "1/2"]);
  expect(came(["student", "student"], [1])).toEqual(["s0 s1", ""]);
});
