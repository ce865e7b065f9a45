// One run's world: the scenario's side (see ../world.ts) and the driver's side (turns, what is left, how it ends).

import type { VirtualClock } from "../clock.ts";
import type { ServiceOptions, World } from "../world.ts";
import { randomFrom, unpredictable } from "./random.ts";
import type { Recorder } from "./recorder.ts";
import { type AbortInternals, Services } from "./services.ts";

/** What the world needs of the platform that student code runs on. */
export interface WorldHost {
  /** What all that is unpredictable follows from. */
  key: string;
  clock: VirtualClock;
  recorder: Recorder;
  harden: <T>(value: T) => T;
  abort: AbortInternals & {
    makeController(): AbortController;
    listenerCount(signal: AbortSignal): number;
  };
}

/** The scenario's World, and what the driver asks of it. */
export interface DrivenWorld {
  world: World;
  /** Abort listeners now on the signals that the world owns, by name; those without any are left out. */
  listeners(): Record<string, number>;
}

export function createWorld(host: WorldHost): DrivenWorld {
  const { clock, recorder, key, harden, abort } = host;
  const services = new Services(host);
  const aborts = new Map<AbortSignal, () => void>();
  const signals = new Map<string, AbortSignal>();
  const errors = new Map<string, Error>();
  let random: (() => number) | undefined;

  /** `lead` stands in front of all names, and `start` is 0 ms: see `scope`. */
  const worldFrom = (lead: string, start: number): World => {
    const world: World = {
      get now() {
        return clock.now - start;
      },
      service: (name: string, options: ServiceOptions = {}) => services.service(lead + name, options),
      blocking: (name, options) => services.blocking(lead + name, options),
      threads: (name, options) => services.threads(lead + name, options),
      worker: (name) => services.worker(lead + name),
      signal(name, options = {}) {
        const full = lead + name;
        const controller = abort.makeController();
        const { signal } = controller;
        recorder.name(signal, full);
        signals.set(full, signal);
        if (options.unseen) recorder.unseen.add(signal);
        const reason =
          "reason" in options ? options.reason : new Error(`Cancelled (${unpredictable(key, full)})`);
        const act = () => {
          if (!options.unseen && !abort.abortOf(signal).aborted) recorder.abort(full);
          controller.abort(reason);
          // `abort(undefined)` makes a reason of its own, which is the one that counts.
          recorder.made(`${full} reason`, abort.abortOf(signal).reason);
        };
        recorder.made(`${full} reason`, reason);
        aborts.set(signal, act);
        if (options.aborted) act();
        else if (options.abortAt !== undefined) world.at(options.abortAt, act);
        return signal;
      },
      abort(signal) {
        const act = aborts.get(signal);
        if (!act) throw new Error("The world does not own this signal");
        act();
      },
      sink: (name) => harden((value: unknown) => recorder.note(lead + name, value, true)),
      note: (name, value) => recorder.note(lead + name, value),
      watch: (label, act) => watch(recorder, lead + label, act),
      at: (ms, act) => void clock.setTimer(act, Math.max(0, start + ms - clock.now), "scenario"),
      wait: (ms) => new Promise((resolve) => void clock.setTimer(resolve, ms, "scenario")),
      payload(name) {
        return recorder.made(lead + name, `${name}-${unpredictable(key, lead + name)}`);
      },
      error(name, message = name) {
        const full = lead + name;
        const error = errors.get(full) ?? new Error(`${message} (${unpredictable(key, full)})`);
        if (!errors.has(full)) recorder.made(full, error);
        errors.set(full, error);
        return error;
      },
      made: (name, value) => recorder.made(lead + name, value),
      integer(min, max) {
        random ??= randomFrom(key, "integers");
        return min + Math.floor(random() * (max - min + 1));
      },
      heartbeat: (name, everyMs, phase = everyMs) => beat(host, lead + name, everyMs, phase),
      nameOf: (value) => recorder.nameOf(value),
      scope: (name) => worldFrom(`${lead}${name}: `, clock.now),
    };
    return world;
  };

  return {
    world: worldFrom("", 0),
    listeners() {
      const counts: Record<string, number> = {};
      for (const [name, signal] of signals) {
        const count = abort.listenerCount(signal);
        if (count > 0) counts[name] = count;
      }
      return counts;
    },
  };
}

/** Calls `act` and writes down what becomes of it, as `await` would see it. */
export function watch(
  recorder: Recorder,
  label: string,
  act: () => unknown,
): Promise<{ state: string; value: unknown }> {
  const outcome = recorder.begin(label);
  return new Promise((resolve) => {
    const settle = (state: "fulfilled" | "rejected" | "threw" | "returned", value: unknown) => {
      recorder.settle(outcome, state, value);
      resolve({ state, value });
    };
    let value: unknown;
    let thenable: boolean;
    try {
      value = label === "main" ? act() : recorder.watching(label, act);
      thenable = isThenable(value);
    } catch (error) {
      settle("threw", error);
      return;
    }
    if (thenable) void whenSettled(value, settle);
    else settle("returned", value);
  });
}

/** `await` calls no `then` of a real promise's own, and hears of one answer only, whatever the student's object does. */
async function whenSettled(
  value: unknown,
  settle: (state: "fulfilled" | "rejected", value: unknown) => void,
): Promise<void> {
  let state: "fulfilled" | "rejected" = "fulfilled";
  try {
    value = await value;
  } catch (error) {
    [state, value] = ["rejected", error];
  }
  settle(state, value);
}

function isThenable(value: unknown): boolean {
  if ((typeof value !== "object" || value === null) && typeof value !== "function") return false;
  return typeof (value as { then?: unknown }).then === "function";
}

/** A heartbeat re-arms from its actual beat, so a late one is late once and does not catch up. */
function beat({ clock, recorder }: WorldHost, name: string, everyMs: number, phase: number): void {
  const arm = (delay: number) => {
    const due = clock.now + delay;
    clock.setTimer(
      () => {
        if (recorder.room()) recorder.trace.beats.push({ ...recorder.moment(), name, due });
        arm(everyMs);
      },
      delay,
      "daemon",
    );
  };
  arm(phase);
}
