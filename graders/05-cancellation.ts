// What loadProfile promises: two calls in turn, and on an abort one log line and the reason, at that instant.
import fc from "fast-check";
import { blaming, type Episode, episodes } from "./kit/episodes.ts";
import * as it from "./kit/expectations.ts";
import { check, type Finding, grader } from "./kit/grader.ts";
import { isNode, show } from "./kit/plain.ts";
import { whyNotCancelled } from "./kit/shapes.ts";
import { callsOf, madeBy, notesOf, outcomeOf, type Trace } from "./kit/trace.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/05-cancellation/cancellation.ts");
type Service = "fetchUser" | "fetchPosts";

/** What happens in one call: when its signal aborts (virtual ms from its start), and what the services do. */
interface Case {
  abortAt?: number;
  aborted?: true;
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

const load = (world: World, { loadProfile }: Student, what: string, options: Case) => {
  const { abortAt, fetchUser, fetchPosts, ...rest } = options;
  const api = {
    fetchUser: world.service("fetchUser", { returns: ada, ...fetchUser }),
    fetchPosts: world.service("fetchPosts", { returns: posts("Notes"), ...fetchPosts }),
  };
  const when = abortAt === undefined ? {} : { abortAt: world.now + abortAt };
  return loadProfile(api, 7, { signal: world.signal(what, { ...rest, ...when }), log: world.sink("log") });
};
const episode = (what: string, options: Case, expect: Episode<Student>["expect"]): Episode<Student> => ({
  name: label(what),
  scenario: (world, student) => load(world, student, what, options),
  expect,
});
const inTurn = (...list: Episode<Student>[]) => episodes(list);

const cancelled = (what: string, options: Case) =>
  episode(what, options, (part, start) => {
    const { abortAt = 0 } = options;
    const [at, reason] = [start + abortAt, madeBy(part, `${what} reason`)];
    const otherwise = whyNotCancelled(part, at, reason, "log");
    return [
      it.rejected(part, { at, error: reason, otherwise }),
      it.noted(part, "log", { values: [LINE], at: [at], otherwise }),
      it.called(part, "fetchPosts", { times: abortAt > 1000 ? 1 : 0, otherwise }),
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
const failed = (service: Service, fails: unknown, [logged, lost]: [string, string?]) =>
  episode(`${service} fails with ${fails}`, { [service]: { fails } }, (part) => {
    const lines = notesOf(part, "log").length;
    const replaced = outcomeOf(part).state === "rejected" ? "wrapped-error" : "swallowed-error";
    return [
      it.that(lines === 0, "It logged a line, though nothing was cancelled.", { otherwise: logged }),
      it.passedOn(part, service, { otherwise: lost ?? replaced }),
    ];
  });

const passedTo = (service: Service, abortAt: number) =>
  episode(
    `aborted in ${service}`,
    { abortAt, [service]: { onAbort: { rejects: "reason" } } },
    (part, start) => {
      const [call] = callsOf(part, service);
      const second = call?.args[1] ?? null;
      const message = `\`${service}\` got no AbortSignal as its second argument.`;
      const otherwise = call && "signal-not-passed";
      return [
        it.that(!call || (isNode(second) && second.t === "signal"), message, { otherwise }),
        it.abortedAt(part, service, { at: start + abortAt, otherwise }),
      ];
    },
  );
const askedFor = (trace: Trace, service: Service, id: number, input = id): Finding => {
  const asked = callsOf(trace, service).map(({ args }) => args[0] ?? null);
  const message = `\`${service}\` was asked for ${asked.map((each) => show(each)).join(", ") || "nothing"}; expected ${id}, once.`;
  const otherwise = asked.length > 1 ? "repeated-call" : asked[0] === input ? "input-not-result" : undefined;
  return it.that(asked.length === 1 && asked[0] === id, message, { otherwise });
};

export default grader<Student>("05-cancellation", [
  check("loads the user, then the posts, in 2000 ms", {
    points: 2,
    scenario: (world, student) =>
      load(world, student, "signal", { fetchPosts: { returns: posts(world.payload("title")) } }),
    expect: (trace) => [
      it.fulfilled(trace, { at: 2000, value: { user: ada, posts: posts(madeBy(trace, "title")) } }),
      it.called(trace, "fetchUser", { at: [0] }),
      it.called(trace, "fetchPosts", { at: [1000] }),
      it.noted(trace, "log", { values: [] }),
    ],
  }),
  check("asks for the posts of the user that it got, whoever that is", {
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
    expect: (trace, { id, found, titles, takes }) => [
      askedFor(trace, "fetchUser", id),
      askedFor(trace, "fetchPosts", found, id),
      it.fulfilled(trace, {
        at: takes[0] + takes[1],
        value: { user: { id: found, name: "" }, posts: posts(...titles) },
      }),
    ],
  }),
  check("passes the signal to both calls", {
    points: 1,
    ...inTurn(passedTo("fetchUser", 500), passedTo("fetchPosts", 1500)),
  }),
  check("on an abort rejects with the reason at that instant, and logs it once", {
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
  check("calls nothing if the signal is aborted already", {
    points: 1,
    ...inTurn(
      notStarted("aborted before"),
      ...falsy.map((reason) => blaming("falsy-is-nothing", notStarted(`aborted with ${reason}`, { reason }))),
    ),
  }),
  check("passes on a failure that is no abort, and logs nothing", {
    points: 1,
    ...inTurn(
      failed("fetchUser", down, ["logs-every-failure"]),
      failed("fetchPosts", down, ["logs-every-failure"]),
      failed("fetchUser", gone, ["abort-by-error"]),
      failed("fetchPosts", undefined, ["abort-by-error", "falsy-is-nothing"]),
      failed("fetchUser", 0, ["abort-by-error", "falsy-is-nothing"]),
    ),
  }),
  check("lets go of the signal once it has settled", {
    points: 1,
    scenario: (world, student) => {
      const start = (what: string, options: Case) =>
        world.watch(label(what), () => load(world, student, what, options));
      return Promise.all([
        start("it succeeds", { abortAt: 2500 }),
        start("it fails", { abortAt: 2500, fetchPosts: { fails: down } }),
        start("it is aborted", { abortAt: 2000, fetchPosts: { takes: 5000 } }),
      ]);
    },
    expect: (trace) => {
      const late = notesOf(trace, "log").some(({ at }) => at === 2500);
      const otherwise = "listener-leak";
      return [
        it.noListenerLeft(trace, { otherwise }),
        it.that(!late, "An abort after the end was logged.", { otherwise }),
      ];
    },
  }),
  check("keeps overlapping calls apart", {
    points: 1,
    scenario: async (world, student) => {
      const start = (what: string, options: Case = {}) => {
        const answers = { fetchPosts: { returns: posts(world.payload(what)) }, ...options };
        return world.watch(label(what), () => load(world, student, what, answers));
      };
      await start("alone");
      await start("aborted alone", { abortAt: 500 });
      const three = [start("first"), start("second", { abortAt: 500 }), start("third", { abortAt: 1500 })];
      await world.wait(300);
      await Promise.all([...three, start("fourth")]);
    },
    expect: (trace) => {
      const loaded = (what: string, at: number) => {
        const value = { user: ada, posts: posts(madeBy(trace, what)) };
        return it.fulfilled(trace, { at, value, label: label(what) });
      };
      const aborted = (what: string, at: number) =>
        it.rejected(trace, { at, error: madeBy(trace, `${what} reason`), label: label(what) });
      const together = [
        ...[loaded("first", 4500), loaded("fourth", 4800), aborted("second", 3000), aborted("third", 4000)],
        it.noted(trace, "log", { values: [LINE, LINE, LINE], at: [2500, 3000, 4000] }),
      ].map((finding) => finding && { ...finding, misconception: "shared-state" });
      const logged = notesOf(trace, "log").filter(({ at }) => at <= 2500).length;
      const alone = [loaded("alone", 2000), aborted("aborted alone", 2500)];
      const message = `The abort at 2500 ms was logged ${logged} times; expected once.`;
      return [...alone, it.that(logged === 1, message), ...together];
    },
  }),
]);
