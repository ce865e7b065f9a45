import { expect, test } from "vitest";
import type { Choice } from "../trace/trace.ts";
import { chooser, explorer } from "./choices.ts";
import { type TimerOwner, VirtualClock } from "./clock.ts";

/** Fires timers that are due at 10 ms, in this order of making, by choices; returns what came and what was chosen from. */
function came(owners: TimerOwner[], order: number[]) {
  const clock = new VirtualClock();
  const log: string[] = [];
  owners.forEach((owner, index) => {
    clock.setTimer(() => log.push(`${owner[0]}${index}`), 10, owner);
  });
  const choices: Choice[] = [];
  const choose = chooser(clock, order, (choice) => choices.push(choice));
  for (let timer = choose.next(); timer; timer = choose.next()) clock.fire(timer);
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

/** As `came`, by an explorer; what comes in the turn of the event before has a `+` in front of it, and the microtasks between. */
function explored(owners: TimerOwner[], order: number[], gaps = 1) {
  const clock = new VirtualClock();
  const log: string[] = [];
  for (const [index, owner] of owners.entries())
    clock.setTimer(() => log.push(`${owner[0]}${index}`), 10, owner);
  const choices: Choice[] = [];
  const choose = explorer(clock, order, { gaps, made: (choice) => choices.push(choice), seq: () => 7 });
  for (let timer = choose.next(); timer; timer = choose.next()) {
    clock.fire(timer);
    for (let next = choose.joined!(timer); next; next = choose.joined!(next.timer)) {
      log.push(`+${next.microtasks}`);
      clock.fire(next.timer, { sameTurn: true });
    }
  }
  const told = choices.map(({ of, took, gap }) => `${took}/${of}${gap ? "g" : ""}`);
  return [log.join(" "), told.join(" "), clock.turn];
}

test("exploring, a scenario's events come in any order, and the student's first timer too", () => {
  expect(explored(["scenario", "scenario", "student", "student"], [1, 0, 1], 0)).toEqual([
    "s1 s0 s2 s3",
    "1/3 0/2",
    4,
  ]);
  expect(explored(["student", "student", "world"], [1], 0)).toEqual(["w2 s0 s1", "1/2", 3]);
  expect(explored(["daemon", "world"], [1], 0)).toEqual(["d0 w1", "", 2]);
});

test("exploring, what a client does may come in the turn of what was before", () => {
  expect(explored(["scenario", "scenario", "scenario"], [])).toEqual(["s0 s1 s2", "0/3 0/2g 0/2 0/2g", 3]);
  expect(explored(["scenario", "scenario", "scenario"], [1, 1, 1])).toEqual([
    "s1 +0 s2 s0",
    "1/3 1/2g 1/2 0/2g",
    2,
  ]);
  expect(explored(["world", "scenario"], [0, 2], 2)).toEqual(["w0 +1 s1", "0/2 2/3g", 1]);
  expect(explored(["world", "world"], [0, 1])).toEqual(["w0 +0 w1", "0/2 1/2g", 1]);
});

test("exploring, neither a service nor a student's timer comes in the turn of what a client does", () => {
  expect(explored(["scenario", "world"], [0, 1])).toEqual(["s0 w1", "0/2", 2]);
  expect(explored(["scenario", "student"], [0, 1])).toEqual(["s0 s1", "0/2", 2]);
  expect(explored(["student", "scenario"], [0, 1])).toEqual(["s0 s1", "0/2", 2]);
});
