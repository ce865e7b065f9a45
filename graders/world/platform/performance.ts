// `performance`: the virtual clock, and marks and measures on it.
import { DOMException } from "./dom-exception.ts";
import {
  checkNumber,
  checkObject,
  checkString,
  illegalConstructor,
  invalidThis,
  missingArgument,
  nodeError,
} from "./errors.ts";
import { EventTarget } from "./event-target.ts";
import { deeper, inspectCustom } from "./inspect-custom.ts";
import { finishClass, listProperties } from "./overrides.ts";
import { run, UPTIME } from "./run.ts";
import { clone } from "./structured-clone.ts";

const OURS = Symbol("ours");
let check: (value: unknown) => void;
type Inspect = (value: unknown, options: object) => string;

class PerformanceEntry {
  readonly #fields: { name: string; entryType: string; startTime: number; duration: number };

  constructor(token: unknown, name = "", entryType = "", startTime = 0, duration = 0) {
    if (token !== OURS) throw illegalConstructor();
    this.#fields = { name, entryType, startTime, duration };
  }

  get name(): string {
    return this.#fields.name;
  }
  get entryType(): string {
    return this.#fields.entryType;
  }
  get startTime(): number {
    return this.#fields.startTime;
  }
  get duration(): number {
    return this.#fields.duration;
  }

  toJSON(): object {
    return { ...this.#fields };
  }

  [inspectCustom](depth: number, options: object, inspect: Inspect): unknown {
    return depth < 0 ? this : `${this.constructor.name} ${inspect(this.toJSON(), deeper(options))}`;
  }
}

class PerformanceMark extends PerformanceEntry {
  readonly #detail: unknown;

  constructor(name: unknown, options: unknown = undefined) {
    // biome-ignore lint/complexity/noArguments: how many were given is what counts, and the length is visible.
    if (arguments.length === 0) throw missingArgument("name");
    if (options !== undefined && options !== null) checkObject(options, "options");
    const { startTime = run().uptime, detail } = (options ?? {}) as Record<string, unknown>;
    checkNumber(startTime, "startTime");
    checkTimestamp(startTime);
    super(OURS, `${name}`, "mark", startTime, 0);
    this.#detail = detail === undefined || detail === null ? null : clone(detail);
  }

  get detail(): unknown {
    return this.#detail;
  }

  override toJSON(): object {
    return { ...super.toJSON(), detail: this.#detail };
  }
}

class PerformanceMeasure extends PerformanceEntry {
  readonly #detail: unknown;

  constructor(token: unknown, name: string, start: number, duration: number, detail: unknown) {
    super(token, name, "measure", start, duration);
    this.#detail = detail;
  }

  get detail(): unknown {
    return this.#detail;
  }

  override toJSON(): object {
    return { ...super.toJSON(), detail: this.#detail };
  }
}

function checkTimestamp(time: number): void {
  if (time >= 0) return;
  throw nodeError("ERR_PERFORMANCE_INVALID_TIMESTAMP", `${time} is not a valid timestamp`);
}

/** A run's own, which holds its marks and measures. */
class Performance extends EventTarget {
  #entries: PerformanceEntry[] = [];
  #marks = new Map<string, number>();

  constructor(token: unknown = undefined) {
    if (token !== OURS) throw illegalConstructor();
    super();
  }

  static {
    check = (value) => {
      if (!(typeof value === "object" && value !== null && #marks in value)) throw invalidThis("Performance");
    };
  }

  now(): number {
    check(this);
    return run().uptime;
  }

  get timeOrigin(): number {
    check(this);
    return run().host.epoch - UPTIME;
  }

  toJSON(): object {
    check(this);
    return { timeOrigin: this.timeOrigin };
  }

  mark(name: unknown, options: unknown = undefined): PerformanceMark {
    check(this);
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0) throw missingArgument("name");
    const made = new PerformanceMark(name, options);
    this.#marks.set(made.name, made.startTime);
    return this.#keep(made);
  }

  measure(
    name: unknown,
    startOrOptions: unknown = undefined,
    endMark: unknown = undefined,
  ): PerformanceMeasure {
    check(this);
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0) throw missingArgument("name");
    checkString(name, "name");
    const [start, end] = this.#span(startOrOptions ?? 0, endMark);
    const detail: unknown = (startOrOptions as { detail?: unknown } | null | undefined)?.detail ?? null;
    return this.#keep(
      new PerformanceMeasure(OURS, name, start, end - start, detail === null ? null : clone(detail)),
    );
  }

  clearMarks(name: unknown = undefined): void {
    check(this);
    this.#clear("mark", name);
    if (name === undefined) this.#marks.clear();
    else this.#marks.delete(`${name}`);
  }

  clearMeasures(name: unknown = undefined): void {
    check(this);
    this.#clear("measure", name);
  }

  getEntries(): PerformanceEntry[] {
    check(this);
    return this.#entries.toSorted((a, b) => a.startTime - b.startTime);
  }

  getEntriesByName(name: unknown, type: unknown = undefined): PerformanceEntry[] {
    check(this);
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0) throw missingArgument("name");
    const named = this.getEntries().filter((entry) => entry.name === `${name}`);
    return type === undefined ? named : named.filter((entry) => entry.entryType === `${type}`);
  }

  getEntriesByType(type: unknown): PerformanceEntry[] {
    check(this);
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length === 0) throw missingArgument("type");
    return this.getEntries().filter((entry) => entry.entryType === `${type}`);
  }

  #keep<E extends PerformanceEntry>(entry: E): E {
    this.#entries.push(entry);
    return entry;
  }

  #clear(type: string, name: unknown): void {
    this.#entries = this.#entries.filter(
      (entry) => entry.entryType !== type || (name !== undefined && entry.name !== `${name}`),
    );
  }

  #time(mark: unknown): number {
    if (typeof mark === "number") {
      checkTimestamp(mark);
      return mark;
    }
    const time = this.#marks.get(`${mark}`);
    if (time !== undefined) return time;
    throw new DOMException(`The "${mark}" performance mark has not been set`, "SyntaxError");
  }

  #span(given: unknown, endMark: unknown): [start: number, end: number] {
    const options = (typeof given === "object" ? given : {}) as Record<string, unknown>;
    const { start, end, duration } = options;
    const ranged = start !== undefined || end !== undefined;
    const wrong = (text: string) => nodeError("ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS", text);
    if (ranged && endMark !== undefined) throw wrong("endMark must not be specified");
    if (start !== undefined && end !== undefined && duration !== undefined) {
      throw wrong("Must not have options.start, options.end, and options.duration specified");
    }
    let to: number;
    if (endMark !== undefined) to = this.#time(endMark);
    else if (ranged && end !== undefined) to = this.#time(end);
    else if (start !== undefined && duration !== undefined) to = this.#time(start) + this.#time(duration);
    else to = run().uptime;
    if (typeof given === "string") return [this.#time(given), to];
    if (start !== undefined) return [this.#time(start), to];
    if (ranged && duration !== undefined) return [to - this.#time(duration), to];
    return [0, to];
  }
}

listProperties(PerformanceEntry.prototype, ["name", "entryType", "startTime", "duration", "toJSON"]);
listProperties(PerformanceMark.prototype, ["detail"]);
listProperties(PerformanceMeasure.prototype, ["detail"]);
listProperties(
  Performance.prototype,
  [
    "clearMarks clearMeasures getEntries getEntriesByName getEntriesByType mark measure now timeOrigin",
    "toJSON",
  ].flatMap((line) => line.split(" ")),
);

/** The globals; `performance` itself is a run's own. */
export const performanceClasses = { Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure };
for (const [name, made] of Object.entries(performanceClasses)) {
  finishClass(name, made as unknown as { prototype: object });
}

export function makePerformance(): object {
  return new Performance(OURS);
}
