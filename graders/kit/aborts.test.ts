import { expect, test } from "vitest";
import type { World } from "../world/world.ts";
import {
  abortAnswers,
  abortInWords,
  abortingService,
  abortsIn,
  because,
  obeying,
  obeys,
  signalFor,
} from "./aborts.ts";
import { inWords } from "./jobs.ts";

/** A world that writes down what it is asked for, and in which time stands still. */
function makeWorld() {
  const done: unknown[] = [];
  const signal = new AbortController().signal;
  const world = {
    now: 100,
    signal: (...given: unknown[]) => {
      done.push(given);
      return signal;
    },
    note: (name: string) => done.push(name),
    abort: () => done.push("aborted"),
    at: (ms: number, act: () => void) => {
      done.push(ms);
      act();
    },
  } as unknown as World;
  return { world, done, signal };
}

test("a signal aborts when the input says so, with its reason, and the abort is noted", async () => {
  const done = async (
    ...given: Parameters<typeof signalFor> extends [World, ...infer Rest] ? Rest : never
  ) => {
    const { world, done } = makeWorld();
    signalFor(world, ...given);
    const [made, ...atOnce] = done;
    await Promise.resolve();
    return { made, atOnce, soon: done.slice(1 + atOnce.length) };
  };
  const never = ["signal", { aborted: false }];
  expect(await done()).toEqual({ made: never, atOnce: [], soon: [] });
  expect(await done({ after: 500 })).toEqual({ made: never, atOnce: [600, "abort", "aborted"], soon: [] });
  expect(await done({ after: 0 })).toEqual({ made: never, atOnce: [], soon: ["abort", "aborted"] });
  expect(await done({ after: 0, during: "use" })).toEqual({ made: never, atOnce: [], soon: [] });
  const before = await done({ after: "before", reason: { is: undefined } });
  expect(before).toEqual({
    made: ["signal", { aborted: true, reason: undefined }],
    atOnce: ["abort"],
    soon: [],
  });
});

test("a service's first call begins the time of an abort that is during it", () => {
  const { world, done, signal } = makeWorld();
  const service = (text: string) => done.push(text);
  const abort = { during: "use", after: 50 };
  abortsIn(world, abort, { name: "acquire", service, signal })("acquire");
  const use = abortsIn(world, abort, { name: "use", service, signal });
  use("use");
  use("use again");
  expect(done).toEqual(["acquire", 150, "abort", "aborted", "use", "use again"]);
});

test("a service can abort in its very call, when that has begun, and once", () => {
  const { world, done, signal } = makeWorld();
  const service = (text: string) => done.push(text);
  const use = abortsIn(world, { during: "use", after: "at once" }, { name: "use", service, signal });
  use("use");
  use("use again");
  expect(done).toEqual(["use", "abort", "aborted", "use again"]);
});

test("to obey is to end with the reason, and nothing else", () => {
  expect(abortAnswers(900).filter(obeys)).toEqual([obeying(900), obeying(900, 300)]);
});

test("aborts and the answers to them in words", () => {
  expect(abortInWords()).toBe("");
  expect(abortInWords({ after: 303 })).toBe(", aborted at 303 ms");
  expect(abortInWords({ after: "before", reason: { is: "" } })).toBe(', aborted before the call with ""');
  expect(abortInWords({ after: 500, during: "use" })).toBe(", aborted 500 ms into use");
  expect(abortInWords({ after: "at once", during: "use" })).toBe(", aborted in the very call of use");
  expect(inWords(abortAnswers(900)).split(", ")).toEqual([
    "900 ms",
    "900 ms that fails",
    "one that never ends",
    "900 ms that on an abort rejects with an error of its own",
    "900 ms that on an abort rejects with an error of its own 300 ms later",
    "900 ms that on an abort resolves",
    "900 ms that on an abort resolves 300 ms later",
    "900 ms that on an abort rejects with its reason",
    "900 ms that on an abort rejects with its reason 300 ms later",
  ]);
});

test("the same input with another reason", () => {
  expect(because(null, { ms: 5, abort: { after: 300 } })).toEqual({
    ...{ ms: 5, abort: { after: 300, reason: { is: null } } },
  });
});

test("a service of a job, with the abort of its first call", async () => {
  const { world, done, signal } = makeWorld();
  const made = {
    ...world,
    service: () => () => done.push("called"),
    error: () => undefined,
    payload: () => "made",
  };
  const abort = { during: "use", after: "at once" } as const;
  const use = abortingService(made as unknown as World, "use", obeying(500), { abort, signal });
  void use();
  void use();
  expect(done).toEqual(["called", "abort", "aborted", "called"]);
});
