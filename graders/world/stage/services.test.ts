// What a service answers, and when: here what has settled when it is returned.
import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import { VirtualClock } from "../clock.ts";
import { Recorder } from "./recorder.ts";
import { type AbortInternals, Services } from "./services.ts";

function stage() {
  const clock = new VirtualClock();
  const recorder = new Recorder({
    now: () => clock.now,
    copy: (value) => ({ copy: toPlain(value), size: { nodes: 1, characters: 0 } }),
  });
  const abort = { isSignal: () => false } as unknown as AbortInternals;
  return { clock, recorder, services: new Services({ clock, recorder, abort, harden: (value) => value }) };
}

test("what answers at once has settled when it is returned, either way, and leaves no timer", async () => {
  const { clock, recorder, services } = stage();
  const calls = [{}, { fails: "no" }];
  const act = services.service("act", { atOnce: true, returns: "yes", calls });
  const seen: unknown[] = [];
  const all = [act(), act().catch((reason) => reason)];
  for (const each of all) void each.then((value) => seen.push(value));
  for (let turn = 0; turn < 3; turn++) await null;
  expect([seen, clock.nextDue()]).toEqual([["yes", "no"], undefined]);
  expect(recorder.trace.calls.map(({ how, end }) => [how, end])).toEqual([
    ["fulfilled", { at: 0, seq: 2 }],
    ["rejected", { at: 0, seq: 4 }],
  ]);
});

test("what takes 0 ms settles in a later turn", async () => {
  const { clock, services } = stage();
  const seen: unknown[] = [];
  void services
    .service("act", { takes: 0, returns: "yes" })()
    .then((value) => seen.push(value));
  for (let turn = 0; turn < 3; turn++) await null;
  expect([seen, clock.nextDue()]).toEqual([[], 0]);
});
