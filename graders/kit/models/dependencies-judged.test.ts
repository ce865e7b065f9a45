import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import type { Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import type { Finding } from "../grader.ts";
import { failing } from "../jobs.ts";
import { dependencies, handlerOf, needed, needing, type Provided, type Solving } from "./dependencies.ts";
import * as judged from "./dependencies-judged.ts";
import * as up from "./dependencies-set-up.ts";
import * as down from "./dependencies-tear-down.ts";
import { runHere } from "./run-fixture.ts";

type Solve = (list: Provided[], handler: (values: any) => Promise<unknown>) => Promise<unknown>;
interface How {
  order?: (list: Provided[]) => Provided[];
  resume?: (generator: any, failure: { error: unknown } | undefined) => unknown;
  tearDown?: (open: any[]) => any[];
  together?: boolean;
  early?: boolean;
}

/** Solves a list of generators that is in order; with what is given done otherwise. */
const solver =
  ({
    order = (list) => list,
    resume,
    tearDown = (open) => open.toReversed(),
    together,
    early,
  }: How = {}): Solve =>
  async (list, handler) => {
    const [values, open]: [Record<string, unknown>, any[]] = [{}, []];
    for (const { name, provide } of order(list)) {
      const generator = provide(values);
      values[name] = (await generator.next()).value;
      open.push(generator);
    }
    const right: How["resume"] = (generator, failure) =>
      failure ? generator.throw(failure.error) : generator.next();
    const settle = async (failure?: { error: unknown }) => {
      const ends = [];
      for (const generator of tearDown(open)) {
        const end = Promise.resolve((resume ?? right)!(generator, failure)).catch(() => {});
        ends.push(end);
        if (!together) await end;
      }
      await Promise.all(ends);
      if (failure) throw failure.error;
    };
    const handled = handler(values);
    if (early) handled.catch(() => {});
    if (!early) {
      const failure = await handled.then(
        () => undefined,
        (error) => ({ error }),
      );
      await settle(failure);
      return handled;
    }
    await settle();
    return handled;
  };

const ALL = [needed("database"), needing("session", "database"), needing("cart", "session")];
async function played(solve: Solve, solving: Solving = { all: ALL }): Promise<Trace> {
  const trace = await runHere((world: World) =>
    solve(dependencies(world, solving.all), handlerOf(world, solving)),
  );
  return { ...trace, input: toPlain(solving) };
}
const first = (findings: Finding[]) => findings.find(Boolean)?.misconception;

async function judgedAs(how: How, solving: Solving = { all: ALL }) {
  const trace = await played(solver(how), solving);
  const failed = solving.handler !== undefined;
  return [
    first([...up.setUpInTurn(trace), ...up.setUpInOrder(trace, solving)]),
    first(up.valuesHandedOn(trace, solving)),
    first(failed ? down.errorThrownIn(trace, solving) : down.resumedAfterSuccess(trace, solving)),
    first([...down.allTornDown(trace, solving), ...down.tornDownInTurn(trace)]),
  ];
}
const FAILED = { all: ALL, handler: failing(300) };
const fine = [undefined, undefined, undefined, undefined];

test("a right one is right, after a success and a failure", async () => {
  expect(await judgedAs({})).toEqual(fine);
  expect(await judgedAs({}, FAILED)).toEqual(fine);
});

test("set-ups in another order are told by what each needs, and by the list", async () => {
  const reversed = (list: Provided[]) => list.toReversed();
  expect(await judgedAs({ order: reversed })).toEqual([
    "needs-order",
    "lost-arguments",
    undefined,
    undefined,
  ]);
  const other = { all: [needed("a"), needed("b")] };
  expect(await judgedAs({ order: reversed }, other)).toEqual(["order-not-kept", ...fine.slice(1)]);
  const twice = (list: Provided[]) => [list[0]!, ...list];
  expect(await judgedAs({ order: twice })).toEqual(["set-up-twice", ...fine.slice(1)]);
});

test("how generators are resumed, and in which order, has a name each", async () => {
  const [, , ...rest] = await judgedAs({ resume: (generator) => generator.return() });
  expect(rest).toEqual(["resumed-with-return", undefined]);
  expect((await judgedAs({ resume: (generator) => generator.next() }, FAILED)).slice(2)).toEqual([
    "error-not-thrown-in",
    undefined,
  ]);
  const other: How["resume"] = (generator) => generator.throw(new Error("another"));
  expect((await judgedAs({ resume: other }, FAILED))[2]).toBe("another-error-thrown-in");
  expect((await judgedAs({ tearDown: (open) => open }))[3]).toBe("teardown-in-setup-order");
  expect((await judgedAs({ together: true }))[3]).toBe("teardown-concurrent");
  expect((await judgedAs({ early: true }))[3]).toBe("teardown-before-handler-ends");
  expect((await judgedAs({ tearDown: () => [] })).slice(2)).toEqual([
    "teardown-forgotten",
    "teardown-forgotten",
  ]);
  expect((await judgedAs({ tearDown: (open) => open.slice(2) }, FAILED)).slice(2)).toEqual([
    "stops-at-first-rethrow",
    "stops-at-first-rethrow",
  ]);
});

test("what came out is the handler's own", async () => {
  expect(judged.cameToHandlers(await played(solver()))).toBeUndefined();
  expect(judged.cameToHandlers(await played(solver(), FAILED))).toBeUndefined();
  const swallowed = await played((list, handler) => solver()(list, handler).catch(() => {}), FAILED);
  expect(judged.cameToHandlers(swallowed)?.misconception).toBe("swallowed-error");
  expect(judged.cameToHandlers(await played(async () => {}))?.message).toBe("the handler was never called.");
});

test("a set-up that fails, a swallowed error, and a refusal", async () => {
  const solving = { all: [...ALL, needed("waiter", { up: failing(100) })] };
  const trace = await played(solver(), solving);
  expect(judged.failedSetUp(trace, solving)).toBeUndefined();
  expect(first(down.allTornDown(trace, solving))).toBe("partial-setup-leaks");
  expect(down.swallowing({ all: [needed("a", { answer: "swallows" })] }, { message: "" })).toEqual({
    message: "",
    misconception: "swallowed-by-a-generator",
  });
  const unknown = { all: [needing("cart", "toString")] };
  expect(first(judged.refusedFirst(await played(solver(), unknown), "main", unknown))).toBe("inherited-name");
  expect([judged.hasInherited(unknown), judged.hasInherited({ all: ALL })]).toEqual([true, false]);
});

test("of two calls with one list neither is provided with other values", async () => {
  const twice: Solve = async (list, handler) => {
    await solver()(list, handler);
    return solver({ order: (all) => all.toReversed() })(list, handler);
  };
  expect(up.providedAlike(await played(solver()))).toBeUndefined();
  expect(up.providedAlike(await played(twice))?.misconception).toBe("shared-state");
});
