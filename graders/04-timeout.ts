// What fetchWithTimeout promises: the operation's own outcome in time, or else a TimeoutError and an aborted signal.
import fc from "fast-check";
import { blaming, type Episode, episodes } from "./kit/episodes.ts";
import { abortedAt, called, noTimerLeft, passedOn, rejected, that } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { mistakesUnderLimit, oneTimer } from "./kit/shapes.ts";
import { callsOf, outcomeOf, type Trace } from "./kit/trace.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/04-timeout/timeout.ts");
type Options = { label?: string; otherwise?: string | undefined };

const mistakes = mistakesUnderLimit("TimeoutError");

const label = (what: string) => `fetchWithTimeout (${what})`;
const timedOut = (trace: Trace, at: number | number[], more: Options = {}) =>
  rejected(trace, { at, shape: { name: "TimeoutError" }, ...more });
// AbortSignal.timeout aborts at the limit whatever came before: only an earlier abort is the submission's doing.
const notAborted = (trace: Trace, call: number, limit: number) => {
  const at = callsOf(trace, "operation")[call - 1]?.signal?.aborted?.at ?? limit;
  const message = `The operation succeeded, but its signal was aborted, at ${at} ms.`;
  return that(at >= limit, message, { otherwise: "aborts-after-success" });
};

const trial = (what: string, ms: number, operation: Answer, expect: Episode<Student>["expect"]) => ({
  name: label(what),
  scenario: (world: World, student: Student) =>
    student.fetchWithTimeout(world.service("operation", operation), ms),
  expect,
});
const inTime = (what: string, operation: Answer) =>
  trial(what, 2000, operation, (part) => [passedOn(part, "operation")]);
const tooLate = (what: string, ms: number, operation: Answer = {}) =>
  trial(what, ms, { takes: 3000, ...operation }, (part, start) => [
    timedOut(part, ms === 0 ? [start, start + 1] : start + ms),
  ]);
const inTurn = (...list: Episode<Student>[]) => episodes(list, mistakes);
const down = new Error("The service is down");
const own = (name: string) => Object.assign(new Error(`The service's own ${name}`), { name });
const nothing = [0, "", null, undefined, false];

/** What an operation takes, and its limit: both at least `min` ms. By chance alone few have both above the default. */
const timesFrom = (min: number) =>
  fc.record({ takes: fc.integer({ min, max: 5000 }), ms: fc.integer({ min: Math.max(min, 1), max: 5000 }) });

export default grader<Student>("04-timeout", [
  check("story", "gives up at 2000 ms with a TimeoutError", {
    points: 2,
    scenario: (world, { fetchWithTimeout }) =>
      fetchWithTimeout(world.service("operation", { takes: 3000, returns: world.payload("data") })),
    expect: (trace) => [timedOut(trace, 2000)],
    mistakes: { "wrong-default": oneTimer((ms) => Math.abs(ms - 2000) > 1), ...mistakes },
  }),
  check("limit", "keeps to the limit it is given, and passes on what comes before it", {
    points: 2,
    given: fc
      .oneof(timesFrom(0), timesFrom(0), timesFrom(2100))
      .filter(({ takes, ms }) => Math.abs(takes - ms) > 1 && ms !== 2000),
    scenario: (world, { fetchWithTimeout }, { takes, ms }) =>
      fetchWithTimeout(world.service("operation", { takes, returns: world.payload("data") }), ms),
    expect: (trace, { takes, ms }) => [
      takes < ms ? passedOn(trace, "operation") : timedOut(trace, ms),
      called(trace, "operation", { at: [0] }),
    ],
    mistakes: { "argument-ignored": oneTimer((ms) => ms === 2000), ...mistakes },
  }),
  check("failure", "passes on the operation's own failure", {
    points: 1,
    ...inTurn(
      inTime("it fails", { fails: down }),
      inTime("it fails with an AbortError", { fails: own("AbortError") }),
      inTime("it fails with a TimeoutError", { fails: own("TimeoutError") }),
      inTime("it throws at once", { throws: down }),
    ),
  }),
  check("values", "takes every value for what it is: 0, null, undefined, an Error", {
    points: 1,
    ...inTurn(
      inTime("some result", { returns: "data" }),
      inTime("a result that is an Error", { returns: down }),
      inTime("some failure", { fails: down }),
      inTime("it throws an Error", { throws: down }),
      tooLate("a limit of 1 ms", 1),
      blaming("falsy-is-nothing", tooLate("a limit of 0 ms", 0)),
      ...nothing.map((it) => blaming("falsy-is-nothing", inTime(`result ${it}`, { returns: it }))),
      ...nothing.map((it) => blaming("falsy-is-nothing", inTime(`failure ${it}`, { fails: it }))),
      blaming("falsy-is-nothing", inTime("it throws undefined", { throws: undefined })),
    ),
  }),
  check("abort", "aborts the operation's signal at the limit, and not after a success", {
    points: 1,
    scenario: async (world, { fetchWithTimeout }) => {
      const quick = world.service("operation", { returns: "data" });
      await world.watch(label("in time"), () => fetchWithTimeout(quick, 2000));
      return fetchWithTimeout(world.service("operation", { takes: 3000 }), 700);
    },
    expect: (trace) => [abortedAt(trace, "operation", { call: 2, at: 1700 }), notAborted(trace, 1, 2000)],
    mistakes: {
      "signal-not-passed": ({ calls }) => calls.some(({ signal }) => !signal),
      "work-goes-on": (trace) =>
        outcomeOf(trace).settled?.at === 1700 && trace.calls.length === 2 && !trace.calls[1]!.signal?.aborted,
    },
  }),
  check("regardless", "gives up whatever the operation does about the abort", {
    points: 1,
    ...inTurn(
      tooLate("it ignores the abort", 700),
      tooLate("it fails in the end", 700, { fails: down }),
      tooLate("it never ends", 700, { takes: Infinity }),
      tooLate("it rejects with the reason", 700, { onAbort: { rejects: "reason" } }),
      tooLate("it rejects with an error", 700, { onAbort: { rejects: down } }),
      tooLate("it cleans up, and rejects", 700, { onAbort: { rejects: "reason", after: 300 } }),
      tooLate("it resolves", 700, { onAbort: { resolves: true } }),
      tooLate("it cleans up, and resolves", 700, { onAbort: { resolves: true, after: 300 } }),
    ),
  }),
  check("timer", "leaves no timer behind", {
    points: 1,
    scenario: async (world, { fetchWithTimeout }) => {
      const call = (what: string, answer: Answer, ms = 60_000) =>
        world.watch(label(what), () => fetchWithTimeout(world.service("operation", answer), ms));
      await call("it times out", { takes: 3000 }, 100);
      await call("it succeeds", { takes: 100, returns: "data" });
      await call("it fails", { takes: 100, fails: down });
      await call("it succeeds with undefined", { takes: 100, returns: undefined });
      await call("it fails with undefined", { takes: 100, fails: undefined });
      await call("it throws at once", { throws: down });
    },
    expect: (trace) => [noTimerLeft(trace, { otherwise: "timer-leak" })],
  }),
  check("apart", "keeps overlapping calls apart", {
    points: 1,
    scenario: async (world, { fetchWithTimeout }) => {
      const quick = (name: string) => ({ takes: 1500, returns: world.payload(name) });
      const calls = [undefined, quick("alone"), undefined, quick("together")];
      const operation = world.service("operation", { takes: 3000, calls });
      const call = (what: string, ms: number) =>
        world.watch(label(what), () => fetchWithTimeout(operation, ms));
      await call("slow, alone", 1000);
      await call("quick, alone", 2000);
      const later = world.wait(200).then(() => call("slow, later", 1000));
      await Promise.all([call("slow", 1000), call("quick", 2000), later]);
    },
    expect: (trace) => {
      const started = (what: string) => outcomeOf(trace, label(what)).start.at;
      const late = (what: string, call: number) => [
        timedOut(trace, started(what) + 1000, { label: label(what) }),
        abortedAt(trace, "operation", { call, at: started(what) + 1000 }),
      ];
      const quick = (what: string, call: number) => [
        passedOn(trace, "operation", { call, label: label(what) }),
        notAborted(trace, call, started(what) + 2000),
      ];
      const together = [...late("slow", 3), ...quick("quick", 4), ...late("slow, later", 5)];
      return [
        ...late("slow, alone", 1),
        ...quick("quick, alone", 2),
        ...together.map((finding) => finding && { ...finding, misconception: "shared-state" }),
        noTimerLeft(trace, { otherwise: "timer-leak" }),
      ];
    },
  }),
]);
