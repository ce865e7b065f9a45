// What a flight promises, held to flights in the world as it is: a right one, and wrong ones, each with its name.
import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import type { World } from "../../world/world.ts";
import { failing, returning } from "../jobs.ts";
import { asks, crowded, type Flights, flight, inWords, smallFlights } from "./flights.ts";
import { eachFromItsLoad, eachJoined, noneBeside, noneTooEarly, noneTooOld } from "./flights-judged.ts";
import { mistakes } from "./flights-mistakes.ts";
import { playing, type SingleFlight } from "./flights-played.ts";
import { runHere } from "./run-fixture.ts";

/** How a flight goes wrong; it is right if none is said. */
type Fault = "values" | "start" | "slides" | "for ever" | "failures" | "old" | "one key" | "text" | "falsy";
interface Entry {
  own: Promise<unknown>;
  until: number;
  value?: unknown;
}

const flightIn =
  (world: World, fault?: Fault): SingleFlight =>
  (load, { ttlMs }) => {
    const entries = new Map<unknown, Entry>();
    return (key) => {
      const home = fault === "one key" ? "" : fault === "text" ? `${key}` : key;
      const old = entries.get(home);
      const isGood = old && (world.now < old.until || fault === "for ever");
      if (isGood && !(fault === "falsy" && "value" in old && !old.value)) {
        if (fault === "slides" && Number.isFinite(old.until)) old.until = world.now + ttlMs;
        return old.own;
      }
      const start = world.now;
      const own = load(key);
      const entry: Entry = { own, until: Number.POSITIVE_INFINITY };
      if (fault !== "values") entries.set(home, entry);
      const arrived = (value: unknown) => {
        entry.value = value;
        entry.until = (fault === "start" ? start : world.now) + ttlMs;
        entries.set(home, entry);
      };
      own.then(arrived, () => fault !== "failures" && entries.get(home) === entry && entries.delete(home));
      return fault === "old" && old ? own.catch(() => old.own) : own;
    };
  };

const judges = { noneBeside, noneTooEarly, noneTooOld, eachJoined, eachFromItsLoad };
/** Which judgements it fails, and what that is called. */
async function judgedIn(flights: Flights, fault?: Fault): Promise<string> {
  const played = await runHere((world) => playing(world, flightIn(world, fault), flights));
  const trace = { ...played, input: toPlain(flights) };
  const failed = Object.entries(judges).flatMap(([name, judge]) =>
    [judge(trace, flights)].flat().some(Boolean) ? [name] : [],
  );
  if (failed.length === 0) return "-";
  const [name] = Object.entries(mistakes).find(([, shows]) => shows(trace)) ?? ["no name"];
  return `${failed.join()}: ${name}`;
}

test("a right flight passes in all small cases, also where a call comes in the turn of an end", async () => {
  const lands = [0, 1, 2, 3].flatMap((lag) => [
    flight(100, [failing(100), 200], asks(), asks("a", 0, { lands: 0, lag }), asks("a", 200)),
    flight(100, [100], asks(), asks("a", 0, { lands: 0, lag })),
  ]);
  for (const flights of [...smallFlights(2), ...smallFlights(3).slice(0, 64), ...lands])
    expect(await judgedIn(flights)).toBe("-");
});

test("each mistake fails what it is about, and has its name", async () => {
  const shared = flight(1000, [300], asks(), asks("a", 100), asks("a", 2000), asks("a", 100));
  const kept = flight(1000, [800], asks(), asks("a", 1500));
  const late = flight(1000, [300, failing(200)], asks(), asks("a", 900), asks("a", 900));
  const failed = flight(1000, [failing(300), 300], asks(), asks("a", 400));
  expect([
    await judgedIn(shared, "values"),
    await judgedIn(kept, "start"),
    await judgedIn(late, "slides"),
    await judgedIn(late, "for ever"),
    await judgedIn(late, "old"),
    await judgedIn(failed, "failures"),
    await judgedIn(flight(1000, [300], asks("a"), asks("b")), "one key"),
    await judgedIn(flight(1000, [300], asks("1"), asks("the number 1")), "text"),
    await judgedIn(flight(1000, [returning(300, 0)], asks(), asks("a", 500)), "falsy"),
  ]).toEqual([
    "noneBeside: stampede-after-expiry",
    "noneTooEarly: ttl-from-start",
    ...["noneTooOld: sliding-ttl", "noneTooOld: sliding-ttl", "noneTooOld: stale-if-error"],
    "eachFromItsLoad: failure-cached",
    ...["eachFromItsLoad: keys-share", "eachFromItsLoad: keys-share"],
    "noneTooEarly: falsy-is-nothing",
  ]);
});

test("an input in words", () => {
  const calls = [asks(), asks("the number 0", 100, { as: "minus zero" }), asks("b", 0, { lands: 0 })];
  expect(inWords(flight(500, [300, failing(100)], ...calls))).toBe(
    "With 500 ms to live, loads of 300 ms, 100 ms that fails, and calls for a, minus zero 100 ms later, b in the turn in which load 1 ends",
  );
});

test("of a crowd the first calls and the last are told", () => {
  expect(inWords(crowded(150))).toBe(
    "With 1000 ms to live, loads of 300 ms, and calls for Rome, city 1, city 2, … (152 calls in all), Rome 600 ms later",
  );
});
