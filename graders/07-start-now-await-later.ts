// What loadDashboard promises: no request starts later than it could, and the first failure comes out at once.
import { apart, shareNothing } from "./kit/apart.ts";
import { fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, dataArgs, fulfilled, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { answerOf, FALSY, failing, inWords, isFailure, type Job, makeValues, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { holdsPromise, partsOf } from "./kit/mistakes/values.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { equal, identical, isNode, type Plain, show, toPlain } from "./trace/plain.ts";
import { callsOf, madeBy, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/07-start-now-await-later/start-now-await-later.ts");
type Api = Parameters<Student["loadDashboard"]>[0];

const REQUESTS = ["fetchUser", "fetchPosts", "fetchFriends", "fetchNews"] as const;
type Request = (typeof REQUESTS)[number];
const keyOf = (request: Request) => request.slice("fetch".length).toLowerCase();
const needsUser = (request: string) => request === "fetchPosts" || request === "fetchFriends";
/** What a request returns, around a text that nobody can know. */
const resultOf = (request: Request, text: unknown) =>
  ({
    fetchUser: { id: 1, name: text },
    fetchPosts: [{ id: 1, title: text }],
    fetchFriends: [{ id: 2, name: text }],
    fetchNews: [text],
  })[request];

interface Cast {
  /** What each request does. */
  jobs: Record<Request, Job>;
  /** When all of it is there (virtual ms), where that is asked. */
  at?: number;
  /** A second call comes while the first is under way, and a third one after it, with the same api. */
  again?: boolean;
}
const jobs = (fetchUser: Job, fetchPosts: Job, fetchFriends: Job, fetchNews: Job) => ({
  jobs: { fetchUser, fetchPosts, fetchFriends, fetchNews },
});
const STORY = jobs(returning(1000), returning(1000), returning(500), returning(1500));
/** The story's times, but for one request. */
const but = (request: Request, job: Job): Cast => ({ jobs: { ...STORY.jobs, [request]: job } });

const hasStatus = (part: Plain) =>
  isNode(part) && part.t === "object" && part.props.some(([key]) => key === "status");
const mistakes: Mistakes = {
  "forgotten-await": ({ calls, outcomes: { main } }) =>
    [...calls.flatMap(({ args }) => args), main?.value].some(holdsPromise),
  "settled-wrappers": (trace) => partsOf(outcomeOf(trace).value ?? null).some(hasStatus),
  "repeated-call": (trace) => REQUESTS.some((request) => callsOf(trace, request).length > 1),
  "lost-arguments": ({ calls }) =>
    calls.some((call) => needsUser(call.service) && dataArgs(call).length === 0),
  ...failureMistakes,
  "sequential-await": (trace) => trace.calls.length === 4 && gathered.oneByOne(trace),
  "late-start": (trace) => REQUESTS.some((request) => (startOf(trace, request) ?? 0) > due(trace, request)),
  "wrong-format": gathered.allResultsInside,
};

const loading = {
  scenario(world: World, { loadDashboard }: Student, { jobs, again }: Cast) {
    let calls = 0;
    const service = (request: Request) => {
      const [value] = makeValues(world, [jobs[request]], request);
      const returns = () => {
        const text = again ? world.payload(`${request}, answer ${++calls}`) : value;
        return world.made(`${request}, result${again ? ` ${calls}` : ""}`, resultOf(request, text));
      };
      const answer = isFailure(jobs[request]) ? {} : { returns };
      return world.service(request, { ...answerOf(jobs[request], value), ...answer });
    };
    const api = Object.fromEntries(REQUESTS.map((request) => [request, service(request)])) as unknown as Api;
    const call = (name: string) => void world.watch(name, () => loadDashboard(api));
    if (again) world.at(100, () => call("again"));
    if (again) world.at(5000, () => call("later"));
    return loadDashboard(api);
  },
  says: ({ jobs }: Cast) => `With user, posts, friends and news of ${inWords(Object.values(jobs))}`,
  mistakes,
};

/** All that was returned, each in its place. Part by part first: a whole dashboard is too long to show. */
const complete = (trace: Trace) => {
  const { value = null } = outcomeOf(trace);
  const parts = new Map(isNode(value) && value.t === "object" ? value.props : []);
  const wanted = REQUESTS.map(
    (request) => [keyOf(request), toPlain(resultOf(request, madeBy(trace, `${request} 1`)))] as const,
  );
  const misfits = wanted.map(([key, part]) => {
    const got = parts.get(key) ?? { t: "undefined" };
    return that(equal(got, part), `\`${key}\` is ${show(got)}; expected ${show(part)}.`);
  });
  return [...misfits, fulfilled(trace, { value: Object.fromEntries(wanted) })];
};
const userOf = (trace: Trace) => madeBy(trace, "fetchUser, result");
/** When the request began first, and when it could have, in virtual ms. */
const startOf = (trace: Trace, request: Request) => callsOf(trace, request)[0]?.start.at;
const due = (trace: Trace, request: Request) =>
  needsUser(request) ? (callsOf(trace, "fetchUser")[0]?.end?.at ?? Number.POSITIVE_INFINITY) : 0;
/** How often each is called is another promise. */
const startedEarly = (trace: Trace) =>
  REQUESTS.map((request) => {
    const first = { ...trace, calls: callsOf(trace, request).slice(0, 1) };
    return called(first, request, { at: [due(trace, request)] });
  });

export default grader<Student>("07-start-now-await-later", [
  check("story", "loads everything in 2000 ms", {
    points: 2,
    cast: [{ ...STORY, at: 2000 }, but("fetchNews", returning(2300)), but("fetchFriends", returning(1200))],
    ...loading,
    // That it is late with other times, too, is the next check's matter.
    expect: (trace, { at }) => [fulfilled(trace, { at }), fulfilledWithLast(trace), ...complete(trace)],
  }),
  check("early", "starts every request as early as what it needs allows", {
    points: 2,
    cast: [
      jobs(returning(1000), returning(500), returning(300), returning(200)),
      jobs(returning(300), returning(1000), returning(500), returning(2000)),
      jobs(returning(500), returning(200), returning(900), returning(600)),
    ],
    ...loading,
    expect: startedEarly,
  }),
  check("once", "asks for each thing once, and for posts and friends with the user", {
    points: 2,
    cast: [STORY, but("fetchUser", failing(1000))],
    ...loading,
    expect: (trace, { jobs }) => [
      ...REQUESTS.map((request) => {
        if (!isFailure(jobs.fetchUser))
          return called(trace, request, { args: [needsUser(request) ? [userOf(trace)] : []] });
        // What is asked for before the user has failed is another promise.
        return needsUser(request)
          ? called(trace, request, { times: 0, otherwise: "starts-after-failure" })
          : undefined;
      }),
      ...trace.calls.map(({ service, args: [given = null] }) => {
        const isCopy = needsUser(service) && !identical(given, userOf(trace));
        return that(!isCopy, `\`${service}\` got a copy of the user; expected that very object.`, {
          otherwise: "lost-arguments",
        });
      }),
    ],
  }),
  check("failure", "rejects with a failure at the instant of that failure", {
    points: 2,
    cast: [
      but("fetchUser", failing(1000)),
      ...[500, 1500, 2500].map((ms) => but("fetchNews", failing(ms))),
      but("fetchPosts", failing(1000)),
      ...[500, 1500].map((ms) => but("fetchFriends", failing(ms))),
      ...FALSY.map((value) => but("fetchFriends", failing(700, value))),
    ],
    ...loading,
    expect: (trace) => [rejectedWithFirst(trace)],
  }),
  check("floating", "reports the first failure only, and leaves none unhandled", {
    points: 1,
    cast: [
      jobs(failing(1000), returning(100), returning(100), failing(300)),
      jobs(failing(500), returning(100), returning(100), failing(1000)),
      jobs(returning(200), failing(300), failing(700), failing(2000)),
      jobs(returning(200), failing(2000), failing(300), failing(1000)),
      jobs(returning(500), failing(500), failing(700), failing(200)),
    ],
    ...loading,
    expect: (trace) => [rejectedWithFirst(trace, { atOnce: false })],
  }),
  check("apart", "keeps calls apart that overlap or come again", {
    points: 1,
    ...apart(
      loading,
      {
        "A call": jobs(returning(200), returning(100), returning(300), returning(150)),
        "A call whose user fails": jobs(failing(250), returning(100), returning(100), returning(400)),
        "A call and two more with its api": {
          ...jobs(returning(200), returning(300), returning(100), returning(400)),
          again: true,
        },
      },
      { inside: true, own: (part) => ["again", "later"].map((other) => shareNothing(part, "main", other)) },
    ),
  }),
]);
