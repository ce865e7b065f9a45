// What solve promises: set-up in order of need, tear-down in reverse, and a failure that reaches each that stands open.
import { asTheyWere, looking } from "./kit/again.ts";
import { apart, wentAlike } from "./kit/apart.ts";
import { called, fulfilled } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { errorNamed, FALSY, failing, MADE, returning } from "./kit/jobs.ts";
import * as model from "./kit/models/dependencies.ts";
import { but, DOWN, HANDLER, type Needed, needed, needing, type Solving } from "./kit/models/dependencies.ts";
import * as judged from "./kit/models/dependencies-judged.ts";
import * as up from "./kit/models/dependencies-set-up.ts";
import * as down from "./kit/models/dependencies-tear-down.ts";
import { watchRefusal } from "./kit/refused.ts";
import { madeBy, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/33-dependencies/dependencies.ts");
const solving = {
  mistakes: judged.mistakes,
  scenario: (world: World, { solve }: Student, input: Solving) =>
    solve(model.dependencies(world, input.all), model.handlerOf(world, input)),
  says: model.inWords,
};
const [ANOTHER, LATER] = ["The call beside it", "The call after it"];
/** Two calls in one turn with the very same list, and one when the first is over; and whether that is another one in the end. */
function solvingTwice(world: World, { solve }: Student, input: Solving) {
  const [list, handler] = [model.dependencies(world, input.all), model.handlerOf(world, input)];
  const lists = [list, ...list.map(({ needs = [] }) => needs)];
  const first = looking(world, lists, () => solve(list, handler));
  void world.watch(ANOTHER, () => solve(list, handler));
  const again = () => void world.watch(LATER, () => solve(list, handler));
  void Promise.resolve(first).then(again, again);
  return first;
}
const DATABASE = needed("database", { up: returning(200), down: returning(300) });
const SESSION = needing("session", "database");
const USER = needed("user", { needs: ["session"], kind: "promise" });
const MENU = needed("menu", { needs: ["database"], kind: "generator" });
const ALL = [DATABASE, SESSION, USER, MENU, needing("cart", "menu", "user")];
/** No limit is set to any of them, and none is over when one looks every 10 ms. */
const LONG = returning(100_003);
const SLOW: Solving = { all: but(ALL, "session", { up: LONG, down: LONG }), handler: LONG };
const allAs = (more: Partial<Needed>) => ALL.map((own) => ({ ...own, ...more }));
const FAILS = [MADE, errorNamed("Error"), "closed", ...FALSY].map((value) => failing(100, value));
const [FAILS_ONCE] = FAILS;
const itsValue = (trace: Trace) => madeBy(trace, `${HANDLER} 1`);

export default grader<Student>("33-dependencies", [
  check(
    "story",
    "sets up for the handler, tears down when it has ended, and comes to its value, in 1800 ms",
    {
      points: 1,
      cast: [{ all: [DATABASE, SESSION, USER] }],
      ...solving,
      expect: (trace) => [
        called(trace, HANDLER, { at: [400] }),
        called(trace, DOWN, { atLeast: 2, otherwise: "teardown-forgotten" }),
        fulfilled(trace, { at: 1800, value: itsValue(trace) }),
      ],
    },
  ),
  check("order", "sets up each once, one after the other, what is needed before what needs it", {
    points: 1,
    cast: [
      { all: ALL },
      { all: [needed("a"), needing("b", "a"), needed("c"), needing("d", "b")] },
      { all: ALL.toReversed() },
      { all: [needing("cart", "user", "menu"), MENU, USER, SESSION, DATABASE] },
      { all: [needing("toString", "constructor"), needed("constructor", { kind: "value" })] },
      ...[{ all: [] }, SLOW],
    ],
    ...solving,
    expect: (trace, input) => [...up.setUpInTurn(trace), ...up.setUpInOrder(trace, input)],
  }),
  check("values", "hands on what a generator yields, and all else as it is", {
    points: 1,
    cast: [
      { all: ALL },
      { all: allAs({ plain: true }) },
      ...model.ODD_VALUES.map((what) => ({ all: model.inEachKind(model.odd(what)) })),
      ...FALSY.map((value) => ({ all: allAs({ value }), handler: returning(300, value) })),
    ],
    ...solving,
    mayPend: true,
    expect: (trace, input) => [
      ...up.valuesHandedOn(trace, input),
      fulfilled(trace, { value: itsValue(trace) }),
    ],
  }),
  check("success", "after a success goes on behind each yield, in reverse, one after the other", {
    points: 1,
    cast: [
      { all: ALL },
      { all: allAs({ bare: true }) },
      ...FAILS.map((fails) => ({ all: but(ALL, "cart", { down: fails }) })),
      ...["menu", "session", "database"].map((name) => ({ all: but(ALL, name, { down: FAILS_ONCE! }) })),
      SLOW,
    ],
    ...solving,
    expect: (trace, input) => [
      ...down.resumedAfterSuccess(trace, input),
      ...down.allTornDown(trace, input),
      ...down.tornDownInTurn(trace),
      judged.cameToHandlers(trace),
    ],
  }),
  check("failure", "if the handler fails throws its error into each, and rejects with it, come what may", {
    points: 2,
    cast: [
      ...FAILS.map((handler) => ({ all: ALL, handler })),
      { all: allAs({ bare: true }), handler: FAILS_ONCE! },
      ...["cart", "menu", "session", "database"].flatMap((name) =>
        [{ answer: "swallows" as const }, { down: FAILS_ONCE! }, { answer: "throws another" as const }].map(
          (more) => ({ all: but(ALL, name, more), handler: FAILS_ONCE! }),
        ),
      ),
    ],
    ...solving,
    expect: (trace, input) => [
      ...down.tornDownInTurn(trace),
      ...down.errorThrownIn(trace, input),
      ...down.allTornDown(trace, input),
      down.swallowing(input, judged.cameToHandlers(trace)),
    ],
  }),
  check("partial", "if a set-up fails calls no handler, tears down what stands, and rejects with its error", {
    points: 1,
    cast: [
      ...FAILS.map((fails) => ({ all: but(ALL, "cart", { up: fails }) })),
      ...model.KINDS.map((kind) => ({ all: but(ALL, "cart", { kind, up: FAILS_ONCE! }) })),
      ...["database", "user"].map((name) => ({ all: but(ALL, name, { up: failing(200) }) })),
    ],
    ...solving,
    expect: (trace, input) => [
      judged.failedSetUp(trace, input),
      called(trace, HANDLER, { times: 0, otherwise: "continues-after-failure" }),
      ...down.allTornDown(trace, input),
      ...down.tornDownInTurn(trace),
    ],
  }),
  check(
    "refusal",
    "rejects unknown, double and circular names with a DependencyError, before anything runs",
    {
      points: 2,
      cast: [
        { all: [DATABASE, SESSION, needing("cart", "waiter")] },
        ...["database", "session"].map((name) => ({
          all: [DATABASE, SESSION, needed(name, { kind: "value" })],
        })),
        { all: [DATABASE, needing("cart", "cart")] },
        { all: [DATABASE, needing("a", "database", "b"), needing("b", "c"), needing("c", "a")] },
        ...["toString", "constructor"].map((name) => ({ all: [DATABASE, needing("cart", name)] })),
      ],
      ...solving,
      mayPend: true,
      scenario: (world, student, input) =>
        watchRefusal(world, "solve", () => solving.scenario(world, student, input)),
      expect: (trace, input) => judged.refusedFirst(trace, "solve", input),
    },
  ),
  check("apart", "leaves the list as it is, and keeps calls apart, also with one list", {
    points: 1,
    ...apart(
      { scenario: solvingTwice },
      {
        "A call": { all: ALL, handler: returning(900) },
        "A call that fails": { all: ALL.toReversed(), handler: failing(800) },
      },
      {
        own: (part) => [
          asTheyWere(part),
          wentAlike(part, "main", ANOTHER),
          up.providedAlike(part),
          called(part, model.UP, { times: 3 * ALL.length, otherwise: "shared-state" }),
        ],
      },
    ),
  }),
]);
