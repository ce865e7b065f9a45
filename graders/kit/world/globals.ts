// The virtual platform: all that student code finds as globals or imports as modules.
import type { LeftTimer } from "../trace.ts";
import { abortClasses, abortInternals } from "./abort.ts";
import { asyncHooks } from "./async-hooks.ts";
import { studentConsole } from "./console.ts";
import { studentCrypto } from "./crypto.ts";
import { DOMException } from "./dom-exception.ts";
import { checkFunction } from "./errors.ts";
import { CustomEvent, Event } from "./event.ts";
import { EventTarget } from "./event-target.ts";
import { hiddenObjects, languageGlobals } from "./language.ts";
import { nodeEvents } from "./node-events.ts";
import { beginRun, type RunHost, run } from "./run.ts";
import { copyWith, timeGlobals } from "./time-globals.ts";
import { timerClasses, timerFunctions } from "./timers.ts";
import { timersPromises } from "./timers-promises.ts";
import { webGlobals } from "./web.ts";

export interface PlatformHost extends RunHost {
  /** SES's `harden`: freezes all that a value consists of. */
  harden<T>(value: T): T;
}

export interface Platform {
  /** Hardened values to endow a compartment with. */
  globals: Record<string, unknown>;
  /** Hardened modules by full name (`node:timers`); `node:events` is EventEmitter, with the exports on it. */
  modules: Record<string, object>;
  /** What the world does with signals; no student code can reach it. */
  abort: typeof abortInternals;
  /** The student's timers that are set now. */
  studentTimers(): LeftTimer[];
  /** Every timer that the student made, up to 10,000. */
  timersMade: LeftTimer[];
}

/** Taken before lockdown, which keeps randomness from what it leaves. */
const HostMath = Math;

let shared: Pick<Platform, "globals" | "modules"> | undefined;

function makeShared(harden: PlatformHost["harden"]): Pick<Platform, "globals" | "modules"> {
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
    queueMicrotask: (callback: unknown) => {
      checkFunction(callback, "callback");
      run().enqueue(() => void callback());
    },
    console: studentConsole,
    Math: copyWith(HostMath, { random: () => run().host.random() }),
    crypto: studentCrypto,
  };
  const modules = {
    "node:timers": { ...timerFunctions, promises: timersPromises },
    "node:timers/promises": timersPromises,
    "node:events": nodeEvents,
    "node:async_hooks": asyncHooks,
  };
  harden([globals, modules, timerClasses, hiddenObjects()]);
  return { globals, modules };
}

/**
 * The platform for a run that begins now. What students can reach is made and frozen once a process, after lockdown;
 * all that changes belongs to the run. So a platform is good until the next one is made.
 */
export function makePlatform({ harden, ...host }: PlatformHost): Platform {
  shared ??= makeShared(harden);
  const { timers } = beginRun(host);
  return { ...shared, abort: abortInternals, studentTimers: () => timers.left(), timersMade: timers.made };
}
