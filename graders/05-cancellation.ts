// What loadProfile promises: two calls in turn, and on an abort one log line and the reason, at that instant.
import fc from "fast-check";
import { blaming, type Episode, episodes } from "./kit/episodes.ts";
import * as it from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { isNode } from "./kit/plain.ts";
import { replacedError, whyNotCancelled } from "./kit/shapes.ts";
import { callsOf, madeBy, notesOf, outcomeOf, type Trace } from "./kit/trace.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/05-cancellation/cancellation.ts");
type Service = "fetchUser" | "fetchPosts";

/** What happens in one call: when its signal aborts (virtual ms from its start), and what the services do. */
interface Case {
  abortAt?: number;
  aborted?: true;
  /** Instead of a signal of its own. */
  signal?: AbortSignal;
  reason?: unknown;
  fetchUser?: Answer;
  fetchPosts?: Answer;
}

const label = (what: string) => `loadProfile (${what})`;
const LINE = "Task was cancelled!";
const ada = { id: 7, name: "Ada" };
const posts = <T>(...titles: T[]) => titles.map((title, index) => ({ id: index, title }));
const falsy = [0, "", null, false];
const down = new Error("The service is down");
const stopped = new Error("The service stopped");
const gone = Object.assign(new Error("The user is gone"), { name: "AbortError" });

const reasonOfAnother = (world: World): unknown =>
  world.signal("another signal", { aborted: true, reason: undefined }).reason;

const load = (world: World, { loadProfile }: Student, what: string, options: Case) => {
  const { abortAt, signal, fetchUser, fetchPosts, ...rest } = options;
  const api = {
    fetchUser: world.service("fetchUser", { returns: ada, ...fetchUser }),
    fetchPosts: world.service("fetchPosts", { returns: posts("Notes"), ...fetchPosts }),
  };
  const when = abortAt === undefined ? {} : { abortAt: world.now + abortAt };
  return loadProfile(api, 7, {
    signal: signal ?? world.signal(what, { ...rest, ...when }),
    log: world.sink("log"),
  });
};
const episode = (what: string, options: Case, expect: Episode<Student>["expect"]): Episode<Student> => ({
  name: label(what),
  scenario: (world, student) => load(world, student, what, options),
  expect,
});
const inTurn = (...list: Episode<Student>[]) => episodes(list);

const cancelled = (what: string, options: Case) =>
  episode(what, options, (part, start) => {
    const { abortAt = 0, aborted } = options;
    const [at, reason] = [start + abortAt, madeBy(part, `${what} reason`)];
    const otherwise = whyNotCancelled(part, at, reason, "log");
    const calls = aborted ? 0 : abortAt > 1000 ? 2 : 1;
    const further = (part.calls.at(-1)?.start.at ?? -1) >= at ? "starts-after-abort" : undefined;
    const message = further
      ? "After the abort another call was made."
      : "A call was made too early, or twice.";
    return [
      it.rejected(part, { at, error: reason, otherwise }),
      it.noted(part, "log", { values: [LINE], at: [at], otherwise }),
      it.that(part.calls.length <= calls, message, { otherwise: further }),
    ];
  });
const inUser = (what: string, answer: Answer = {}) => cancelled(what, { abortAt: 500, fetchUser: answer });
const inPosts = (what: string, answer: Answer = {}, options: Case = {}) =>
  cancelled(what, { abortAt: 1500, fetchPosts: answer, ...options });
const notStarted = (what: string, options: Case = {}): Episode<Student> => {
  const late = cancelled(what, { ...options, aborted: true });
  const otherwise = "ignores-already-aborted";
  const message = "A call was made, though the signal was aborted before.";
  const expect = (part: Trace, start: number) => [
    it.that(part.calls.length === 0, message, { otherwise }),
    ...late.expect(part, start),
  ];
  return { ...late, expect };
};
const failed = (
  service: Service,
  what: string,
  reason: (world: World) => unknown,
  names: [string, string?],
) => {
  const name = `${service} fails with ${what}`;
  const expect = (part: Trace) => {
    const lines = notesOf(part, "log").length;
    const { state } = outcomeOf(part);
    const lost = { fulfilled: "swallowed-error", pending: "lost-rejection" }[String(state)];
    const otherwise =
      names[1] ?? lost ?? (replacedError(part, callsOf(part, service)[0]) ? "wrapped-error" : undefined);
    return [
      it.that(lines === 0, "It logged a line, though nothing was cancelled.", { otherwise: names[0] }),
      it.passedOn(part, service, { otherwise }),
    ];
  };
  const scenario = (world: World, student: Student) =>
    load(world, student, name, { [service]: { fails: reason(world) } });
  return { name: label(name), scenario, expect };
};

const passedTo = (service: Service, abortAt: number) =>
  episode(
    `aborted in ${service}`,
    { abortAt, [service]: { onAbort: { rejects: "reason" } } },
    (part, start) => {
      const [call] = callsOf(part, service);
      const second = call?.args[1] ?? null;
      const message = `\`${service}\` got no AbortSignal as its second argument.`;
      const otherwise = call && "signal-not-passed";
      const deaf = call && !call.signal?.aborted ? otherwise : undefined;
      return [
        it.that(!call || (isNode(second) && second.t === "signal"), message, { otherwise }),
        it.abortedAt(part, service, { at: start + abortAt, otherwise: deaf }),
      ];
    },
  );
export default grader<Student>("05-cancellation", [
  check("story", "loads the user, then the posts, in 2000 ms", {
    points: 2,
    scenario: (world, student) =>
      load(world, student, "signal", {
        fetchUser: { onAbort: { rejects: "reason" } },
        fetchPosts: { returns: posts(world.payload("title")), onAbort: { rejects: "reason" } },
      }),
    expect: (trace) => [
      it.fulfilled(trace, { at: 2000, value: { user: ada, posts: posts(madeBy(trace, "title")) } }),
      it.called(trace, "fetchUser", { at: [0] }),
      it.called(trace, "fetchPosts", { at: [1000] }),
      it.noted(trace, "log", { values: [] }),
    ],
  }),
  check("user", "asks for the posts of the user that it got, whoever that is", {
    points: 1,
    given: fc.record({
      id: fc.integer({ min: 0, max: 9 }),
      found: fc.integer({ min: 0, max: 9 }),
      titles: fc.array(fc.string(), { maxLength: 3 }),
      takes: fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 })),
    }),
    scenario: (world, { loadProfile }, { id, found, titles, takes }) => {
      const fetchUser = world.service("fetchUser", { takes: takes[0], returns: { id: found, name: "" } });
      const fetchPosts = world.service("fetchPosts", { takes: takes[1], returns: posts(...titles) });
      const options = { signal: world.signal("signal"), log: world.sink("log") };
      return loadProfile({ fetchUser, fetchPosts }, id, options);
    },
    expect: (trace, { id, found, titles, takes }) => {
      const same = callsOf(trace, "fetchPosts")[0]?.args[0] === id;
      const value = { user: { id: found, name: "" }, posts: posts(...titles) };
      return [
        it.called(trace, "fetchUser", { args: [[id]] }),
        it.called(trace, "fetchPosts", { args: [[found]], otherwise: same ? "input-not-result" : undefined }),
        it.fulfilled(trace, { at: takes[0] + takes[1], value }),
      ];
    },
    mistakes: { "repeated-call": ({ calls }) => calls.length > 2 },
  }),
  check("signal", "passes the signal to both calls", {
    points: 1,
    ...inTurn(passedTo("fetchUser", 500), passedTo("fetchPosts", 1500)),
  }),
  check("abort", "on an abort rejects with the reason at that instant, and logs it once", {
    points: 2,
    ...inTurn(
      inUser("fetchUser ignores the abort"),
      inPosts("fetchPosts ignores the abort"),
      inPosts("fetchPosts fails in the end", { fails: down }),
      cancelled("aborted at the very start", { abortAt: 0 }),
      inUser("fetchUser rejects with the reason", { onAbort: { rejects: "reason" } }),
      inUser("fetchUser rejects with an error", { onAbort: { rejects: stopped } }),
      inPosts("fetchPosts rejects with an error", { onAbort: { rejects: stopped } }),
      inUser("fetchUser cleans up, and rejects", { onAbort: { rejects: stopped, after: 300 } }),
      inUser("fetchUser cleans up, and resolves", { onAbort: { resolves: true, after: 300 } }),
      inPosts("fetchPosts never ends", { takes: Infinity }),
      inPosts("aborted without a reason", {}, { reason: undefined }),
      ...falsy.map((reason) => blaming("falsy-is-nothing", inPosts(`the reason ${reason}`, {}, { reason }))),
    ),
  }),
  check("aborted", "calls nothing if the signal is aborted already", {
    points: 1,
    ...inTurn(
      notStarted("aborted before"),
      notStarted("aborted before, again"),
      ...falsy.map((reason) => blaming("falsy-is-nothing", notStarted(`aborted with ${reason}`, { reason }))),
    ),
  }),
  check("failure", "passes on a failure that is no abort, and logs nothing", {
    points: 1,
    ...inTurn(
      failed("fetchUser", "an error", () => down, ["logs-every-failure"]),
      failed("fetchPosts", "an error", () => down, ["logs-every-failure"]),
      failed("fetchUser", "an Error that is named AbortError", () => gone, ["abort-by-error"]),
      failed("fetchPosts", "another signal's AbortError", reasonOfAnother, ["abort-by-error"]),
      failed("fetchPosts", "undefined", () => undefined, ["abort-by-error", "falsy-is-nothing"]),
      failed("fetchUser", "0", () => 0, ["abort-by-error", "falsy-is-nothing"]),
    ),
  }),
  check("listener", "lets go of the signal once it has settled", {
    points: 1,
    scenario: (world, student) => {
      const start = (what: string, options: Case) =>
        world.watch(label(what), () => load(world, student, what, options));
      return Promise.all([
        start("it succeeds", { abortAt: 2500 }),
        start("fetchUser fails", { abortAt: 2500, fetchUser: { takes: 2000, fails: down } }),
        start("fetchPosts fails", { abortAt: 2500, fetchPosts: { fails: down } }),
        start("it is aborted", { abortAt: 2000, fetchPosts: { takes: 5000 } }),
        world.wait(2000).then(() => start("it is aborted before", { aborted: true })),
      ]);
    },
    expect: (trace) => {
      const inTime = Object.values(trace.outcomes).every(({ settled }) => settled?.at === 2000);
      const late = notesOf(trace, "log").some(({ at }) => at === 2500);
      const otherwise = "listener-leak";
      return [
        it.that(inTime, "Not all of the calls settled at 2000 ms."),
        it.noListenerLeft(trace, { otherwise }),
        it.that(!late, "An abort after the end was logged.", { otherwise }),
      ];
    },
  }),
  check("apart", "keeps overlapping calls apart", {
    points: 1,
    scenario: async (world, student) => {
      const start = (what: string, options: Case = {}) => {
        const answers = { fetchPosts: { returns: posts(world.payload(what)) }, ...options };
        return world.watch(label(what), () => load(world, student, what, answers));
      };
      const failure = (what: string) => ({
        takes: 600,
        fails: world.made(`${what} failure`, new Error(what)),
      });
      await start("failing alone", { fetchUser: failure("failing alone") });
      await start("alone");
      await start("aborted alone", { abortAt: 500 });
      const three = [start("first"), start("second", { abortAt: 500 }), start("third", { abortAt: 700 })];
      await world.wait(300);
      await Promise.all([...three, start("fourth"), start("fifth", { fetchUser: failure("fifth") })]);
      const signal = world.signal("shared", { abortAt: world.now + 500 });
      await Promise.all([start("sixth", { signal }), start("seventh", { signal })]);
    },
    expect: (trace) => {
      const loaded = (what: string, at: number) => {
        const value = { user: ada, posts: posts(madeBy(trace, what)) };
        return it.fulfilled(trace, { at, value, label: label(what) });
      };
      const ended = (what: string, at: number, by: "reason" | "failure", of = what) =>
        it.rejected(trace, { at, error: madeBy(trace, `${of} ${by}`), label: label(what) });
      const times = notesOf(trace, "log").map(({ at }) => at);
      const logged = (until: number, at: string) => {
        const lines = times.filter((time) => time <= until).join();
        return it.that(
          lines === at,
          `The aborts came at ${at} ms, and lines were logged at ${lines || "no"} ms.`,
        );
      };
      const together = [
        ...[loaded("first", 5100), ended("second", 3600, "reason"), ended("third", 3800, "reason")],
        ...[loaded("fourth", 5400), ended("fifth", 4000, "failure")],
        ...[ended("sixth", 5900, "reason", "shared"), ended("seventh", 5900, "reason", "shared")],
        logged(9000, "3100,3600,3800,5900,5900"),
      ];
      return [
        ...[ended("failing alone", 600, "failure"), loaded("alone", 2600)],
        ...[ended("aborted alone", 3100, "reason"), logged(3100, "3100")],
        ...together.map((finding) => finding && { ...finding, misconception: "shared-state" }),
      ];
    },
  }),
]);
