// setTimeout, setInterval, setImmediate and what clears them: Node's behaviour on the virtual clock.
import type { LeftTimer } from "../../trace/trace.ts";
import { warnOfDelay } from "./delay-warning.ts";
import { checkFunction, illegalConstructor } from "./errors.ts";
import { finishClass } from "./overrides.ts";
import { run } from "./run.ts";
import { refuseClones } from "./structured-clone.ts";
import type { StudentTimer, StudentTimers } from "./student-timers.ts";
import { timersPromises } from "./timers-promises.ts";

const OURS = Symbol("ours");

/** What goes into a Timeout or Immediate. The timer is made afterwards, since its callback needs the object. */
interface Held {
  timers: StudentTimers;
  timer?: StudentTimer;
  /** Only reported: a run goes on while any timer is left. */
  refed: boolean;
}

let timeoutOf: (value: unknown) => StudentTimer | undefined;
let immediateOf: (value: unknown) => StudentTimer | undefined;

/** What students hold of a timeout or interval; the timer itself is reached through a private field alone. */
class Timeout {
  #held: Held;

  static {
    timeoutOf = (value) => (isObject(value) && #held in value ? value.#held.timer : undefined);
  }

  constructor(token: unknown, held: Held) {
    if (token !== OURS) throw illegalConstructor();
    this.#held = held;
  }

  ref(): this {
    this.#held.refed = true;
    return this;
  }

  unref(): this {
    this.#held.refed = false;
    return this;
  }

  hasRef(): boolean {
    return this.#held.refed;
  }

  refresh(): this {
    this.#held.timer!.refresh();
    return this;
  }

  close(): this {
    this.#held.timer!.clear();
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.#held.timers.idOf(this.#held.timer!);
  }

  [Symbol.dispose](): void {
    this.#held.timer!.clear();
  }
}

class Immediate {
  #held: Held;

  static {
    immediateOf = (value) => (isObject(value) && #held in value ? value.#held.timer : undefined);
  }

  constructor(token: unknown, held: Held) {
    if (token !== OURS) throw illegalConstructor();
    this.#held = held;
  }

  ref(): this {
    this.#held.refed = true;
    return this;
  }

  unref(): this {
    this.#held.refed = false;
    return this;
  }

  hasRef(): boolean {
    return this.#held.refed && this.#held.timer!.armed;
  }

  [Symbol.dispose](): void {
    this.#held.timer!.clear();
  }
}

finishClass("Timeout", Timeout, { tag: false });
finishClass("Immediate", Immediate, { tag: false });
// On Node a timer is one of a ring, which JSON cannot hold: whoever tries learns of it here, too.
for (const { name, prototype } of [Timeout, Immediate]) {
  const { toJSON } = {
    toJSON() {
      throw new TypeError(`Converting circular structure to JSON: a ${name} is no data`);
    },
  };
  Object.defineProperty(prototype, "toJSON", { value: toJSON });
  refuseClones({ prototype }, "()=>{} could not be cloned.");
}

/** The classes of timer objects, for whoever freezes them. */
export const timerClasses: readonly object[] = [Timeout, Immediate];

function start(kind: LeftTimer["kind"], callback: unknown, ms: unknown, args: unknown[]): object {
  checkFunction(callback, "callback");
  if (kind !== "immediate") warnOfDelay(ms);
  const { timers } = run();
  const held: Held = { timers, refed: true };
  const object = kind === "immediate" ? new Immediate(OURS, held) : new Timeout(OURS, held);
  held.timer = timers.start(kind, ms, () => Reflect.apply(callback, object, args));
  return object;
}

function clear(timer: unknown): void {
  const byId = typeof timer === "number" || typeof timer === "string";
  (byId ? run().timers.byId.get(Number(timer)) : timeoutOf(timer))?.clear();
}

/** The six global functions, which node:timers exports as well. */
export const timerFunctions = {
  setTimeout(callback: unknown, ms: unknown, ...args: unknown[]) {
    return start("timeout", callback, ms, args);
  },
  clearTimeout(timer: unknown) {
    clear(timer);
  },
  setInterval(callback: unknown, ms: unknown, ...args: unknown[]) {
    return start("interval", callback, ms, args);
  },
  clearInterval(timer: unknown) {
    clear(timer);
  },
  setImmediate(callback: unknown, ...args: unknown[]) {
    return start("immediate", callback, 0, args);
  },
  clearImmediate(timer: unknown) {
    immediateOf(timer)?.clear();
  },
};

// What `util.promisify` gives, by its well-known name.
const promisified = Symbol.for("nodejs.util.promisify.custom");
for (const name of ["setTimeout", "setImmediate"] as const) {
  Object.defineProperty(timerFunctions[name], promisified, { value: timersPromises[name], enumerable: true });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
