// What a single flight promises: one load for all who ask meanwhile, and its value for a while.
import { apart } from "./kit/apart.ts";
import { called } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import { errorNamed, FALSY, failing, returning } from "./kit/jobs.ts";
import { asks, crowded, type Flights, flight, inWords, smallFlights } from "./kit/models/flights.ts";
import * as judged from "./kit/models/flights-judged.ts";
import { mistakes } from "./kit/models/flights-mistakes.ts";
import { playing } from "./kit/models/flights-played.ts";
import { ownFailures } from "./kit/models/line-failures.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/31-single-flight/single-flight.ts");

const flying = {
  mayPend: true as const,
  scenario: (world: World, { singleFlight }: Student, flights: Flights) =>
    playing(world, singleFlight, flights),
  says: inWords,
  mistakes,
};

/** Each is asked for now, and once more when what it loaded is kept. */
const eachTwice = (...keys: string[]) =>
  flight(
    1000,
    [300],
    ...keys.map((key) => asks(key)),
    ...keys.map((key, index) => asks(key, index ? 0 : 600)),
  );
const LAGS = [0, 1, 2, 3, 5];

const keyMistakes: Mistakes = {
  "lost-arguments": mistakes["lost-arguments"]!,
  "keys-as-text": (trace) => {
    const isPlain = inputOf<Flights>(trace).calls.every(({ key }) => key.length === 1);
    return !isPlain && mistakes["keys-share"]!(trace);
  },
  "equal-by-operator": (trace) => inputOf<Flights>(trace).calls.some(({ key }) => key === "the number NaN"),
  ...mistakes,
};

/** The next call may come in the turn in which a load ends, or up to two microtasks later. */
const explored = { of: "calls", inputs: smallFlights, gaps: 3 };

export default grader<Student>("31-single-flight", [
  check(
    "story",
    "loads once for three calls at once, keeps that for a fourth, and loads anew for a late fifth",
    {
      points: 2,
      cast: [flight(2000, [1000], asks(), asks(), asks(), asks("a", 1500), asks("a", 2500))],
      ...flying,
      expect: (trace, flights) => [
        called(trace, "load", { at: [0, 4000], args: [["a"], ["a"]] }),
        ...judged.eachFromItsLoad(trace, flights),
      ],
    },
  ),
  check("share", "shares a load among all who ask while it is under way, however long it takes", {
    points: 2,
    cast: [
      flight(1000, [3000], asks(), asks("a", 100), asks("a", 1400), asks("a", 1400)),
      flight(1000, [100_003], asks(), asks("a", 70_000)),
      flight(1000, [300], asks(), asks("a", 2000), asks("a", 100), asks()),
      flight(500, [300], asks("a"), asks("b"), asks("a", 100), asks("b")),
      flight(500, [300], asks("a"), asks("b", 0, { inside: 0 }), asks("b", 100)),
      flight(500, [failing(300), 500], asks("a"), asks("b"), asks("b", 100)),
      // Loaded anew in the turn of a failure, or when the time is just up: what follows joins that.
      ...LAGS.map((lag) =>
        flight(500, [failing(300), 500], asks(), asks("a", 0, { lands: 0, lag }), asks("a", 400)),
      ),
      flight(1000, [300, 500], asks(), asks("a", 1300), asks("a", 100), asks("a", 100)),
    ],
    explored,
    ...flying,
    expect: (trace, flights) => [judged.noneBeside(trace), ...judged.eachJoined(trace, flights)],
  }),
  check("kept", "keeps a value for ttlMs from the moment at which it arrived", {
    points: 1,
    cast: [
      flight(1000, [800], asks(), asks("a", 1500)),
      flight(1000, [300], asks(), asks("a", 400), asks("a", 200), asks("a", 690)),
      flight(1000, [300], asks(), asks("a", 1400), asks("a", 1200)),
      flight(1000, [300], asks("a"), asks("b", 900), asks("b", 600)),
      flight(1000, [300, 500], asks("a"), asks("b"), asks("a", 1290), asks("b", 200)),
      // In the turn in which it arrives, and in that of the first answer.
      ...LAGS.map((lag) => flight(1000, [300], asks(), asks("a", 0, { lands: 0, lag }))),
      ...LAGS.map((lag) => flight(1000, [300], asks(), asks("a", 0, { follows: 0, lag }))),
      flight(2 ** 31 - 1, [300], asks(), asks("a", 100_000)),
    ],
    explored,
    ...flying,
    expect: (trace, flights) => [judged.noneTooEarly(trace, flights)],
  }),
  check("expired", "hands out no value that is older, not even when the new load fails", {
    points: 1,
    cast: [
      flight(1000, [300], asks(), asks("a", 1400)),
      flight(1000, [300], asks(), asks("a", 1301)),
      flight(1000, [300], asks(), asks("a", 700), asks("a", 800)),
      flight(1000, [300, failing(200)], asks(), asks("a", 1500), asks("a", 400)),
      flight(500, [300, 200, 100], asks(), asks("a", 1000), asks("a", 1000)),
    ],
    ...flying,
    expect: (trace, flights) => judged.noneTooOld(trace, flights),
  }),
  check("failure", "hands a failure to all who wait, and does not keep it", {
    points: 1,
    cast: [
      flight(1000, [failing(300), 300], asks(), asks("a", 100), asks("a", 100), asks("a", 300)),
      flight(1000, [failing(300), failing(100)], asks(), asks("a", 400), asks("a", 400)),
      flight(500, [200, failing(300), 100], asks(), asks("a", 1000), asks("a", 400)),
      flight(1000, [300, failing(100)], asks("a"), asks("b", 500), asks("a", 200)),
      ...FALSY.map((value) =>
        flight(1000, [failing(300, value), 300], asks(), asks("a", 100), asks("a", 300)),
      ),
    ],
    explored,
    ...flying,
    expect: (trace, flights) => [
      ...judged.eachFromItsLoad(trace, flights),
      judged.noneTooEarly(trace, flights),
    ],
    mistakes: { ...mistakes, ...ownFailures("Call", ({ calls }) => calls) },
  }),
  check("keys", "tells keys apart as a Map does, and hands load the very key", {
    points: 1,
    cast: [
      eachTwice("a", "b"),
      eachTwice(..."abcdefghijkl"),
      crowded(150),
      eachTwice("1", "the number 1"),
      eachTwice("the number NaN", "NaN"),
      eachTwice("an object", "its twin", "[object Object]", '{"id":1}'),
      eachTwice("1", "the bigint 1"),
      eachTwice("nothing", "undefined", "null itself", "null"),
      eachTwice("true itself", "true", "a list of x", "x"),
      eachTwice("__proto__", "constructor", "toString"),
      eachTwice("", "the number 0"),
      flight(1000, [300], asks("the number 0"), asks("the number 0", 600, { as: "minus zero" })),
    ],
    ...flying,
    expect: (trace, flights) => [...judged.eachByItsKey(trace, flights), judged.noneTooEarly(trace, flights)],
    mistakes: keyMistakes,
  }),
  check("values", "keeps and hands out whatever the value is", {
    points: 1,
    cast: [...FALSY, Number.NaN, { id: 1 }, errorNamed("RangeError")].map((value) =>
      flight(1000, [returning(300, value), 300], asks(), asks("a", 600)),
    ),
    ...flying,
    expect: (trace, flights) => [
      judged.noneTooEarly(trace, flights),
      ...judged.eachFromItsLoad(trace, flights),
    ],
  }),
  check("apart", "keeps single flights apart", {
    points: 1,
    ...apart(
      flying,
      {
        "A flight": flight(1000, [300], asks(), asks("a", 100), asks("a", 600), asks("b")),
        "One that fails": flight(500, [failing(200), 300], asks(), asks("a", 400), asks("a", 400)),
        "Two with the same load and options": { ...flight(1000, [300], asks(), asks("a", 100)), split: true },
      },
      { own: (part, { split }) => [split ? called(part, "load", { at: [0, 100] }) : undefined] },
    ),
  }),
]);
