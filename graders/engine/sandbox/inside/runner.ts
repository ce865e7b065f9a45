// Runs a check's scenario in a fresh compartment and world, drives the virtual clock, and gives back the trace.
import { AsyncLocalStorage } from "node:async_hooks";
import { isDate, isMap, isNativeError, isPromise, isProxy, isSet } from "node:util/types";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Check, Grader } from "../../../kit/grader.ts";
import { fromPlain, type Position } from "../../../trace/plain.ts";
import { CLOCK_LOOP } from "../../../trace/trace.ts";
import { VirtualClock } from "../../../world/clock.ts";
import { makePlatform, type Platform } from "../../../world/platform/globals.ts";
import { randomFrom } from "../../../world/stage/random.ts";
import { Recorder } from "../../../world/stage/recorder.ts";
import { type SnapshotHost, snapshot } from "../../../world/stage/snapshot.ts";
import { createWorld, watch } from "../../../world/stage/world.ts";
import { endsSeries, type Input, type Reply, type Request, type Status } from "../protocol.ts";
import { drive, driveLoading } from "./drive.ts";
import { explained } from "./explain.ts";
import type { Realm } from "./lockdown.ts";
import { escapes } from "./probe.ts";
import { placeNow, watchPromises } from "./promises.ts";

/** Virtual 0 as a date: 2026-01-01 in UTC, so that no time that a submission sees is 0. */
const EPOCH = Date.UTC(2026, 0, 1);

/** Calls in the async context of nobody: what a submission entered with `enterWith` must end with its run. */
const outside = AsyncLocalStorage.snapshot();

export interface Runner {
  handle(request: Request, answer: (reply: Reply) => void): Promise<void>;
}

/** `graderOf`: makes an exercise's grader, by its id. */
export function createRunner(
  realm: Realm,
  graderOf: (id: string) => Grader,
  say: (status: Status) => void,
): Runner {
  let loaded: { grader: Grader; code: string } | undefined;
  let recorder: Recorder | undefined;
  let emit: Platform["emit"] | undefined;
  let ends = false;
  process.on("unhandledRejection", (reason, promise) => {
    recorder?.float(reason);
    const heard = emit?.("unhandledRejection", reason, promise);
    // As on Node; where a check runs it, what is still to come is graded as well.
    if (ends && !heard) recorder?.end("crashed");
  });
  process.on("uncaughtException", (error) => recorder?.crash(error));

  const run = async (
    check: Check,
    code: string,
    key: string,
    [input, order, gaps]: Input,
    { report, closely }: { report: (status: Status) => void; closely: boolean },
  ): Promise<Reply> => {
    const clock = new VirtualClock();
    const stage = setStage(realm, clock, key, { code, closely });
    recorder = stage.recorder;
    emit = stage.platform.emit;
    ends = check.itself ?? false;
    using _watching = closely ? watchClosely(stage.recorder, clock) : undefined;
    const missing: { name: string; found?: string }[] = [];
    report({ phase: "import", at: 0 });
    if (check.itself) {
      watch(recorder, "main", () => playItself(load(realm, stage, code), stage));
      await drive({ ...stage, clock, check, order, gaps, report, missing: () => false });
      return traceOf(stage);
    }
    const loaded = load(realm, stage, code);
    const exports = isPromise(loaded)
      ? await driveLoading(loaded as Promise<object>, { clock, recorder })
      : loaded;
    if (exports) {
      const student = studentView(exports, (name, found) =>
        missing.push({ name, ...(found ? { found } : {}) }),
      );
      report({ phase: "scenario", at: 0 });
      watch(recorder, "main", () =>
        check.scenario(stage.driven.world, student, input === undefined ? undefined : fromPlain(input)),
      );
    }
    await drive({ ...stage, clock, check, order, gaps, report, missing: () => missing.length > 0 });
    const [first] = missing;
    return first ? { kind: "missing", ...first } : traceOf(stage);
  };

  const probe = () => {
    const { platform } = setStage(realm, new VirtualClock(), "");
    return escapes(() => realm.compartment(platform));
  };

  return {
    async handle(request, answer) {
      if (request.kind === "probe") return answer({ kind: "probed", escapes: await probe() });
      if (request.kind === "load") {
        if (isFull()) return answer({ kind: "full" });
        // Frozen, and what it hands out is made anew in each run: a submission that changes that changes nobody else's.
        loaded = { grader: graderOf(request.exercise), code: request.code };
        return answer({ kind: "ready" });
      }
      if (!loaded) throw new Error("Nothing is loaded");
      const { grader, code } = loaded;
      const { trail, closely = false } = request;
      const watching = { report: trail ? say : silent, closely };
      for (const { check: id, key, inputs } of request.series) {
        const check = grader.checks.find((candidate) => candidate.id === id);
        if (!check) throw new Error(`No check ${id}`);
        for (const input of inputs) {
          const reply = await outside(() => run(check, code, key, input, watching)).finally(() => {
            recorder = undefined;
            /^/.test("");
          });
          answer(reply);
          if (endsSeries(reply)) break;
        }
      }
    },
  };
}

/**
 * Bytes, on and beside the heap, that the child may have in use when another program comes. It is about 20 MiB, unless a
 * program has found a way to leave something; which one is best not asked.
 */
const FULL = 48 * 1024 * 1024;
/** As many as there may be with what is garbage by now: to find out costs as much as ten runs. */
const LOOKS_FULL = 80 * 1024 * 1024;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");
setFlagsFromString("--no-expose-gc");

function isFull(): boolean {
  if (inUse() <= LOOKS_FULL) return false;
  collectGarbage();
  return inUse() > FULL;
}

function inUse(): number {
  const { used_heap_size, malloced_memory, external_memory } = getHeapStatistics();
  return used_heap_size + malloced_memory + external_memory;
}

/** Each report costs a system call, and the parent a wakening. */
const silent = () => {};

interface Stage {
  recorder: Recorder;
  platform: Platform;
  driven: ReturnType<typeof createWorld>;
}

/** A run's trace, once it is over. */
function traceOf({ recorder, platform }: Stage): Reply {
  recorder.trace.timersMade = platform.timersMade;
  return { kind: "trace", trace: recorder.trace };
}

/** Every step of the event loop is written down until it is disposed of. */
function watchClosely(recorder: Recorder, clock: VirtualClock): Disposable {
  clock.onFire = (owner) => void recorder.step({ kind: "turn", owner });
  const stop = watchPromises(recorder);
  return { [Symbol.dispose]: stop };
}

/**
 * The program as its own scenario: what it exports by default, if that is a function, gets the world. What it throws ends it,
 * as on Node.
 */
async function playItself(loaded: object | undefined, { recorder, driven }: Stage): Promise<void> {
  try {
    const { default: main } = ((await loaded) ?? {}) as { default?: unknown };
    recorder.entering = true;
    if (typeof main === "function") await main(driven.world);
    else if (main !== undefined)
      throw new TypeError("`export default` must give a function, which gets the world");
  } catch (error) {
    recorder.crash(error);
    throw error;
  }
}

function setStage(
  realm: Realm,
  clock: VirtualClock,
  key: string,
  { code = "", closely = false }: { code?: string; closely?: boolean } = {},
): Stage {
  let random: (() => number) | undefined;
  let platform: Platform;
  const host: SnapshotHost = {
    isProxy,
    isPromise,
    isMap,
    isSet,
    isDate,
    isError: isNativeError,
    isSignal: (value) => platform.abort.isSignal(value),
    isAborted: (signal) => platform.abort.abortOf(signal as AbortSignal).aborted,
    nameOf: (value) => recorder.nameOf(value),
    where: placesOf,
    reworded: (message, where) => explained(message, code, where),
  };
  const recorder = new Recorder({
    now: () => clock.now,
    turn: () => clock.turn,
    ...(closely && { where: placeNow }),
    copy: (value, maxNodes) => snapshot(value, host, maxNodes),
  });
  platform = makePlatform({
    clock,
    harden: realm.harden,
    uncaught: (error) => recorder.crash(error),
    watched: () => recorder.watched(),
    ...(closely && {
      where: placeNow,
      timer(timer: number, what: "set" | "clear" | "fire") {
        const turn = recorder.trace.steps?.at(-1);
        if (timer < 0) return;
        if (what !== "fire") recorder.step({ kind: what, timer });
        else if (turn?.kind === "turn") turn.timer = timer;
      },
    }),
    console: (level, text) => recorder.console(level, text),
    blocked: (from, to) => recorder.blocked(from, to, CLOCK_LOOP),
    random() {
      random ??= randomFrom(key, "Math.random");
      return random();
    },
    epoch: EPOCH,
  });
  const driven = createWorld({ key, clock, recorder, harden: realm.harden, abort: platform.abort });
  return { recorder, platform, driven };
}

/** Evaluates the program. What it throws is a crash: there is no outcome yet that could hold it. */
function load(realm: Realm, { platform, recorder }: Stage, code: string): object | undefined {
  try {
    const main = realm.compartment(platform).evaluate(code) as (modules: object) => object;
    // The only part of the language's own objects that can be written: see lockdown.
    (Array.prototype as unknown[]).length = 0;
    // What `RegExp.$1` and its like tell of is the program's own from now on.
    /(?:)/.exec("");
    return main(platform.modules);
  } catch (error) {
    recorder.crash(error);
    return undefined;
  }
}

/** The exports as a scenario sees them: every exercise exports functions and classes, and nothing else is graded. */
function studentView(exports: object, miss: (name: string, found?: string) => void): object {
  return new Proxy(Object.freeze({ __proto__: null }), {
    get(_target, key) {
      const name = String(key);
      const there = Object.hasOwn(exports, key);
      const value = there ? (exports as Record<PropertyKey, unknown>)[key] : undefined;
      if (typeof value === "function") return value;
      miss(name, there ? (value === null ? "null" : typeof value) : undefined);
      throw new Error(`no export ${name}`);
    },
  });
}

const STACK = Object.getOwnPropertyDescriptor(new Error(), "stack");

/** Lines and columns of the evaluated program on an error's stack; only V8's own stack is read. */
function placesOf(error: object): Position[] {
  const descriptor = Object.getOwnPropertyDescriptor(error, "stack");
  let stack: unknown = descriptor?.value;
  if (descriptor?.get && descriptor.get === STACK?.get) stack = descriptor.get.call(error);
  if (typeof stack !== "string") return [];
  try {
    const places = stack.slice(0, 20_000).matchAll(/exercise:\/\/\/[^\s:)]*:(\d+):(\d+)/g);
    return Array.from(places, ([, line, column]) => ({ line: Number(line), column: Number(column) })).slice(
      0,
      10,
    );
  } catch {
    // A student's calls have used up the stack: there is no room to look.
    return [];
  }
}
