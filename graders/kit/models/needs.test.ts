import { expect, test } from "vitest";
import type { Trace } from "../../trace/trace.ts";
import { failing, type Job, returning, serviceFor } from "../jobs.ts";
import { DB, type Dependency, dependencies, inWords, SESSION, UNSOLVABLE } from "./needs.ts";
import * as judged from "./needs-judged.ts";
import { runHere } from "./run-fixture.ts";

/** How a solver goes wrong. */
interface Slips {
  order?: (list: Given[]) => Given[];
  /** In which order all are torn down. */
  back?: (open: any[]) => any[];
  atOnce?: boolean;
  resume?: (generator: any) => unknown;
  values?: Record<string, unknown>;
  skips?: boolean;
}
type Given = ReturnType<typeof dependencies>[number];

/** A solver for lists that are in order; the run's trace. */
function solved(list: Dependency[], job: Job, slips: Slips = {}): Promise<Trace> {
  const { order = (all) => all, back = (open) => open.toReversed(), atOnce, skips } = slips;
  return runHere(async (world) => {
    const handler = serviceFor(world, "handler", job);
    const [values, open]: [Record<string, unknown>, any[]] = [{}, []];
    let resume = (generator: any) => generator.next();
    try {
      for (const { name, provide } of order(dependencies(world, list))) {
        const given: any = provide(slips.values ?? values);
        const opens = typeof given?.next === "function";
        values[name] = opens ? (await given.next()).value : await given;
        if (opens) open.push(given);
      }
      world.note("values", { ...values });
      await handler();
    } catch (error) {
      resume = slips.resume ?? ((generator) => generator.throw(error));
      if (skips) return;
    }
    const all = back(open).map((generator) => async () => void (await resume(generator)));
    if (atOnce) await Promise.allSettled(all.map((one) => one()));
    else for (const one of all) await one().catch(() => {});
  });
}

/** The misconceptions by which it is wrong; a ? for one without a name. */
function named(trace: Trace, list: Dependency[]): string[] {
  const [call] = trace.calls.filter(({ service }) => service === "handler");
  const values = trace.notes.find(({ name }) => name === "values")?.value;
  return [
    ...judged.setUpInTurn(trace, list, 0),
    ...judged.handlerServed(trace, list, { service: "handler", values }),
    ...judged.tornDownInTurn(trace, list, call?.end?.at),
    judged.thrownIn(trace, call),
  ].flatMap((finding) => (finding ? (finding.misconception ?? "?") : []));
}
const LIST: Dependency[] = [
  DB,
  { name: "log", as: "generator" },
  { name: "user", as: "promise", value: 0 },
  { name: "name", as: "value" },
  { ...SESSION, needs: ["db", "user"] },
];
const wrong = async (list: Dependency[], job: Job, slips?: Slips) =>
  named(await solved(list, job, slips), list);

test("set up in turn, and torn down in reverse: with values, whatever provides them, and with errors", async () => {
  const trace = await solved(LIST, returning(300));
  const line = trace.calls.map(({ service, args, start }) => [service, ...args, start.at].join(" "));
  expect(line).toEqual([
    ...["set up db 0", "set up log 100", "set up user 100", "set up name 200", "set up session 200"],
    ...["handler 300", "tear down session 600", "tear down log 700", "tear down db 700"],
  ]);
  expect(named(trace, LIST)).toEqual([]);
  expect(await wrong(LIST, failing(300, undefined))).toEqual([]);
  expect(await wrong([DB, { ...SESSION, fails: true }, { name: "more" }], returning(300))).toEqual([]);
  expect(await wrong([DB, { ...SESSION, catches: true }], failing(300))).toEqual([]);
  expect(inWords([DB, { ...SESSION, as: "value", fails: true }])).toBe(
    "db, session (value) (needs db) (whose set-up fails)",
  );
});

test("what can be set up in no order is not begun", async () => {
  for (const list of UNSOLVABLE) {
    expect(judged.solvable(list)).toBe(false);
    const trace = await solved(list, returning(300), { order: () => [] });
    expect(named({ ...trace, calls: [] }, list)).toEqual([]);
    expect(await wrong(list, returning(300))).toContain("errors-while-setting-up");
  }
});

test.each<[string, Job, Slips]>([
  ["needs-order", returning(300), { order: (all) => all.toReversed() }],
  ["set-up-twice", returning(300), { order: (all) => [all[0]!, ...all] }],
  ["needs-ignored", returning(300), { order: () => [] }],
  ["generator-not-driven", returning(300), { order: (all) => all.filter(({ name }) => name !== "log") }],
  ["lost-arguments", returning(300), { values: {} }],
  ["teardown-in-setup-order", returning(300), { back: (open) => open }],
  ["teardown-concurrent", returning(300), { atOnce: true }],
  ["teardown-skipped-on-error", failing(300), { skips: true }],
  ["error-not-thrown-in", failing(300), { resume: (generator) => generator.return() }],
])("%s", async (id, job, slips) => {
  expect(await wrong(LIST, job, slips)).toContain(id);
});

test("a set-up that fails leaves nothing open, and begins no handler", async () => {
  const list: Dependency[] = [DB, { ...SESSION, fails: true }];
  expect(await wrong(list, returning(300), { skips: true })).toEqual(["partial-setup-leaks"]);
  const trace = await solved([DB], returning(300));
  expect(named(trace, list)).toContain("starts-after-failure");
});
