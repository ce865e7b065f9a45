// The globals that tell the time and that are random.
import { describe, expect, it } from "vitest";
import { outcome } from "./fixtures/compare.ts";
import { EPOCH, makeRig } from "./fixtures/rig.ts";

describe("the platform", () => {
  it("is made once: what a run adds is its own state, so that thousands of runs cost little", () => {
    const [first, second] = [makeRig(), makeRig()];
    expect(first.platform.globals).toBe(second.platform.globals);
    expect(first.platform.own).toBe(second.platform.own);
    expect(first.globals.console).not.toBe(second.globals.console);
    expect(first.modules).toBe(second.modules);
    expect(first.platform.timersMade).not.toBe(second.platform.timersMade);
  });
});

describe("time", () => {
  it("is virtual wherever it is read", () => {
    const { globals, clock, modules } = makeRig();
    const { Date: VirtualDate, Temporal, Intl: VirtualIntl, performance, process } = globals;
    const read = () => ({
      now: VirtualDate.now() - EPOCH,
      date: new VirtualDate().getTime() - EPOCH,
      text: VirtualDate() === new Date(EPOCH + clock.now).toString(),
      instant: Temporal.Now.instant().epochMilliseconds - EPOCH,
      zoned: Temporal.Now.zonedDateTimeISO("UTC").toString(),
      plain: [
        Temporal.Now.plainDateTimeISO("UTC"),
        Temporal.Now.plainDateISO("UTC"),
        Temporal.Now.plainTimeISO("UTC"),
      ].join(" "),
      formatted: new VirtualIntl.DateTimeFormat("en", { timeStyle: "medium", timeZone: "UTC" }).format(),
      parts: VirtualIntl.DateTimeFormat("en", { second: "numeric", timeZone: "UTC" }).formatToParts(),
      performance: [performance.now(), performance.timeOrigin + performance.now() - EPOCH],
      process: [process.hrtime(), process.hrtime([1, 5e8]), process.hrtime.bigint(), process.uptime()],
    });
    const start = read();
    clock.block(61_250, "work");
    expect([start, read()]).toEqual([
      {
        now: 0,
        date: 0,
        text: true,
        instant: 0,
        zoned: "2026-01-01T00:00:00+00:00[UTC]",
        plain: "2026-01-01T00:00:00 2026-01-01 00:00:00",
        formatted: "12:00:00 AM",
        parts: [{ type: "second", value: "0" }],
        performance: [1000, 0],
        process: [[1, 0], [-1, 5e8], 1_000_000_000n, 1],
      },
      {
        now: 61_250,
        date: 61_250,
        text: true,
        instant: 61_250,
        zoned: "2026-01-01T00:01:01.25+00:00[UTC]",
        plain: "2026-01-01T00:01:01.25 2026-01-01 00:01:01.25",
        formatted: "12:01:01 AM",
        parts: [{ type: "second", value: "1" }],
        performance: [62_250, 61_250],
        process: [[62, 250_000_000], [60, 750_000_000], 62_250_000_000n, 62.25],
      },
    ]);
    expect(Object.keys(modules)).toEqual([
      "node:timers",
      "node:timers/promises",
      "node:events",
      "node:async_hooks",
      "node:stream/web",
    ]);
  });

  it("has a Date like the language's own", () => {
    const { globals } = makeRig();
    const { Date: VirtualDate } = globals;
    class Day extends VirtualDate {
      day() {
        return this.toISOString().slice(0, 10);
      }
    }
    const day = new Day();
    expect([
      day.day(),
      day instanceof VirtualDate,
      new Date(0) instanceof VirtualDate,
      new VirtualDate(2026, 1, 3).getDate(),
      new VirtualDate("2026-02-03").getTime() === VirtualDate.parse("2026-02-03"),
      VirtualDate.UTC(1970, 0, 1),
      new VirtualDate(day).getTime() - EPOCH,
      Number.isNaN(new VirtualDate(undefined).getTime()),
      VirtualDate.name,
      VirtualDate.length,
    ]).toEqual(["2026-01-01", true, true, 3, true, 0, 0, true, "Date", 7]);
  });

  it("has an Intl that formats given dates, and all its other members", () => {
    const { globals } = makeRig();
    const { DateTimeFormat, NumberFormat } = globals.Intl;
    class Mine extends (DateTimeFormat as typeof Intl.DateTimeFormat) {}
    const format = new DateTimeFormat("en", { dateStyle: "short", timeZone: "UTC" });
    expect([
      [new Date(0), 864e5].map(format.format),
      format.formatRange(new Date(0), new Date(864e5)),
      format.resolvedOptions().timeZone,
      format instanceof DateTimeFormat,
      new Mine("en") instanceof Mine,
      Object.prototype.toString.call(format),
      DateTimeFormat.supportedLocalesOf(["en"]),
      new NumberFormat("en").format(1234.5),
      Object.getOwnPropertyNames(globals.Intl).sort(),
    ]).toEqual([
      ["1/1/70", "1/2/70"],
      "1/1/70 – 1/2/70".replaceAll(" ", "\u2009"),
      "UTC",
      true,
      true,
      "[object Intl.DateTimeFormat]",
      ["en"],
      "1,234.5",
      Object.getOwnPropertyNames(Intl).sort(),
    ]);
    expect(() => new DateTimeFormat("no locale")).toThrow(RangeError);
  });
});

describe("randomness", () => {
  it("follows from the seed", () => {
    const draw = () => {
      const { globals } = makeRig();
      const bytes = globals.crypto.getRandomValues(new Uint8Array(4));
      return [globals.Math.random(), globals.crypto.randomUUID(), [...bytes], globals.Math.random()];
    };
    const first = draw();
    expect(first).toEqual(draw());
    expect(first[0]).not.toBe(first[3]);
    expect(first[1]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it("fills just the array that is given, of any integer type", () => {
    const { globals } = makeRig();
    const buffer = new ArrayBuffer(24);
    const given = new BigUint64Array(buffer, 8, 1);
    expect(globals.crypto.getRandomValues(given)).toBe(given);
    const zeros = [...new Uint8Array(buffer)].map((byte) => byte === 0);
    expect([zeros.slice(0, 8), zeros.slice(16)]).toEqual([Array(8).fill(true), Array(8).fill(true)]);
    expect(given[0]).not.toBe(0n);
  });

  it("refuses what it cannot fill", async () => {
    const { globals } = makeRig();
    const { crypto } = globals;
    const names: unknown[] = [];
    for (const wrong of [
      new globals.Float64Array(1),
      new Uint8Array(65_537),
      new DataView(new ArrayBuffer(1)),
      [],
      5,
    ]) {
      const [state, error] = await outcome(() => crypto.getRandomValues(wrong));
      names.push(state, (error as Error).name);
    }
    expect(names.join(" ")).toBe(
      `failed TypeMismatchError failed QuotaExceededError${" failed TypeMismatchError".repeat(3)}`,
    );
  });

  it("leaves the rest of Math as it is", () => {
    const { globals } = makeRig();
    const members = (math: object) => Object.getOwnPropertyNames(math).filter((name) => name !== "random");
    expect(members(globals.Math)).toEqual(members(Math));
    expect([globals.Math.max(1, 2), globals.Math.PI, String(globals.Math)]).toEqual([
      2,
      Math.PI,
      "[object Math]",
    ]);
  });
});
