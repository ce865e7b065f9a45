// What loadProfile promises: two calls in turn, and on an abort one log line and the reason, at that instant.
import fc from "fast-check";
import { type Abort, abortAnswers, abortInWords, abortOf, abortsIn, signalFor } from "./kit/aborts.ts";
import { apart, wentAlike } from "./kit/apart.ts";
import { rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, fulfilled, noListenerLeft, noted, signalPassed, that } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import * as jobs from "./kit/jobs.ts";
import { errorNamed, FALSY, failing, type Job, MADE, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { inPlaceOf, stands } from "./kit/mistakes/slips.ts";
import { isFalsy } from "./kit/mistakes/values.ts";
import { gaveUpOnAbort } from "./kit/models/given-up.ts";
import { callsOf, madeBy, notesOf, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/05-cancellation/cancellation.ts");
const SERVICES = ["fetchUser", "fetchPosts"] as const;
type Service = (typeof SERVICES)[number];

/** The user asked for and the one that is found, what the services do, and when the signal aborts. */
interface Cast {
  id?: number;
  found?: number;
  fetchUser?: Job;
  fetchPosts?: Job;
  abort?: Abort;
  /** Twice in one turn, with the same signal; if it has aborted before, with two. */
  twice?: boolean;
}
const SECOND = returning(1000);
const user = (id = 7) => ({ id, name: "Ada" });
const posts = <T>(title: T) => [{ id: 1, title }];
const BEFORE: Cast = { abort: { after: "before" } };

const mistakes: Mistakes = {
  "wrong-combinator": inPlaceOf("race"),
  "abort-by-error": (trace) =>
    stands(trace, "AbortError by name") && abortOf(trace) !== undefined && notesOf(trace, "log").length === 0,
  "sync-throw-escapes": (trace) => outcomeOf(trace).state === "threw",
  "swallowed-error": gathered.failureSwallowed,
  "lost-rejection": gathered.failureLost,
  "wrapped-error": gathered.failureChanged,
  "generic-error": gathered.failureChanged,
  "repeated-call": ({ calls }) => calls.length > 2,
};

const loading = {
  scenario(world: World, { loadProfile }: Student, { id = 7, found = 7, abort, twice, ...cast }: Cast) {
    const signal = signalFor(world, abort);
    const service = <T>(name: Service, returns: T) => {
      const plain = jobs.serviceFor(world, name, cast[name] ?? SECOND, returns);
      return abortsIn(world, abort, { name, service: plain, signal });
    };
    const api = {
      fetchUser: service("fetchUser", user(found)),
      fetchPosts: service("fetchPosts", posts(world.payload("title"))),
    };
    const call = (its: AbortSignal) => loadProfile(api, id, { signal: its, log: world.sink("log") });
    const another = () => (abort?.after === "before" ? world.signal("another", { aborted: true }) : signal);
    if (twice) void world.watch("again", () => call(another()));
    return call(signal);
  },
  says: ({ fetchUser = SECOND, fetchPosts = SECOND, abort }: Cast) =>
    `With calls of ${jobs.inWords([fetchUser, fetchPosts])}${abortInWords(abort)}`,
  mistakes,
};
const during = (service: Service, job = SECOND, after: Abort["after"] = 500): Cast => {
  return { [service]: job, abort: { during: service, after } };
};
/** On the abort it logged, once for each call, and rejected with the reason; no call began after it. */
function cancelled(trace: Trace, { twice }: Cast): Finding[] {
  const [lines, due] = [notesOf(trace, "log").length, twice ? 2 : 1];
  const late = notesOf(trace, "log").some(({ at }) => at !== abortOf(trace)?.at);
  // Reasons that are something have been asked for before.
  const logged = isFalsy(madeBy(trace, "signal reason"))
    ? "falsy-is-nothing"
    : lines < due
      ? "missing-log"
      : lines > due
        ? "logged-twice"
        : late
          ? "late-log"
          : "wrong-format";
  const [values, at] = [Array(due).fill("Task was cancelled!"), Array(due).fill(abortOf(trace)?.at)];
  return [
    ...gaveUpOnAbort(trace, {
      [lines === 0 ? "abort-by-error" : "abort-answer-wins"]: [{ answerCounts: true }],
      "waits-for-operation": [{ waits: true }, { waits: true, answerCounts: true }],
      "swallowed-cancellation": [{ comesTo: "a value" }, { waits: true, comesTo: "a value" }],
      "generic-error": [{ comesTo: "another error" }],
    }),
    noted(trace, "log", { values, at, otherwise: logged }),
  ];
}

export default grader<Student>("05-cancellation", [
  check("story", "loads the user, then the posts, in 2000 ms", {
    points: 2,
    cast: [{}],
    ...loading,
    expect: (trace) => [
      fulfilled(trace, { at: 2000, value: { user: user(), posts: posts(madeBy(trace, "title")) } }),
      noted(trace, "log", { values: [] }),
    ],
  }),
  check("user", "asks for the posts of the user that it got, whoever that is", {
    points: 1,
    cast: fc.record({ id: fc.nat(9), found: fc.nat(9), fetchUser: jobs.job(), fetchPosts: jobs.job() }),
    ...loading,
    expect: (trace, { id, found }) => {
      const same = callsOf(trace, "fetchPosts")[0]?.args[0] === id;
      return [
        called(trace, "fetchUser", { args: [[id]] }),
        called(trace, "fetchPosts", { args: [[found]], otherwise: same ? "input-not-result" : undefined }),
        fulfilled(trace, { value: { user: user(found), posts: posts(madeBy(trace, "title")) } }),
      ];
    },
  }),
  check("signal", "passes the signal to both calls", {
    points: 1,
    cast: [during("fetchUser"), during("fetchPosts")],
    ...loading,
    expect: (trace, { fetchUser }) => {
      const [service, at] = [fetchUser ? "fetchUser" : "fetchPosts", abortOf(trace)?.at ?? 0];
      return [signalPassed(trace, service, { argument: 2, at, otherwise: "signal-not-passed" })];
    },
  }),
  check("abort", "on an abort rejects with the reason at that instant, and logs it once", {
    points: 2,
    cast: [
      ...abortAnswers(1000).flatMap((job) => (job.takes === 1000 ? [during("fetchUser", job)] : [])),
      ...abortAnswers(1000).map((job) => during("fetchPosts", job)),
      during("fetchUser", SECOND, 0),
      ...SERVICES.map((service) => during(service, SECOND, "at once")),
      ...FALSY.slice(0, 4).map(
        (is): Cast => ({ abort: { during: "fetchPosts", after: 500, reason: { is } } }),
      ),
    ],
    ...loading,
    expect: cancelled,
  }),
  check("aborted", "calls nothing if the signal is aborted already", {
    points: 1,
    cast: [
      ...[BEFORE, { ...BEFORE, twice: true }],
      ...FALSY.map((is): Cast => ({ abort: { after: "before", reason: { is } } })),
    ],
    ...loading,
    expect: cancelled,
  }),
  check("failure", "passes on a failure that is no abort, and logs nothing", {
    points: 1,
    cast: [MADE, errorNamed("AbortError"), ...FALSY].flatMap((value) => {
      return [{ fetchUser: failing(1000, value) }, { fetchPosts: failing(1000, value) }];
    }),
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
      const end = outcomeOf(trace).settled?.at ?? Infinity;
      const quiet = notesOf(trace, "log").every(({ at }) => at <= end);
      const leak = { otherwise: "listener-leak" };
      return [noListenerLeft(trace, leak), that(quiet, "It logged a line after its end.", leak)];
    },
  }),
  check("apart", "keeps overlapping calls apart", {
    points: 1,
    ...apart(
      loading,
      {
        "A call": { fetchUser: returning(700), fetchPosts: returning(900) },
        // Before the next one: what an abort leaves behind must not be taken for how a failure goes alone.
        "A call that fails": { fetchPosts: failing(650) },
        "A call that is aborted": during("fetchUser", returning(800), 350),
        "A pair on one signal": { ...during("fetchPosts", SECOND, 450), twice: true },
      },
      {
        inside: true,
        own: (part) => [
          wentAlike(part, "main", "again"),
          that(notesOf(part, "log").length % Object.keys(part.outcomes).length === 0, "one of two logged."),
        ],
      },
    ),
  }),
]);
