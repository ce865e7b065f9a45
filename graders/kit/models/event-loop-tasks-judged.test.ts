// A loop that does it right, and how each thing that it does otherwise is judged and named.
import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import { FALSY, returning, throwing } from "../jobs.ts";
import { type Task, task } from "./event-loop-tasks.ts";
import { type Cast, doing } from "./event-loop-tasks-done.ts";
import {
  endedRightly,
  finishedOnce,
  kept,
  mistakes,
  resumedRightly,
  returned,
} from "./event-loop-tasks-judged.ts";
import { runHere } from "./run-fixture.ts";

class Awaitable {
  done = false;
  result: unknown = undefined;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
type Entry = { task: any; coroutine: Generator<Awaitable, unknown, unknown>; on?: Awaitable };
/** What a loop may do otherwise. */
interface Ways {
  take?: (ready: Entry[]) => Entry | undefined;
  resume?: (on: Awaitable | undefined) => unknown;
  finish?: (on: Awaitable, log: (line: string) => void) => void;
  create?: (ready: Entry[], entry: Entry, turn: (entry: Entry) => void) => void;
  returned?: (task: any, value: unknown) => void;
  threw?: (task: any, error: unknown) => void;
  phase?: (waiting: Entry[]) => Entry[];
}
const finish: NonNullable<Ways["finish"]> = (on, log) => {
  if (on.done) return;
  log(`I/O finished for ${on.name}`);
  Object.assign(on, { done: true, result: `result of ${on.name}` });
};

async function run(cast: Cast, ways: Ways = {}) {
  class EventLoop {
    ready: Entry[] = [];
    waiting: Entry[] = [];
    log: (line: string) => void;
    constructor(log: (line: string) => void) {
      this.log = log;
    }
    createTask(coroutine: Entry["coroutine"]) {
      const task = { done: false };
      const create = ways.create ?? ((ready, entry) => ready.push(entry));
      create(this.ready, { task, coroutine }, (entry) => this.turn(entry));
      return task;
    }
    turn({ task, coroutine, on }: Entry) {
      try {
        const { done, value } = coroutine.next((ways.resume ?? ((on) => on?.result))(on));
        if (!done) return void this.waiting.push({ task, coroutine, on: value as Awaitable });
        (ways.returned ?? ((task, result) => Object.assign(task, { done, result })))(task, value);
      } catch (error) {
        (ways.threw ?? ((task, error) => Object.assign(task, { done: true, error })))(task, error);
      }
    }
    run() {
      const take = ways.take ?? ((ready) => ready.shift());
      while (this.ready.length + this.waiting.length > 0) {
        for (let entry = take(this.ready); entry; entry = take(this.ready)) this.turn(entry);
        const all = (ways.phase ?? ((waiting) => waiting))(this.waiting);
        this.waiting = this.waiting.filter((entry) => !all.includes(entry));
        for (const { on } of all) (ways.finish ?? finish)(on!, this.log);
        this.ready.push(...all);
      }
    }
  }
  const trace = await runHere((world) => doing(world, { EventLoop, Awaitable } as never, cast));
  return { ...trace, input: toPlain(cast) };
}
const once = (...tasks: Task[]): Cast => ({ runs: [tasks] });
async function judged(cast: Cast, ways?: Ways) {
  const trace = await run(cast, ways);
  const checks = {
    order: [kept(trace, cast, "microtasks", "left", "again", "outside")],
    io: [kept(trace, cast, "row", "twins", "timers")],
    results: resumedRightly(trace, cast),
    ends: endedRightly(trace, cast),
    run: returned(trace),
    shared: finishedOnce(trace, cast),
  };
  const failed = Object.entries(checks).flatMap(([id, found]) => (found.some(Boolean) ? [id] : []));
  const name = Object.entries(mistakes).find(([, shows]) => shows(trace))?.[0];
  return { failed: failed.join(" "), name, said: Object.values(checks).flat().find(Boolean)?.message };
}

const sharing = (name: string): Task => ({ name, acts: [{ waits: "x", shared: true }] });
const SHARED = once(sharing("A"), sharing("B"));
const FAMILY = once(task("A", "a1", task("C", "c1")), task("B", "b1"));
const ENDS = once({ ...task("A", "a1"), end: throwing() }, { ...task("B", "b1", "b2"), end: returning(0) });

test("what goes right has no fault", async () => {
  const falsy = FALSY.flatMap((value) => [
    once({ ...task("A", "a1"), end: returning(0, value) }, task("B")),
    once({ ...task("A"), end: throwing(value) }),
  ]);
  const twins = once(task("A", "x", "x"), task("B", "x"));
  const again: Cast = { runs: [[task("A", "a1")], [], [task("B", task("C"))]], costs: 0 };
  for (const cast of [FAMILY, ENDS, again, ...falsy])
    expect([cast, await judged(cast)]).toEqual([cast, { failed: "", name: undefined, said: undefined }]);
  // Where two awaitables have one name the order is nobody's business.
  for (const cast of [SHARED, twins])
    expect((await judged(cast)).failed).not.toMatch(/results|ends|run|shared/);
});

test("each mistake is judged where it belongs, and has its name", async () => {
  const seen = async (cast: Cast, ways: Ways) => {
    const { failed, name } = await judged(cast, ways);
    return `${failed}: ${name}`;
  };
  expect(await seen(FAMILY, { take: (ready) => ready.pop() })).toBe("order: last-in-first-out");
  expect(await seen(FAMILY, { phase: (waiting) => waiting.slice(0, 1) })).toBe("io: one-io-at-a-time");
  expect(await seen(FAMILY, { phase: (waiting) => waiting.toReversed() })).toBe("io: last-in-first-out");
  expect(await seen(FAMILY, { create: (_, entry, turn) => turn(entry) })).toMatch(/: starts-before-run$/);
  let created = 0;
  const ignores: Ways = { create: (ready, entry) => void (created++ < 2 && ready.push(entry)) };
  expect(await seen(FAMILY, ignores)).toBe("order shared: new-tasks-ignored");
  expect(await seen(FAMILY, { resume: () => undefined })).toBe("results: resumes-with-nothing");
  const unmarked: Ways = {
    finish: (on, log) => {
      finish(on, log);
      on.done = false;
    },
  };
  expect(await seen(FAMILY, unmarked)).toBe("results: awaitable-not-marked");
  expect(await seen(ENDS, { returned: (task) => Object.assign(task, { done: true }) })).toBe(
    "ends: lost-result",
  );
  expect(await seen(ENDS, { threw: (task) => Object.assign(task, { done: true }) })).toBe(
    "ends: failure-not-kept",
  );
  const early: Ways = {
    take: (ready) => {
      if (ready[0]) ready[0].task.done = true;
      return ready.shift();
    },
  };
  expect(await seen(ENDS, early)).toBe("ends: done-too-early");
  const throws: Ways = {
    threw: (task, error) => {
      Object.assign(task, { done: true, error });
      throw error;
    },
  };
  expect(await seen(ENDS, throws)).toBe("order run shared: one-failure-stops-all");
  const wraps: Ways = {
    threw: (task, error) => Object.assign(task, { done: true, error: new Error(`Oh: ${error}`) }),
  };
  expect(await seen(ENDS, wraps)).toBe("ends: wrapped-error");
  const falsy: Ways = { threw: (task, error) => Object.assign(task, { done: true, error: error || "none" }) };
  expect(await seen(once({ ...task("A"), end: throwing(0) }), falsy)).toBe("ends: falsy-is-nothing");
  const twice: Ways = {
    finish: (on, log) => {
      on.done = false;
      finish(on, log);
    },
  };
  expect(await seen(SHARED, twice)).toMatch(/shared: shared-awaitable-finishes-twice$/);
  const lost: Ways = {
    phase: (waiting) => {
      waiting.splice(1);
      return waiting;
    },
  };
  expect(await seen(SHARED, lost)).toMatch(/shared: shared-awaitable-lost$/);
  const names = new Set<string>();
  const merged: Ways = {
    finish: (on, log) => {
      finish(on, names.has(on.name) ? () => {} : log);
      names.add(on.name);
    },
  };
  expect(await seen(once(task("A", "x"), task("B", "x")), merged)).toMatch(/shared: twins-merged$/);
});

test("what is said of it", async () => {
  expect((await judged(FAMILY, { take: (ready) => ready.pop() })).said).toBe(
    "B had its turn before A, which was ready before it. It ran B, A, I/O finished for b1, I/O finished for a1, A (2), C, B (2), I/O finished for c1, C (2); expected A, B, I/O finished for a1, I/O finished for b1, A (2), B (2), C, I/O finished for c1, C (2).",
  );
  expect((await judged(FAMILY, { resume: () => undefined })).said).toBe(
    'A waited for a1: it was resumed with, and then found in `done` and `result`, undefined, true, "result of a1"; expected "result of a1", true, "result of a1".',
  );
});
