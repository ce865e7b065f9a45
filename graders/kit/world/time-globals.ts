// What tells the time: Date, Temporal, Intl.DateTimeFormat, performance and process, all on the virtual clock.
import { checkFunction } from "./errors.ts";
import { run, UPTIME } from "./run.ts";

// Taken before lockdown, which withholds the time from those that it leaves.
const HostDate = Date;
const HostIntl = Intl;
const HostDateTimeFormat = Intl.DateTimeFormat;
const HostTemporal: any = (globalThis as any).Temporal;
const timeZone: string = HostTemporal?.Now.timeZoneId() ?? "UTC";
const { version, platform } = process;

/** The virtual Date shares the prototype with the language's own, so dates of all origins are alike. */
function makeDate(): object {
  function VirtualDate(this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new HostDate(run().date).toString();
    return Reflect.construct(HostDate, args.length > 0 ? args : [run().date], new.target);
  }
  const { UTC, parse } = HostDate;
  const methods = { now: () => run().date, UTC, parse };
  Object.defineProperties(VirtualDate, {
    name: { value: "Date" },
    length: { value: 7 },
    prototype: { value: HostDate.prototype, writable: false },
  });
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(VirtualDate, name, { value });
  return VirtualDate;
}

function makeTemporal(): object {
  const instant = () => HostTemporal.Instant.fromEpochMilliseconds(run().date);
  const zonedDateTimeISO = (zone: unknown = timeZone) => instant().toZonedDateTimeISO(zone);
  const Now = {
    instant,
    zonedDateTimeISO,
    timeZoneId: () => timeZone,
    plainDateTimeISO: (zone?: unknown) => zonedDateTimeISO(zone).toPlainDateTime(),
    plainDateISO: (zone?: unknown) => zonedDateTimeISO(zone).toPlainDate(),
    plainTimeISO: (zone?: unknown) => zonedDateTimeISO(zone).toPlainTime(),
  };
  Object.defineProperty(Now, Symbol.toStringTag, { value: "Temporal.Now" });
  return copyWith(HostTemporal, { Now });
}

function makeIntl(): object {
  class Formatter {
    #inner: Intl.DateTimeFormat;
    #format: ((date?: Date | number) => string) | undefined;

    constructor(...args: any[]) {
      this.#inner = new HostDateTimeFormat(...args);
    }

    get format() {
      this.#format ??= (date = run().date) => this.#inner.format(date);
      return this.#format;
    }

    formatToParts(date: Date | number = run().date) {
      return this.#inner.formatToParts(date);
    }

    formatRange(start: Date, end: Date) {
      return this.#inner.formatRange(start, end);
    }

    formatRangeToParts(start: Date, end: Date) {
      return this.#inner.formatRangeToParts(start, end);
    }

    resolvedOptions() {
      return this.#inner.resolvedOptions();
    }
  }

  // Like the language's own it can be called without `new`.
  function DateTimeFormat(this: unknown, ...args: unknown[]): unknown {
    return Reflect.construct(Formatter, args, new.target ?? DateTimeFormat);
  }
  const { prototype } = Formatter;
  Object.defineProperties(prototype, {
    constructor: { value: DateTimeFormat },
    [Symbol.toStringTag]: { value: "Intl.DateTimeFormat" },
  });
  Object.defineProperties(DateTimeFormat, {
    name: { value: "DateTimeFormat" },
    prototype: { value: prototype, writable: false },
    supportedLocalesOf: { value: HostDateTimeFormat.supportedLocalesOf },
  });
  return copyWith(HostIntl, { DateTimeFormat });
}

/** A namespace object with some members replaced. */
export function copyWith(namespace: object, replaced: Record<string, unknown>): object {
  const descriptors = Object.getOwnPropertyDescriptors(namespace) as PropertyDescriptorMap;
  for (const [name, value] of Object.entries(replaced)) {
    descriptors[name] = { value, writable: true, enumerable: false, configurable: true };
  }
  return Object.create(Object.prototype, descriptors);
}

const performance = {
  now: () => run().uptime,
  get timeOrigin() {
    return run().host.epoch - UPTIME;
  },
  toJSON: () => ({ timeOrigin: performance.timeOrigin }),
};

const hrtime = ([seconds, nanoseconds]: [number, number] = [0, 0]): [number, number] => {
  const total = (run().uptime - seconds * 1000) * 1e6 - nanoseconds;
  return [Math.floor(total / 1e9), ((total % 1e9) + 1e9) % 1e9];
};
hrtime.bigint = () => BigInt(run().uptime) * 1_000_000n;

/** What tells the time, and that this is Node: nothing that acts on the real process. */
const studentProcess = {
  nextTick: (callback: unknown, ...args: unknown[]) => {
    checkFunction(callback, "callback");
    run().enqueue(() => void callback(...args));
  },
  hrtime,
  uptime: () => run().uptime / 1000,
  env: {},
  argv: [],
  platform,
  version,
  versions: { node: version.slice(1) },
};

/** `Temporal` is missing where the engine has none. */
export const timeGlobals: Record<string, unknown> = {
  Date: makeDate(),
  Intl: makeIntl(),
  ...(HostTemporal ? { Temporal: makeTemporal() } : {}),
  performance,
  process: studentProcess,
};
