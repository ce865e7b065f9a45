// What loadDashboard promises: no request starts later than it could, and the first failure comes out at once.
import fc from "fast-check";
import { about, called, dataArgs, fulfilled, rejected, rejectedWithOneOf, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { equal, isNode, show } from "./kit/plain.ts";
import { callsOf, madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { holdsPromise, isFalsy, partsOf } from "./kit/values.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/07-start-now-await-later/start-now-await-later.ts");
type Api = Parameters<Student["loadDashboard"]>[0];
type Request = keyof Api;
type Times = Record<Request, number>;

const requests: Request[] = ["fetchUser", "fetchPosts", "fetchFriends", "fetchNews"];
const needsUser = (request: string) => request === "fetchPosts" || request === "fetchFriends";
const story: Times = { fetchUser: 1000, fetchPosts: 1000, fetchFriends: 500, fetchNews: 1500 };
const times = fc.record({
  fetchUser: fc.integer({ min: 1, max: 3000 }),
  fetchPosts: fc.integer({ min: 1, max: 3000 }),
  fetchFriends: fc.integer({ min: 1, max: 3000 }),
  fetchNews: fc.integer({ min: 1, max: 3000 }),
});
const short = fc.integer({ min: 1, max: 500 });
const long = fc.integer({ min: 1500, max: 3000 });
/** This request fails long before the others, once there is a user. By chance alone few inputs are such. */
const failsEarly = (first: Request) => {
  const takes = (request: Request) => (request === "fetchUser" || request === first ? short : long);
  return fc.record({
    takes: fc.record({
      fetchUser: takes("fetchUser"),
      fetchPosts: takes("fetchPosts"),
      fetchFriends: takes("fetchFriends"),
      fetchNews: takes("fetchNews"),
    }),
    failing: fc.constant<Request[]>(requests.filter((request) => request !== "fetchUser")),
  });
};
const inWords = (takes: Times) =>
  `When ${requests.map((request) => `${request} takes ${takes[request]}`).join(", ")} ms`;

/** When each request ends if each starts as early as it can. */
const endsOf = (takes: Times): Times => ({
  ...takes,
  fetchPosts: takes.fetchUser + takes.fetchPosts,
  fetchFriends: takes.fetchUser + takes.fetchFriends,
});

/** An api whose requests are traced as `fetchUser` and so on, with `owner` in front. */
function makeApi(world: World, answer: (request: Request) => Answer = () => ({}), owner = ""): Api {
  const text = (what: string) => world.payload(`${owner}${what}`);
  const results = {
    fetchUser: { id: 1, name: text("user") },
    fetchPosts: [1, 2].map((id) => ({ id, title: text(`post ${id}`) })),
    fetchFriends: [2, 3].map((id) => ({ id, name: text(`friend ${id}`) })),
    fetchNews: [text("news 1"), text("news 2")],
  };
  const service = (request: Request) => {
    const returns = world.made(`${owner}${request}`, results[request]);
    return world.service(`${owner}${request}`, { takes: story[request], returns, ...answer(request) });
  };
  return Object.fromEntries(requests.map((request) => [request, service(request)])) as unknown as Api;
}

/** The dashboard of all that the owner's api returned came at this virtual ms. */
function loaded(trace: Trace, at: number, { owner = "", label }: { owner?: string; label?: string } = {}) {
  const { value = null } = outcomeOf(trace, label);
  const parts = new Map(isNode(value) && value.t === "object" ? value.props : []);
  const returned = requests.map((request) => [keyOf(request), madeBy(trace, `${owner}${request}`)] as const);
  const misfits = returned.map(([key, wanted]) => {
    const got = parts.get(key) ?? { t: "undefined" };
    return that(equal(got, wanted), `\`${key}\` is ${show(got)}; expected ${show(wanted)}.`);
  });
  // Part by part first: a whole dashboard is too long to show.
  return [
    fulfilled(trace, { at, label }),
    ...misfits,
    fulfilled(trace, { value: Object.fromEntries(returned), label }),
  ];
}
const keyOf = (request: Request) => request.slice("fetch".length).toLowerCase();

const mistakes: Mistakes = {
  "floating-rejection": ({ floating }) => floating.length > 0,
  "forgotten-await": ({ calls, outcomes }) =>
    [...calls.flatMap(({ args }) => args), outcomes.main?.value].some(holdsPromise),
  "settled-wrappers": ({ outcomes }) =>
    partsOf(outcomes.main?.value ?? null).some(
      (part) => isNode(part) && part.t === "object" && part.props.some(([key]) => key === "status"),
    ),
  "repeated-call": (trace) => requests.some((request) => callsOf(trace, request).length > 1),
  "lost-arguments": ({ calls }) =>
    calls.some((call) => needsUser(call.service) && dataArgs(call).length === 0),
  "sequential-await": (trace) => trace.calls.length === 4 && gathered.oneByOne(trace),
  "late-start": (trace) => {
    const user = callsOf(trace, "fetchUser")[0]?.end?.at ?? Number.POSITIVE_INFINITY;
    return trace.calls.some(({ service, start }) => start.at > (needsUser(service) ? user : 0));
  },
};

/** One request that fails after `takes` ms: with an error, or with what `reason` holds. */
interface Failure {
  request: Request;
  takes: number;
  reason?: { is: unknown };
}

const rejectionMistakes: Mistakes = {
  "floating-rejection": mistakes["floating-rejection"]!,
  "repeated-call": mistakes["repeated-call"]!,
  "falsy-is-nothing": ({ calls }) => calls.some(({ how, value }) => how === "rejected" && isFalsy(value!)),
  "swallowed-error": gathered.failureSwallowed,
  "wrapped-error": gathered.failureWrapped,
  "generic-error": gathered.failureReplaced,
  "late-rejection": gathered.rejectedLate,
};

const alone = (trace: Trace) => loaded(trace, 2000, { owner: "my ", label: "The first call" });

export default grader<Student>("07-start-now-await-later", [
  check("story", "loads everything in 2000 ms", {
    points: 2,
    scenario: (world, { loadDashboard }) => loadDashboard(makeApi(world)),
    expect: (trace) => loaded(trace, 2000),
    mistakes,
  }),
  check("early", "starts every request as early as what it needs allows", {
    points: 2,
    given: times,
    scenario: (world, { loadDashboard }, takes) =>
      loadDashboard(makeApi(world, (request) => ({ takes: takes[request] }))),
    expect: (trace, takes) =>
      about(inWords(takes), [
        ...requests.map((request) =>
          called(trace, request, { at: [needsUser(request) ? takes.fetchUser : 0] }),
        ),
        ...loaded(trace, Math.max(...Object.values(endsOf(takes)))),
      ]),
    mistakes,
  }),
  check("once", "asks for each thing once, and for posts and friends with the user", {
    points: 1,
    scenario: (world, { loadDashboard }) => loadDashboard(makeApi(world)),
    expect: (trace) =>
      requests.map((request) =>
        called(trace, request, { args: [needsUser(request) ? [madeBy(trace, "fetchUser")] : []] }),
      ),
    mistakes,
  }),
  check("failure", "rejects with a failure at the instant of that failure", {
    points: 2,
    cases: [
      { request: "fetchUser", takes: 1000 },
      ...[500, 1500, 2500].map((takes): Failure => ({ request: "fetchNews", takes })),
      { request: "fetchPosts", takes: 1000 },
      ...[500, 1500].map((takes): Failure => ({ request: "fetchFriends", takes })),
      ...["no answer", undefined, null, 0, "", false].map(
        (is): Failure => ({ request: "fetchFriends", takes: 700, reason: { is } }),
      ),
    ],
    scenario: (world, { loadDashboard }, { request, takes, reason }: Failure) => {
      const fails = world.made("failure", reason ? reason.is : world.error("no answer"));
      return loadDashboard(makeApi(world, (asked) => (asked === request ? { takes, fails } : {})));
    },
    expect: (trace, { request, takes }) => {
      const at = endsOf({ ...story, [request]: takes })[request];
      return about(`When ${request} fails at ${at} ms`, [
        rejected(trace, { at, error: madeBy(trace, "failure") }),
      ]);
    },
    mistakes: rejectionMistakes,
  }),
  check("floating", "reports the first failure only, and leaves none unhandled", {
    points: 2,
    given: fc.oneof(
      { weight: 4, arbitrary: fc.record({ takes: times, failing: fc.subarray(requests, { minLength: 2 }) }) },
      { weight: 1, arbitrary: failsEarly("fetchPosts") },
      { weight: 1, arbitrary: failsEarly("fetchFriends") },
    ),
    runs: 50,
    scenario: (world, { loadDashboard }, { takes, failing }) =>
      loadDashboard(
        makeApi(world, (request) => ({
          takes: takes[request],
          ...(failing.includes(request) ? { fails: world.error(`${request} failed`) } : {}),
        })),
      ),
    expect: (trace, { takes, failing }) => {
      const ends = endsOf(takes);
      const failures = failing.filter((request) => !needsUser(request) || !failing.includes("fetchUser"));
      const at = Math.min(...failures.map((request) => ends[request]));
      const errors = failures
        .filter((request) => ends[request] === at)
        .map((request) => madeBy(trace, `${request} failed`));
      return about(`${inWords(takes)}, and ${failing.join(", ")} fail`, [
        rejectedWithOneOf(trace, { at, errors }),
      ]);
    },
    mistakes: rejectionMistakes,
  }),
  check("apart", "keeps calls apart that overlap or come again", {
    points: 1,
    scenario: async (world, { loadDashboard }) => {
      const [mine, yours] = [makeApi(world, undefined, "my "), makeApi(world, undefined, "your ")];
      await world.watch("The first call", () => loadDashboard(mine));
      world.watch("The second call", () => loadDashboard(mine));
      world.watch("The third call", () => loadDashboard(mine));
      await world.wait(300);
      await world.watch("A call that overlaps it", () => loadDashboard(yours));
    },
    expect: (trace) => [
      ...alone(trace),
      ...loaded(trace, 4000, { owner: "my ", label: "The second call" }),
      ...loaded(trace, 4000, { owner: "my ", label: "The third call" }),
      ...loaded(trace, 4300, { owner: "your ", label: "A call that overlaps it" }),
      ...requests.map((request) => called(trace, `my ${request}`, { times: 3 })),
      ...requests.map((request) => called(trace, `your ${request}`, { times: 1 })),
    ],
    mistakes: {
      "shared-state": (trace) =>
        alone(trace).every((finding) => !finding) && trace.calls.length <= 4 * requests.length,
    },
  }),
]);
