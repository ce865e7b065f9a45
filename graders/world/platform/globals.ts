// The virtual platform: all that student code finds as globals or imports as modules.
import type { LeftTimer } from "../../trace/trace.ts";
import { abortClasses, abortInternals } from "./abort.ts";
import { asyncHiddenClasses, asyncHooks } from "./async-hooks.ts";
import { studentBuffer } from "./buffer.ts";
import { consoleMethods } from "./console.ts";
import { studentCrypto } from "./crypto.ts";
import { DOMException } from "./dom-exception.ts";
import { ReferencingResource } from "./emitter-async-resource.ts";
import { AbortError, checkFunction, codedPrototypes } from "./errors.ts";
import { CustomEvent, Event } from "./event.ts";
import { EventTarget } from "./event-target.ts";
import { inspect } from "./inspect.ts";
import { languageGlobals } from "./language.ts";
import { messageClasses } from "./message-channel.ts";
import { nodeEvents } from "./node-events.ts";
import { missingGlobals } from "./not-here.ts";
import { makePerformance, performanceClasses } from "./performance.ts";
import { makeProcess, processParts } from "./process.ts";
import { beginRun, type RunHost, run } from "./run.ts";
import { paramsIteratorPrototype } from "./search-params.ts";
import { streamClasses } from "./streams.ts";
import { timeGlobals } from "./time-globals.ts";
import { timerClasses, timerFunctions } from "./timers.ts";
import { timersPromises } from "./timers-promises.ts";
import { webGlobals } from "./web.ts";

export interface PlatformHost extends RunHost {
  /** SES's `harden`: freezes all that a value consists of. */
  harden<T>(value: T): T;
}

export interface Platform {
  /** Hardened values to endow a compartment with, the same in all runs. */
  globals: Record<string, unknown>;
  /** What makes the globals that are the run's own, which the program may change, and what gives rarely used ones. */
  own: Record<string, () => object>;
  /** Hardened modules by full name (`node:timers`); `node:events` is EventEmitter, with the exports on it. */
  modules: Record<string, object>;
  /** What the world does with signals; no student code can reach it. */
  abort: typeof abortInternals;
  /** The student's timers that are set now. */
  studentTimers(): LeftTimer[];
  /** Every timer that the student made, up to 10,000. */
  timersMade: LeftTimer[];
  /** Emits an event of the program's `process`, and says whether anybody listened; what a listener throws is uncaught. */
  emit(name: string, ...args: unknown[]): boolean;
  /** Prints what has no line end yet. */
  flush(): void;
}

/** Taken before lockdown, which keeps randomness from what it leaves. */
const HostMath = Math;

type Shared = Pick<Platform, "globals" | "own" | "modules">;
let shared: Shared | undefined;

function makeShared(harden: PlatformHost["harden"]): Shared {
  const globals = {
    ...languageGlobals(),
    ...webGlobals,
    ...timeGlobals,
    ...timerFunctions,
    ...abortClasses,
    DOMException,
    Event,
    CustomEvent,
    EventTarget,
    queueMicrotask(callback: unknown) {
      checkFunction(callback, "callback");
      run().enqueue(() => void callback());
    },
    ...messageClasses,
    ...performanceClasses,
    ...missingGlobals,
    crypto: studentCrypto,
    navigator: studentNavigator,
  };
  const modules = {
    "node:timers": { ...timerFunctions, promises: timersPromises },
    "node:timers/promises": timersPromises,
    "node:events": nodeEvents,
    "node:async_hooks": asyncHooks,
  };
  const math = mathProperties();
  harden([globals, modules, timerClasses, asyncHiddenClasses, math, consoleMethods, processParts]);
  harden([AbortError, ReferencingResource, ...codedPrototypes.values(), inspect, paramsIteratorPrototype]);
  const own = {
    console: () => Object.defineProperties({ ...consoleMethods }, CONSOLE_TAG),
    Math: () => Object.create(Object.prototype, math),
    process: makeProcess,
    performance: makePerformance,
    // Large, and rarely used: frozen when somebody asks for them.
    Buffer: () => harden(studentBuffer),
    ...Object.fromEntries(Object.entries(streamClasses).map(([name, made]) => [name, () => harden(made)])),
  };
  return { globals, own, modules };
}

/** Of a Math that the program may change: the language's own is frozen by now, and so are its properties. */
function mathProperties(): PropertyDescriptorMap {
  const { random } = { random: () => run().host.random() };
  const found = Object.getOwnPropertyDescriptors(HostMath) as PropertyDescriptorMap;
  found.random!.value = random;
  for (const property of Object.values(found)) {
    if (typeof property.value === "function") Object.assign(property, { writable: true, configurable: true });
  }
  return found;
}

const CONSOLE_TAG = { [Symbol.toStringTag]: { value: "console", configurable: true } };

const studentNavigator = {
  hardwareConcurrency: 1,
  language: "en-US",
  languages: ["en-US"],
  platform: process.platform,
  userAgent: `Node.js/${process.versions.node.split(".")[0]}`,
};

/**
 * The platform for a run that begins now. What students can reach is made and frozen once a process, after lockdown;
 * all that changes belongs to the run. So a platform is good until the next one is made.
 */
export function makePlatform({ harden, ...host }: PlatformHost): Platform {
  shared ??= makeShared(harden);
  const begun = beginRun(host);
  const { timers } = begun;
  return {
    ...shared,
    abort: abortInternals,
    studentTimers: () => timers.left(),
    timersMade: timers.made,
    emit(name, ...args) {
      let heard = false;
      begun.guard(() => {
        heard = true;
        heard = begun.process?.emit(name, ...args) ?? false;
      });
      return heard;
    },
    flush: () => begun.flush(),
  };
}
