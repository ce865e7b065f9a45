// What loadProfile promises: two calls in turn, and on an abort one log line and the reason, at that instant.
import fc from "fast-check";
import * as aborts from "./kit/aborts.ts";
import { type Abort, abortOf, because } from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, fulfilled, noListenerLeft, noted, signalPassed, that } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { errorNamed, FALSY, failing, inWords, type Job, job, MADE, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { inPlaceOf, stands } from "./kit/mistakes/slips.ts";
import { isFalsy, partsOf } from "./kit/mistakes/values.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { gaveUpOnAbort, WRONG_ON_ABORT } from "./kit/models/given-up.ts";
import { allAlike, onceMore } from "./kit/once-more.ts";
import { equal } from "./trace/plain.ts";
import { madeBy, notesOf, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/05-cancellation/cancellation.ts");
const SERVICES = ["fetchUser", "fetchPosts"] as const;
/** The user asked for and the one that is found, who may have no posts; what the services do, and when the signal aborts. */
interface Cast extends Partial<Record<(typeof SERVICES)[number], Job>> {
  id?: number;
  found?: number;
  none?: boolean;
  abort?: Abort;
  /** Once more in the same turn, with the same signal; if that has aborted before, with another such. */
  again?: number[];
}
const [SECOND, LONG] = [returning(1000), returning(150_001)];
const timeOf = ({ fetchUser = SECOND, fetchPosts = SECOND }: Cast) => fetchUser.takes + fetchPosts.takes;
const user = (id = 7) => ({ id, name: "Ada" });
const posts = <T>(title: T) => [{ id: 1, title }];
const loaded = (trace: Trace, { found, none }: Cast, at?: number) => {
  const all = none ? [] : posts(madeBy(trace, "title"));
  return fulfilled(trace, { ...(at && { at }), value: { user: user(found), posts: all } });
};
const during = (service: string, job = SECOND, after: Abort["after"] = 503): Cast => {
  return { [service]: job, abort: { during: service, after } };
};
const BEFORE: Cast = { abort: { after: "before" } };
const mistakes: Mistakes = {
  "empty-is-nothing": gathered.emptyCame,
  "wrong-combinator": inPlaceOf("race"),
  "abort-by-error": (trace) =>
    stands(trace, "AbortError by name") && abortOf(trace) !== undefined && notesOf(trace, "log").length === 0,
  "gives-up": gathered.gaveUp,
  ...failureMistakes,
  "repeated-call": ({ calls }) => calls.length > 2,
  "lost-arguments": ({ calls }) => calls.some(({ args: [id] }) => typeof id !== "number"),
  // Before there was a user, or of another one.
  "input-not-result": ({ calls: [first, second] }) =>
    second !== undefined &&
    (second.start.seq < (first!.end?.seq ?? 0) ||
      (equal(second.args[0]!, first!.args[0]!) && !equal(second.args[0]!, partsOf(first!.value!)[0]!))),
  "busy-wait": (trace) => gathered.lookedNowAndThen(trace),
};
const loading = {
  scenario(world: World, { loadProfile }: Student, { id = 7, found, none, abort, again, ...cast }: Cast) {
    const signal = aborts.signalFor(world, abort);
    const service = <T>(name: (typeof SERVICES)[number], returns: T) =>
      aborts.abortingService(world, name, cast[name] ?? SECOND, { abort, signal, returns });
    const api = {
      fetchUser: service("fetchUser", user(found)),
      fetchPosts: service("fetchPosts", none ? [] : posts(world.payload("title"))),
    };
    const its = () => (abort?.after === "before" ? aborts.signalFor(world, abort) : signal);
    return onceMore(world, again, () => loadProfile(api, id, { signal: its(), log: world.sink("log") }));
  },
  says: ({ fetchUser = SECOND, fetchPosts = SECOND, none, abort }: Cast) =>
    `With calls of ${inWords([fetchUser, fetchPosts])}${none ? ", no posts" : ""}${aborts.abortInWords(abort)}`,
  mistakes,
};
/** On the abort it logged, once for each call, and rejected with the reason; no call began after it. */
function cancelled(trace: Trace, { again = [] }: Cast): Finding[] {
  const [log, aborted = 0] = [notesOf(trace, "log"), abortOf(trace)?.at];
  const lines = ["Task was cancelled!", ...again.map(() => "Task was cancelled!")];
  const late = log.some(({ at }) => at !== aborted) ? "late-log" : "wrong-format";
  const logged = ["missing-log", late, "logged-twice"][1 + Math.sign(log.length - lines.length)]!;
  // Reasons that are something have been asked for before.
  const otherwise = isFalsy(madeBy(trace, "signal reason")) ? "falsy-is-nothing" : logged;
  return [
    ...gaveUpOnAbort(trace, {
      [log.length === 0 ? "abort-by-error" : "abort-answer-wins"]: [{ answerCounts: true }],
      ...WRONG_ON_ABORT,
      "swallowed-cancellation": [{ comesTo: "a value" }, { waits: true, comesTo: "a value" }],
    }),
    noted(trace, "log", { values: lines, at: lines.map(() => aborted), otherwise }),
  ];
}

export default grader<Student>("05-cancellation", [
  check("story", "loads the user, then the posts, in 2000 ms", {
    points: 2,
    cast: [{}, { id: 0, found: 0 }, { none: true }, { fetchUser: LONG, fetchPosts: LONG }],
    ...loading,
    expect: (trace, cast) => [loaded(trace, cast, timeOf(cast)), noted(trace, "log", { values: [] })],
    mistakes: { ...mistakes, "falsy-is-nothing": ({ calls: [call] }) => call?.args[0] === 0 },
  }),
  check("user", "asks for the posts of the user that it got, whoever that is", {
    points: 1,
    cast: fc.record({ id: fc.nat(9), found: fc.nat(9), fetchUser: job(), fetchPosts: job() }),
    ...loading,
    expect: (trace, { id, found }) => [
      ...[called(trace, "fetchUser", { args: [[id]] }), called(trace, "fetchPosts", { args: [[found]] })],
      loaded(trace, { found }),
    ],
  }),
  check("signal", "passes the signal to both calls", {
    points: 1,
    cast: SERVICES.map((service) => during(service)),
    ...loading,
    expect: (trace, { abort }) => {
      const at = abortOf(trace)?.at ?? 0;
      return [signalPassed(trace, abort!.during!, { argument: 2, at, otherwise: "signal-not-passed" })];
    },
  }),
  check("abort", "on an abort rejects with the reason at that instant, and logs it once", {
    points: 2,
    cast: [
      ...aborts.abortAnswers(1000).flatMap((job) => (job.takes === 1000 ? [during("fetchUser", job)] : [])),
      ...aborts.abortAnswers(1000).map((job) => during("fetchPosts", job)),
      during("fetchUser", SECOND, 0),
      // Such a call's failure is nobody's: whoever has left must have it handled.
      ...SERVICES.map((service) => during(service, failing(1000), "at once")),
      ...FALSY.slice(0, 4).map((reason) => because(reason, during("fetchPosts"))),
    ],
    ...loading,
    expect: cancelled,
  }),
  check("aborted", "calls nothing if the signal is aborted already", {
    points: 1,
    cast: [BEFORE, { ...BEFORE, again: [0] }, ...FALSY.map((reason) => because(reason, BEFORE))],
    ...loading,
    expect: cancelled,
  }),
  check("failure", "passes on a failure that is no abort, and logs nothing", {
    points: 1,
    cast: [MADE, errorNamed("AbortError"), ...FALSY].flatMap((value) =>
      SERVICES.map((service): Cast => ({ [service]: failing(1000, value) })),
    ),
    ...loading,
    expect: (trace, { fetchUser, fetchPosts = fetchUser }) => {
      const logged = fetchPosts?.value === MADE ? "logs-every-failure" : "abort-by-error";
      return [
        noted(trace, "log", { values: [], otherwise: logged }),
        rejectedWithFirst(trace, { otherwise: fetchPosts?.value ? undefined : "falsy-is-nothing" }),
      ];
    },
  }),
  check("listener", "lets go of the signal once it has settled", {
    points: 1,
    cast: [
      ...[during("fetchUser", SECOND, 3000), during("fetchUser", failing(1000), 3000)],
      ...[during("fetchPosts", failing(1000), 3000), during("fetchUser"), during("fetchPosts"), BEFORE],
    ],
    ...loading,
    mayPend: true,
    expect: (trace) => {
      const quiet = notesOf(trace, "log").every(({ at }) => at <= (outcomeOf(trace).settled?.at ?? Infinity));
      const leak = { otherwise: "listener-leak" };
      return [noListenerLeft(trace, leak), that(quiet, "It logged a line after its end.", leak)];
    },
  }),
  check("apart", "keeps overlapping calls apart", {
    points: 1,
    ...apart(
      loading,
      {
        "A pair": { fetchUser: returning(703), fetchPosts: returning(901), again: [0] },
        // Before the next one: what an abort leaves behind must not be taken for how a failure goes alone.
        "A call that fails": { fetchPosts: failing(650) },
        "A call that is aborted": during("fetchUser", returning(800), 351),
        "A pair on one signal": { ...during("fetchPosts", SECOND, 453), again: [0] },
      },
      { inside: true, own: allAlike },
    ),
  }),
]);
