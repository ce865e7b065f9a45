// What fetchAllApis promises: three calls at once, their responses in order, and the first failure at its own instant.
import fc from "fast-check";
import { blaming, type Episode, episodes } from "./kit/episodes.ts";
import { fulfilled, rejected, startedTogether, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { type Plain, show } from "./kit/plain.ts";
import { madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { partsOf, textIn } from "./kit/values.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/03-three-apis/three-apis.ts");
type Trial = Episode<Student>;

const APIS = [1, 2, 3] as const;
const response = (api: number) => ({ api, data: `Data from API ${api}` });
/** Three APIs in one: API `n` takes `takes[n - 1]` ms. */
const service = (world: World, takes: number[], answer: (api: number) => Answer) =>
  world.service("fetchApi", { when: (api) => ({ takes: takes[api - 1], ...answer(api) }) });

const asked = (trace: Trace) => trace.calls.map(({ args }) => args[0]);
const isApi = (arg: unknown) => APIS.some((api) => api === arg);
const told = (value: Plain | undefined) => /Data from API \d/.test(textIn(value ?? ""));
/** Whether the story's own responses came out, though no API had delivered them by then. */
const invented = (trace: Trace) => {
  const { value, settled } = outcomeOf(trace);
  return (
    told(value) && !trace.calls.some((call) => call.end && call.end.at <= settled!.at && told(call.value))
  );
};

/** Whether the three responses came out, in whatever order. */
const shuffled = (trace: Trace) => {
  const shown = (values: Plain[]) =>
    values
      .map((value) => show(value))
      .toSorted()
      .join();
  const results = trace.calls.map(({ value }) => value ?? null);
  return results.length === 3 && shown(results) === shown(partsOf(outcomeOf(trace).value ?? null));
};

/** What the trace of one `fetchAllApis` shows. */
const mistakes: Mistakes = {
  "busy-wait": gathered.polled,
  "lost-arguments": (trace) => trace.calls.length === 3 && !asked(trace).every(isApi),
  "repeated-call": (trace) => asked(trace).every(isApi) && new Set(asked(trace)).size < trace.calls.length,
  "settled-wrappers": gathered.reportsOfAllSettled,
  "missing-return": (trace) => trace.calls.length > 0 && gathered.nothingReturned(trace),
  "sequential-await": gathered.oneByOne,
  "partly-concurrent": gathered.someTogether,
  "late-start": (trace) => gathered.staggered(trace) || gathered.startedLate(trace),
  "fixed-delay": gathered.settledByTimer,
  "hard-coded": invented,
  "forgotten-await": gathered.unawaited,
  "lost-rejection": gathered.failureLost,
  "race-instead-of-all": gathered.onlyOneResult,
  "swallowed-error": gathered.failureSwallowed,
  "floating-rejection": (trace) => trace.floating.length > 0,
  "late-rejection": gathered.rejectedLate,
  "wrapped-error": gathered.failureWrapped,
  "generic-error": gathered.failureReplaced,
  "completion-order": gathered.inOrderOfEnd,
  "wrong-format": (trace) =>
    trace.calls.length === 3 && (gathered.allResultsInside(trace) || shuffled(trace)),
};

type Reason = (world: World, what: string) => unknown;
/** The APIs in `failing` fail, and the first of them to do so decides. */
const rejects = (
  takes: number[],
  failing: number[],
  story: string,
  reason: Reason = (world, what) => world.error(what),
): Trial => {
  const what = (api: number) => `API ${api} (${story})`;
  return {
    name: `fetchAllApis (${story})`,
    scenario: (world, { fetchAllApis }) => {
      const reasons = new Map(failing.map((api) => [api, world.made(what(api), reason(world, what(api)))]));
      const answer = (api: number) =>
        reasons.has(api) ? { fails: reasons.get(api) } : { returns: response(api) };
      return fetchAllApis(service(world, takes, answer));
    },
    expect: (part, start) => {
      const first = failing.reduce((best, api) => (takes[api - 1]! < takes[best - 1]! ? api : best));
      return [
        startedTogether(part, "fetchApi", { count: 3, at: start }),
        rejected(part, { at: start + takes[first - 1]!, error: madeBy(part, what(first)) }),
      ];
    },
  };
};
const falsy = (value: unknown) => {
  const story = `API 2 fails with ${JSON.stringify(value) ?? "undefined"}`;
  return blaming(
    "falsy-is-nothing",
    rejects([1000, 300, 700], [2], story, () => value),
  );
};

/** Each of the three was called once; in which order is free. */
const eachOnce = (trace: Trace) => {
  const apis = asked(trace).map((arg) => show(arg ?? null));
  const message = `\`fetchApi\` was called with ${apis.join(", ") || "nothing"}; expected 1, 2 and 3.`;
  return that(apis.toSorted().join() === "1,2,3", message);
};
const threeTimes = fc.tuple(...APIS.map(() => fc.integer({ min: 300, max: 5000 })));

export default grader<Student>("03-three-apis", [
  check("time", "fetches all three in the time of the slowest", {
    points: 3,
    scenario: (world, { fetchAllApis }) =>
      fetchAllApis(world.service("fetchApi", { takes: 1000, returns: response })),
    expect: (trace) => [
      fulfilled(trace),
      eachOnce(trace),
      fulfilled(trace, { at: 1000 }),
      startedTogether(trace, "fetchApi", { count: 3 }),
      fulfilled(trace, { value: APIS.map(response) }),
    ],
    mistakes,
  }),
  check("order", "keeps the responses in order 1, 2, 3, whatever order they come in", {
    points: 2,
    given: fc.record({
      takes: threeTimes,
      data: fc.tuple(...APIS.map(() => fc.string({ maxLength: 8 }))),
    }),
    scenario: (world, { fetchAllApis }, { takes, data }) =>
      fetchAllApis(service(world, takes, (api) => ({ returns: { api, data: data[api - 1] } }))),
    expect: (trace, { takes, data }) => [
      startedTogether(trace, "fetchApi", { count: 3 }),
      fulfilled(trace, { at: Math.max(...takes), value: APIS.map((api) => ({ api, data: data[api - 1] })) }),
    ],
    mistakes,
  }),
  check("failure", "rejects at the moment when one fails, with its very error", {
    points: 2,
    given: fc.record({ takes: threeTimes, failing: fc.constantFrom(...APIS) }),
    scenario: (world, { fetchAllApis }, { takes, failing }) => {
      const down = world.error("down");
      return fetchAllApis(
        service(world, takes, (api) => (api === failing ? { fails: down } : { returns: response(api) })),
      );
    },
    expect: (trace, { takes, failing }) => [
      startedTogether(trace, "fetchApi", { count: 3 }),
      rejected(trace, { at: takes[failing - 1], error: madeBy(trace, "down") }),
    ],
    mistakes,
  }),
  check("falsy", "treats undefined, null, 0 and empty text as failures like any other", {
    points: 1,
    ...episodes(
      [
        rejects([1000, 300, 700], [2], "API 2 fails with an error"),
        blaming("shared-state", rejects([1000, 300, 700], [2], "API 2 fails with another error")),
        ...[undefined, null, 0, "", false].map(falsy),
      ],
      mistakes,
    ),
  }),
  check("floating", "lets no later failure of the others float, or replace the first", {
    points: 1,
    ...episodes(
      [
        rejects([700, 300, 1000], [1, 2, 3], "API 2 fails first, then 1, then 3"),
        blaming("shared-state", rejects([700, 300, 1000], [1, 2, 3], "once more, API 2 fails first")),
        rejects([2000, 100, 300], [1, 3], "API 3 fails first, then 1"),
        rejects([10, 4000, 20], [1, 2], "API 1 fails first, then 2"),
      ],
      mistakes,
    ),
  }),
  check("apart", "keeps apart calls that overlap or follow each other", {
    points: 1,
    scenario: async (world, { fetchAllApis }) => {
      const apis = (name: string, takes: number[], answer?: Answer) =>
        service(world, takes, (api) => {
          const data = world.payload(name === "first" ? whose() : name);
          return { returns: { api, data }, ...(api === 2 && answer) };
        });
      const whose = () => (world.now < 100 ? "first" : world.now < 2000 ? "again" : "last");
      const first = apis("first", [200, 1000, 600]);
      const fetch = async (at: number, name: string, fetchApi = first) => {
        if (at > 0) await world.wait(at);
        await world.watch(`The ${name} fetchAllApis`, () => fetchAllApis(fetchApi));
      };
      await Promise.all([
        fetch(0, "first"),
        fetch(100, "again"),
        fetch(0, "second", apis("second", [400, 100, 800])),
        fetch(450, "failing", apis("failing", [100, 300, 900], { fails: world.error("down") })),
        fetch(2000, "last"),
      ]);
    },
    expect: (trace) => {
      const comes = (name: string, at: number) =>
        fulfilled(trace, {
          label: `The ${name} fetchAllApis`,
          at,
          value: APIS.map((api) => ({ api, data: madeBy(trace, name) })),
        });
      return [
        comes("second", 800),
        rejected(trace, { label: "The failing fetchAllApis", at: 750, error: madeBy(trace, "down") }),
        comes("first", 1000),
        comes("again", 1100),
        comes("last", 3000),
      ];
    },
    mistakes: {
      "shared-state": (trace) => gathered.mixedUp(trace, ["first", "again", "second", "failing", "last"]),
    },
  }),
]);
