// What fetchAllApis promises: three calls at once, their responses in order, and the first failure at its own instant.
import fc from "fast-check";
import { blaming, type Episode, episodes } from "./kit/episodes.ts";
import { fulfilled, rejected, startedTogether, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { type Plain, show } from "./kit/plain.ts";
import { callsOf, madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { textIn } from "./kit/values.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/03-three-apis/three-apis.ts");
type Trial = Episode<Student>;

const APIS = [1, 2, 3] as const;
const response = (api: number) => ({ api, data: `Data from API ${api}` });
/** Whether the story's own responses came out, though no API had delivered them. */
const invented = (trace: Trace) => {
  const { value, settled } = outcomeOf(trace);
  const told = (text: Plain) => /Data from API \d/.test(textIn(text));
  return (
    told(value ?? "") &&
    !trace.calls.some((call) => call.end && call.end.at <= settled!.at && told(call.value!))
  );
};

/** What the trace of one `fetchAllApis` shows. */
const mistakes: Mistakes = {
  "repeated-call": (trace) => trace.calls.length > 3,
  "lost-arguments": ({ calls }) =>
    calls.length === 3 && !calls.every(({ args }) => APIS.some((api) => api === args[0])),
  "settled-wrappers": gathered.reportsOfAllSettled,
  "missing-return": gathered.nothingReturned,
  "sequential-await": gathered.oneByOne,
  "partly-concurrent": gathered.someTogether,
  "late-start": gathered.staggered,
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
  "wrong-format": gathered.allResultsInside,
};

/** API `n` takes `takes[n - 1]` ms, and fails if there is a reason for it. */
const trial = (
  what: string,
  takes: number[],
  reasons: Record<number, (world: World) => unknown>,
  expect: Trial["expect"],
): Trial => ({
  name: `fetchAllApis where ${what}`,
  scenario: (world, { fetchAllApis }) => {
    const answers = APIS.map((api, index): Answer => {
      const reason = reasons[api];
      return {
        takes: takes[index],
        ...(reason ? { fails: world.made(`${what}: ${api}`, reason(world)) } : { returns: response(api) }),
      };
    });
    return fetchAllApis(world.service("fetchApi", { when: (api) => answers[api - 1] }));
  },
  expect,
});
const down = (name: string) => (world: World) => world.error(name);
const rejects = (
  what: string,
  takes: number[],
  reasons: Record<number, (world: World) => unknown>,
  first: number,
) =>
  trial(what, takes, reasons, (part, start) => [
    startedTogether(part, "fetchApi", { count: 3, at: start }),
    rejected(part, { at: start + takes[first - 1]!, error: madeBy(part, `${what}: ${first}`) }),
  ]);
const falsy = (value: unknown) =>
  blaming(
    "falsy-is-nothing",
    rejects(
      `API 2 fails with ${JSON.stringify(value) ?? "undefined"}`,
      [1000, 300, 700],
      { 2: () => value },
      2,
    ),
  );

/** Each of the three was called once: with which calls in which order is free. */
const eachOnce = (trace: Trace) => {
  const apis = callsOf(trace, "fetchApi").map(({ args }) => show(args[0] ?? null));
  return that(
    apis.toSorted().join() === "1,2,3",
    `\`fetchApi\` was called with ${apis.join(", ") || "nothing"}; expected 1, 2 and 3.`,
  );
};

export default grader<Student>("03-three-apis", [
  check("fetches all three in the time of the slowest", {
    points: 3,
    scenario: (world, { fetchAllApis }) =>
      fetchAllApis(world.service("fetchApi", { takes: 1000, returns: response })),
    expect: (trace) => [
      startedTogether(trace, "fetchApi", { count: 3 }),
      eachOnce(trace),
      fulfilled(trace, { at: 1000, value: APIS.map(response) }),
    ],
    mistakes,
  }),
  check("keeps the responses in order 1, 2, 3, whatever order they come in", {
    points: 2,
    given: fc.record({
      takes: fc.tuple(...APIS.map(() => fc.integer({ min: 1, max: 5000 }))),
      data: fc.tuple(...APIS.map(() => fc.string({ maxLength: 8 }))),
    }),
    scenario: (world, { fetchAllApis }, { takes, data }) => {
      const answers = APIS.map((api, index) => ({
        takes: takes[index],
        returns: { api, data: data[index]! },
      }));
      return fetchAllApis(world.service("fetchApi", { when: (api) => answers[api - 1] }));
    },
    expect: (trace, { takes, data }) => [
      startedTogether(trace, "fetchApi", { count: 3 }),
      fulfilled(trace, {
        at: Math.max(...takes),
        value: APIS.map((api, index) => ({ api, data: data[index] })),
      }),
    ],
    mistakes,
  }),
  check("rejects at the moment when one fails, with its very error", {
    points: 2,
    given: fc.record({
      takes: fc.tuple(...APIS.map(() => fc.integer({ min: 1, max: 5000 }))),
      failing: fc.constantFrom(...APIS),
    }),
    scenario: (world, { fetchAllApis }, { takes, failing }) => {
      const answer = (api: number): Answer =>
        api === failing ? { fails: world.error("down") } : { returns: response(api) };
      return fetchAllApis(
        world.service("fetchApi", { when: (api) => ({ takes: takes[api - 1], ...answer(api) }) }),
      );
    },
    expect: (trace, { takes, failing }) => [
      startedTogether(trace, "fetchApi", { count: 3 }),
      rejected(trace, { at: takes[failing - 1], error: madeBy(trace, "down") }),
    ],
    mistakes,
  }),
  check("takes undefined, null, 0 and empty text for failures as well", {
    points: 1,
    ...episodes(
      [
        rejects("API 2 fails with an error", [1000, 300, 700], { 2: down("error") }, 2),
        rejects("API 2 fails with another", [1000, 300, 700], { 2: down("another") }, 2),
        ...[undefined, null, 0, "", false].map(falsy),
      ],
      mistakes,
    ),
  }),
  check("lets no later failure of the others float, or replace the first", {
    points: 1,
    ...episodes(
      [
        rejects(
          "API 2 fails first, then 1, then 3",
          [700, 300, 1000],
          { 1: down("a"), 2: down("b"), 3: down("c") },
          2,
        ),
        rejects("API 3 fails first, then 1", [2000, 100, 300], { 1: down("d"), 3: down("e") }, 3),
        rejects("API 1 fails first, then 2", [10, 4000, 20], { 1: down("f"), 2: down("g") }, 1),
      ],
      mistakes,
    ),
  }),
  check("keeps apart calls that overlap or follow each other", {
    points: 1,
    scenario: async (world, { fetchAllApis }) => {
      const service = (name: string, takes: number[], answer?: Answer) => {
        const when = (api: number): Answer => {
          const returns = { api, data: world.payload(world.now < 2000 ? name : "last") };
          return { takes: takes[api - 1], returns, ...(api === 2 && answer) };
        };
        return world.service("fetchApi", { when });
      };
      const first = service("first", [200, 1000, 600]);
      const fetch = async (at: number, name: string, fetchApi = first) => {
        await world.wait(at);
        await world.watch(`The ${name} fetchAllApis`, () => fetchAllApis(fetchApi));
      };
      await Promise.all([
        fetch(0, "first"),
        fetch(300, "second", service("second", [400, 100, 500])),
        fetch(450, "failing", service("failing", [100, 300, 900], { fails: world.error("down") })),
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
        comes("last", 3000),
      ];
    },
    mistakes: { "shared-state": (trace) => gathered.mixedUp(trace, ["first", "second", "failing", "last"]) },
  }),
]);
