// What tells the time: Date, Temporal and Intl.DateTimeFormat on the virtual clock.
import { allowOverrides } from "./overrides.ts";
import { run } from "./run.ts";
import { refuseClones } from "./structured-clone.ts";

// Taken before lockdown, which withholds the time from those that it leaves.
const HostDate = Date;
const HostIntl = Intl;
const HostDateTimeFormat = Intl.DateTimeFormat;
const HostTemporal: any = (globalThis as any).Temporal;
const timeZone: string = HostTemporal?.Now.timeZoneId() ?? "UTC";

/** The virtual Date shares the prototype with the language's own, so dates of all origins are alike. */
function makeDate(): object {
  function VirtualDate(this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new HostDate(run().date).toString();
    return Reflect.construct(HostDate, args.length > 0 ? args : [run().date], new.target);
  }
  const { UTC, parse } = HostDate;
  const methods = { now: () => run().date, parse, UTC };
  Object.defineProperties(VirtualDate, {
    name: { value: "Date" },
    length: { value: 7 },
    prototype: { value: HostDate.prototype, writable: false },
  });
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(VirtualDate, name, { value, writable: true, configurable: true });
  }
  allowOverrides(VirtualDate, "of the run", ["name", "length", "prototype"]);
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
  refuseClones(Formatter);
  return copyWith(HostIntl, { DateTimeFormat });
}

/** A namespace object with some members replaced. */
function copyWith(namespace: object, replaced: Record<string, unknown>): object {
  const descriptors = Object.getOwnPropertyDescriptors(namespace) as PropertyDescriptorMap;
  for (const [name, value] of Object.entries(replaced)) {
    descriptors[name] = { value, writable: true, enumerable: false, configurable: true };
  }
  return Object.create(Object.prototype, descriptors);
}

export const studentDate = makeDate();

/** `Temporal` is missing where the engine has none. */
export const timeGlobals: Record<string, unknown> = {
  Date: studentDate,
  Intl: makeIntl(),
  ...(HostTemporal ? { Temporal: makeTemporal() } : {}),
};
