// What loadDashboard promises: no request starts later than it could, and the first failure comes out at once.
import { apart } from "./kit/apart.ts";
import { fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, fulfilled, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import * as all from "./kit/jobs.ts";
import { FALSY, failing, type Job, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { holdsPromise, holdsReport } from "./kit/mistakes/values.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { noCopy } from "./kit/no-copy.ts";
import { nothingShared, onceMore, textsOf } from "./kit/once-more.ts";
import { equal, isNode, show, toPlain } from "./trace/plain.ts";
import { type Call, callsOf, madeBy, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/07-start-now-await-later/start-now-await-later.ts");
type Api = Parameters<Student["loadDashboard"]>[0];

const REQUESTS = ["fetchUser", "fetchPosts", "fetchFriends", "fetchNews"] as const;
type Request = (typeof REQUESTS)[number];
const keyOf = (request: Request) => request.slice("fetch".length).toLowerCase();
const needsUser = (request: string) => request === "fetchPosts" || request === "fetchFriends";
/** What a request returns, around a text that nobody can know; or just that, if it is no text. */
const resultOf = (request: Request, of: unknown) => (typeof of === "object" ? of : AROUND[request](of));
const AROUND: Record<Request, (text: unknown) => unknown> = {
  fetchUser: (name) => ({ id: 1, name }),
  fetchPosts: (title) => [{ id: 1, title }],
  fetchFriends: (name) => [{ id: 2, name }],
  fetchNews: (text) => [text],
};

interface Cast {
  jobs: Record<Request, Job>;
  /** When all of it is there (virtual ms), where that is asked. */
  at?: number;
  /** Once more each so many virtual ms later, with the same api. */
  again?: number[];
}
const jobs = (...list: (number | Job)[]): Cast => {
  const [fetchUser, fetchPosts, fetchFriends, fetchNews] = all.jobList(...list) as [Job, Job, Job, Job];
  return { jobs: { fetchUser, fetchPosts, fetchFriends, fetchNews } };
};
const STORY = jobs(1000, 1000, 500, 1500);
/** The story's times, but for one request. */
const but = (request: Request, job: Job): Cast => ({ jobs: { ...STORY.jobs, [request]: job } });
/** No limit is set to any of them. */
const SLOW = [1207, 300_007].map((ms) => but("fetchFriends", returning(ms)));
const NOTHING = jobs(1000, returning(1000, []), returning(500, []), returning(1500, []));

const mistakes: Mistakes = {
  "empty-is-nothing": gathered.emptyCame,
  "forgotten-await": ({ calls, outcomes: { main } }) =>
    [...calls.flatMap(({ args }) => args), main?.value].some(holdsPromise),
  "settled-wrappers": (trace) => holdsReport(outcomeOf(trace).value ?? null),
  "repeated-call": (trace) => REQUESTS.some((request) => callsOf(trace, request).length > 1),
  "lost-arguments": (trace) => {
    const { how, value = null } = callsOf(trace, "fetchUser")[0] ?? {};
    const other = ({ service, args: [user = null] }: Call) => needsUser(service) && !equal(user, value);
    return how === "fulfilled" && trace.calls.some(other);
  },
  "gives-up": gathered.gaveUp,
  ...failureMistakes,
  "busy-wait": gathered.polled,
  "sequential-await": (trace) => trace.calls.length === 4 && gathered.oneByOne(trace),
  "late-start": (trace) => REQUESTS.some((request) => (startOf(trace, request) ?? 0) > due(trace, request)),
  "wrong-format": (trace) => gathered.allResultsInside(trace) && complete(trace).some(Boolean),
};

const loading = {
  scenario(world: World, { loadDashboard }: Student, { jobs, again }: Cast) {
    const service = (request: Request) => {
      const [value] = all.makeValues(world, [jobs[request]], request);
      const text = textsOf(world, request, value, again);
      const result = () => resultOf(request, text());
      const returns = again ? result : () => world.made(`${request}, result`, result());
      const own = all.isFailure(jobs[request]) ? {} : { returns };
      return world.service(request, { ...all.answerOf(jobs[request], value), ...own });
    };
    const api = Object.fromEntries(REQUESTS.map((request) => [request, service(request)])) as unknown as Api;
    return onceMore(world, again, () => loadDashboard(api));
  },
  says: ({ jobs }: Cast) => `With user, posts, friends and news of ${all.inWords(Object.values(jobs))}`,
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
    cast: [{ ...STORY, at: 2000 }, but("fetchNews", returning(2303)), NOTHING, ...SLOW],
    ...loading,
    // That it is late with other times, too, is the next check's matter.
    expect: (trace, { at }) => [fulfilled(trace, { at }), fulfilledWithLast(trace), ...complete(trace)],
  }),
  check("early", "starts every request as early as what it needs allows", {
    points: 2,
    cast: [jobs(1003, 500, 300, 200), jobs(301, 1000, 500, 2000), jobs(511, 200, 900, 600)],
    ...loading,
    expect: startedEarly,
  }),
  check("once", "asks for each thing once, and for posts and friends with the user", {
    points: 2,
    cast: [STORY, but("fetchUser", failing(1000))],
    ...loading,
    expect: (trace, { jobs }) => [
      ...REQUESTS.map((request) => {
        if (!all.isFailure(jobs.fetchUser))
          return called(trace, request, {
            args: [needsUser(request) ? [madeBy(trace, "fetchUser, result")] : []],
          });
        // What is asked for before the user has failed is another promise.
        if (!needsUser(request)) return undefined;
        // Who has swallowed the failure goes on for that reason.
        const otherwise = outcomeOf(trace).state === "rejected" ? "starts-after-failure" : undefined;
        return called(trace, request, { times: 0, otherwise });
      }),
      noCopy(trace, "fetchUser, result"),
    ],
  }),
  check("failure", "rejects with a failure at the instant of that failure", {
    points: 2,
    cast: [
      but("fetchUser", failing(1000)),
      ...[503, 1507, 2501].map((ms) => but("fetchNews", failing(ms))),
      but("fetchPosts", failing(1003)),
      ...[511, 1509].map((ms) => but("fetchFriends", failing(ms))),
      ...FALSY.map((value) => but("fetchFriends", failing(703, value))),
    ],
    ...loading,
    expect: (trace) => [rejectedWithFirst(trace)],
  }),
  check("floating", "reports the first failure only, and leaves none unhandled", {
    points: 1,
    cast: [
      jobs(failing(1000), 100, 100, failing(300)),
      jobs(failing(500), 100, 100, failing(1000)),
      jobs(200, failing(300), failing(700), failing(2000)),
      jobs(200, failing(2000), failing(300), failing(1000)),
      jobs(500, failing(500), failing(700), failing(200)),
    ],
    ...loading,
    expect: (trace) => [rejectedWithFirst(trace, { atOnce: false })],
  }),
  check("apart", "keeps calls apart that overlap or come again", {
    points: 1,
    ...apart(
      loading,
      {
        "A call": jobs(203, 100, 300, 150),
        "A call whose user fails": jobs(failing(251), 100, 100, 400),
        "A call and three more with its api": { ...jobs(207, 300, 100, 400), again: [0, 100, 5000] },
      },
      { inside: true, own: nothingShared },
    ),
  }),
]);
