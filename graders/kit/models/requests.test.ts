import { expect, test } from "vitest";
import type { Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { failing, jobList, returning, throwing } from "../jobs.ts";
import { inWords, type Load, onThreads, requests, type Server, serve, tasksOf } from "./requests.ts";
import * as after from "./requests-after.ts";
import { allAnswered } from "./requests-judged.ts";
import { runHere } from "./run-fixture.ts";

type Handle = Server["handle"];
/** What a server of this file goes by. */
interface Rules {
  onLoop?: boolean;
  /** Virtual ms from the answer to the tasks; -1: before the answer. */
  tasksAfter?: number;
  forgets?: boolean;
  /** In place of what is right. */
  handle?: (right: Handle, world: World) => Handle;
}

/** A small server with one thread, without limits and needs. */
function server(world: World, toThread: <T>(job: () => T) => Promise<T>, rules: Rules): Server {
  const { tasksAfter = 1, handle = (right) => right } = rules;
  const [routes, under] = [new Map<string, Parameters<Server["route"]>[1]>(), new Set<Promise<unknown>>()];
  let [open, last] = [true, Promise.resolve() as Promise<unknown>];
  const keep = <T>(work: Promise<T>) => {
    under.add(work);
    void work.finally(() => under.delete(work)).catch(() => {});
    return work;
  };
  const begin = (tasks: (() => Promise<void>)[]) => Promise.allSettled(tasks.map(async (task) => task()));
  const answer: Handle = async ({ path }) => {
    if (!open) return { status: 503, body: null };
    const route = routes.get(path);
    if (!route) return { status: 404, body: null };
    const tasks: (() => Promise<void>)[] = [];
    const background = (task: () => Promise<void>) => void tasks.push(task);
    const call = () => route.handler({ path, values: {}, signal: undefined as never, background });
    try {
      if (route.kind === "def" && !rules.onLoop)
        last = last.then(
          () => toThread(call),
          () => toThread(call),
        );
      const body = await (route.kind === "def" && !rules.onLoop ? last : call());
      if (tasksAfter < 0) void begin(tasks);
      else {
        const done = world.wait(tasksAfter).then(() => begin(tasks));
        if (!rules.forgets) keep(done);
      }
      return { status: 200, body };
    } catch {
      return { status: 500, body: null };
    }
  };
  const own = handle((request) => keep(answer(request)), world);
  return {
    route: (path, route) => void routes.set(path, route),
    handle: own,
    async shutdown() {
      open = false;
      while (under.size > 0) await Promise.allSettled(under);
    },
  };
}
const asked = (load: Load, rules: Rules = {}): Promise<Trace> =>
  runHere((world) => serve(world, ({ toThread }) => server(world, toThread, rules), load));
const ids = (findings: ReturnType<typeof allAnswered>) =>
  findings.flatMap((finding) => (finding ? (finding.misconception ?? "?") : []));

test("each is answered by its handler: in its time, with its value, or by a failure", async () => {
  const load = requests(
    300,
    failing(100),
    throwing(),
    { ...returning(0), path: "/" },
    { ...returning(200), path: "/burgers/1", after: 50 },
  );
  const trace = await asked(load);
  const answers = Object.values(trace.outcomes).map(({ label, settled }) => `${label} ${settled?.at}`);
  expect(answers).toEqual([
    "main 300",
    "Request 1 300",
    "Request 2 100",
    "Request 3 0",
    "Request 4 0",
    "Request 5 250",
  ]);
  expect(ids(allAnswered(trace, load, { strict: true }))).toEqual([]);
  expect(inWords({ ...load, timeoutMs: 500 })).toMatch(/^With requests of 300 ms, .*; a limit of 500 ms$/);
});

/** A handle that answers otherwise: from what is right, at which time. */
const otherwise =
  (change: (answer: { status: number; body: unknown }) => unknown, late = 0) =>
  (right: Handle, world: World): Handle =>
  async (request) => {
    const answer = await right(request);
    if (late > 0) await world.wait(late);
    return change(answer) as typeof answer;
  };
const fails = () => {
  throw new Error("500");
};
const status = (code: number) => otherwise(({ body }) => ({ status: code, body }));
test.each<[string | undefined, Load, Rules["handle"]]>([
  ["handle-rejects", requests(failing(100)), otherwise(fails)],
  [
    "falsy-is-nothing",
    requests(returning(100, 0)),
    otherwise(({ body }) => ({ status: 200, body: body || null })),
  ],
  ["sync-throw-escapes", requests(throwing()), status(200)],
  ["loose-path", requests({ ...returning(0), path: "/" }), status(200)],
  ["routes-in-a-plain-object", requests({ ...returning(0), path: "constructor" }), status(500)],
  ["abort-by-error-name", requests(failing(100, { errorNamed: "TimeoutError" })), status(504)],
  [
    "wrong-default",
    requests(1000),
    (right, world) => (request) =>
      Promise.race([right(request), world.wait(500).then(() => ({ status: 504, body: null }))]),
  ],
  [
    "one-timer-for-all",
    { ...requests(100, { ...returning(1000), after: 300 }), timeoutMs: 500 },
    (right, world) => (request) =>
      Promise.race([right(request), world.wait(500 - world.now).then(() => ({ status: 504, body: null }))]),
  ],
  ["limit-ignored", { ...requests(1000), timeoutMs: 500 }, (right) => right],
  [
    "wrong-status",
    { ...requests(1000), timeoutMs: 500 },
    (_, world) => () => world.wait(500).then(() => ({ status: 499, body: null })),
  ],
  [
    "late-value-counts",
    { ...requests(1000), timeoutMs: 500 },
    (right, world) => async (request) => {
      void right(request);
      await world.wait(500);
      return { status: 200, body: 1 };
    },
  ],
  [
    "background-delays-response",
    requests({ ...returning(100), tasks: jobList(200) }),
    otherwise((answer) => answer, 200),
  ],
  [undefined, requests(100), otherwise((answer) => answer, 200)],
])("answered otherwise: %s", async (id, load, handle) => {
  const found = allAnswered(await asked(load, { handle: handle! }), load, { strict: true });
  expect(ids(found)).toEqual([id ?? "?"]);
});

test("tasks begin when the answer is there, whatever becomes of them", async () => {
  const load = requests(
    { ...returning(300), tasks: [failing(100), ...jobList(200)] },
    { ...returning(100), tasks: jobList(50), tasksLast: true },
  );
  expect(load.visits.map((_, index) => tasksOf(load.visits, index))).toEqual([[1, 2], [3]]);
  const named = async (rules?: Rules) => ids(after.tasksBegun(await asked(load, rules), load));
  expect(await named()).toEqual([]);
  expect(await named({ tasksAfter: -1 })).toEqual([
    "background-before-response",
    "background-before-response",
  ]);
  expect(await named({ tasksAfter: 50 })).toEqual(["late-start", "late-start"]);
  const trace = await asked(load);
  const without = (...numbers: number[]) =>
    ids(
      after.tasksBegun(
        {
          ...trace,
          calls: trace.calls.filter(
            ({ service, args }) => service !== "task" || !numbers.includes(Number(args[0])),
          ),
        },
        load,
      ),
    );
  expect(without(2)).toEqual(["background-failure-stops-rest"]);
  expect(without(3)).toEqual(["tasks-lost", "late-start"]);
});

test("handlers for threads go in turn, and the others at once", async () => {
  const load: Load = { places: 1, visits: [...onThreads(1, 300, 200).visits, ...requests(100).visits] };
  const named = async (rules?: Rules) => ids(after.begunInTurn(await asked(load, rules), load));
  expect(await named()).toEqual([]);
  expect((await asked(load, { onLoop: true })).blocked).not.toEqual([]);
  const late: Rules["handle"] = (right, world) => async (request) => {
    await world.wait(request.path === "/burgers/3" ? 100 : 0);
    return right(request);
  };
  expect(await named({ handle: late })).toEqual(["async-waits-for-pool"]);
});

test("a shutdown waits for all, and closes the door", async () => {
  const load = {
    ...requests({ ...returning(300), tasks: jobList(400) }, { ...returning(100), after: 200 }),
    shutdowns: [100, 800],
  };
  const named = async (rules?: Rules) => ids(after.shutDown(await asked(load, rules), load));
  expect(await named()).toEqual([]);
  expect(await named({ forgets: true })).toEqual(["shutdown-forgets-background"]);
  expect(await named({ handle: status(200) })).toEqual(["shutdown-closes-late"]);
  expect(await named({ handle: status(503) })).toEqual(["shutdown-drops-work"]);
});

test("who is given up leaves the line, and keeps the thread that it has", () => {
  const load = {
    ...onThreads(1, 700, { ...returning(200), after: 100 }, { ...returning(100), after: 550 }),
    timeoutMs: 500,
  };
  const named = (...starts: (number | undefined)[]) => {
    const calls = starts.flatMap((at, index) =>
      at === undefined
        ? []
        : {
            id: "",
            service: "def handler",
            index,
            args: [index + 1],
            start: { at, seq: at },
            on: "thread" as const,
          },
    );
    const trace = { calls, blocked: [] } as unknown as Trace;
    return ids([after.threadsKept(trace, load)]);
  };
  expect(named(0, undefined, 700)).toEqual([]);
  expect(named(0, 700, 900)).toEqual(["starts-when-given-up"]);
  expect(named(0, undefined, 650)).toEqual(["thread-freed-by-timeout"]);
  expect(named(0, undefined, undefined)).toEqual(["abort-keeps-place"]);
  Object.assign(
    load,
    onThreads(1, 450, { ...returning(100), after: 100 }, { ...returning(100), after: 550 }),
  );
  expect(named(0, 400, 650)).toEqual(["double-release"]);
});
