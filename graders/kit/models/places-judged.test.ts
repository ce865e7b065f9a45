import { expect, test } from "vitest";
import { type Plain, toPlain } from "../../trace/plain.ts";
import { type Call, emptyTrace, type Trace } from "../../trace/trace.ts";
import { jobService } from "../jobs.ts";
import { acquiring, after, type Clients, client, clients, inWords, meeting } from "./clients.ts";
import {
  countedRight,
  leftAtAborts,
  letInInTurn,
  nobodyBesides,
  nobodyForgotten,
  nobodyInForLeavers,
} from "./places-judged.ts";
import { leavingMistakes, turnMistakes } from "./places-mistakes.ts";
import { runHere } from "./run-fixture.ts";

/** How a door goes wrong; it is right if none is said. */
type Fault = "lifo" | "wakes all" | "frees first" | "twice" | "leaks";

/** What becomes of the clients at a door of so many places. */
async function met(crowd: Clients, fault?: Fault): Promise<Trace> {
  let free = crowd.places;
  const line: (() => void)[] = [];
  const release = () => {
    if (fault === "leaks") return;
    if (fault === "frees first") {
      free++;
      queueMicrotask(() => {
        if (free > 0 && line.length > 0) {
          free--;
          line.shift()!();
        }
      });
    } else if (fault === "wakes all" && line.length > 0) for (const enter of line.splice(0)) enter();
    else if (line.length > 0) (fault === "lifo" ? line.pop() : line.shift())!();
    else free++;
  };
  const trace = await runHere(async (world) => {
    const work = jobService(world, crowd.visits, "work");
    const look = () => {
      world.note("free", free);
      world.note("waiting", line.length);
    };
    world.at(50, look);
    await meeting(world, crowd.visits, async (index, _signal, givesBack) => {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => line.push(resolve));
      const { takes, twice } = crowd.visits[index]!;
      void work(index + 1);
      let out = false;
      const once = () => {
        if (!out || fault === "twice") release();
        out = true;
      };
      world.at(world.now + takes, () =>
        givesBack(index, () => {
          world.note("gives back", index + 1);
          once();
          if (twice) once();
        }),
      );
    });
  });
  return { ...trace, input: toPlain(acquiring(crowd)) };
}

const told = (findings: unknown[]) =>
  findings.flatMap((found) => (found ? [(found as { message: string }).message] : []));
const named = (trace: Trace) =>
  Object.entries({ ...turnMistakes("work"), ...leavingMistakes("work") }).flatMap(([id, is]) =>
    is(trace) ? [id] : [],
  );

const CROWD = clients(1, 300, 200, after(100, 100), client(100, { inTurnOf: 1 }));
const turns = async (fault?: Fault) => {
  const trace = await met(CROWD, fault);
  return [told(letInInTurn(trace, acquiring(CROWD), "work"))[0], named(trace)[0]];
};

test("whoever asked first is let in first", async () => {
  expect(await turns()).toEqual([undefined, undefined]);
  expect(await turns("lifo")).toEqual([
    "Client 2 was let in at 500 ms; its turn was at 300 ms.",
    "last-in-first-out",
  ]);
  expect(await turns("wakes all")).toEqual([
    "Client 3 was let in at 300 ms; its turn was at 400 ms.",
    "wakes-everyone",
  ]);
  expect(await turns("frees first")).toEqual([
    "Client 2 was let in at 400 ms; its turn was at 300 ms.",
    "barging",
  ]);
  expect(await turns("leaks")).toEqual([
    "Client 2 was never let in; its turn was at 300 ms.",
    "abort-keeps-place",
  ]);
});

test("nobody is forgotten, and nobody comes besides", async () => {
  const crowd = clients(1, client(200, { twice: true }), 300, 300);
  const both = async (fault?: Fault) => {
    const trace = await met(crowd, fault);
    return told([...nobodyForgotten(trace, acquiring(crowd), "work"), nobodyBesides(trace, crowd, "work")]);
  };
  expect(await both()).toEqual([]);
  expect(await both("twice")).toEqual(["2 were in at once; there is one place."]);
  expect(await both("leaks")).toEqual(["Client 2 was never let in.", "Client 3 was never let in."]);
});

test("numbers are those of what happened", async () => {
  const crowd = clients(2, 300, 200, 100);
  expect(told(countedRight(await met(crowd), acquiring(crowd), "work"))).toEqual([]);
  const trace = await met(crowd);
  trace.notes.find(({ name }) => name === "waiting")!.value = 0;
  expect(told(countedRight(trace, acquiring(crowd), "work"))).toEqual([
    "at 50 ms `waiting` was 0; 2 clients had a place and 1 waited.",
  ]);
});

test("whoever is aborted while it waits leaves at once, with the reason", () => {
  const crowd = clients(1, 300, client(100, { leaves: 100 }));
  const reason: Plain = {
    t: "error",
    name: "Error",
    message: "Cancelled",
    props: [],
    ref: "signal 2 reason",
  };
  const left = (at: number, value: Plain) =>
    emptyTrace({
      input: toPlain(crowd),
      aborts: [{ at: 100, seq: 5, name: "signal 2" }],
      made: { "signal 2 reason": reason },
      outcomes: {
        "Client 1": {
          label: "Client 1",
          start: { at: 0, seq: 1 },
          state: "fulfilled",
          settled: { at: 300, seq: 9 },
        },
        "Client 2": {
          label: "Client 2",
          start: { at: 0, seq: 2 },
          state: "rejected",
          settled: { at, seq: 6 },
          value,
        },
      },
    });
  expect(told(leftAtAborts(left(100, reason), crowd, "work"))).toEqual([]);
  expect(told(leftAtAborts(left(300, reason), crowd, "work"))).toEqual([
    "Client 2 rejected at 300 ms; expected 100 ms.",
  ]);
  expect(named(left(300, reason))).toContain("abort-ignored");
  expect(told(leftAtAborts(left(100, null), crowd, "work"))).toEqual([
    "Client 2 rejected with null; expected the very same Error: Cancelled.",
  ]);
});

test("whoever leaves the line gives no place back", () => {
  const crowd = clients(1, 300, client(100, { leaves: 100 }), 200, 100);
  const asked = (at: number) => ({
    label: `Client ${at}`,
    start: { at: 0, seq: at },
    state: "pending" as const,
  });
  /** Who came in when (virtual ms), for 200. */
  const came = (...starts: [client: number, at: number][]) =>
    emptyTrace({
      input: toPlain(crowd),
      outcomes: Object.fromEntries([1, 2, 3, 4].map((at) => [`Client ${at}`, asked(at)])),
      aborts: [{ at: 100, seq: 100, name: "signal 2" }],
      calls: [[1, 0, 300], ...starts.map(([who, at]) => [who, at, at + 200])].map(
        ([who, from, to], index): Call => ({
          id: `work#${index + 1}`,
          service: "work",
          index: index + 1,
          args: [who!],
          start: { at: from!, seq: from! + 10 + index },
          end: { at: to!, seq: to! },
          how: "fulfilled",
          on: "async",
        }),
      ),
    });
  const seen = (...starts: [number, number][]) => told([nobodyInForLeavers(came(...starts), crowd, "work")]);
  expect(seen([3, 300], [4, 500])).toEqual([]);
  // At the abort, or later beside who had its turn. With everybody who waited it is no leaver's place.
  expect(seen([3, 100], [4, 300])).toEqual(["2 were in at once; there is one place."]);
  expect(named(came([3, 100], [4, 300]))).toContain("abort-frees-place");
  expect(seen([3, 300], [4, 300])).toEqual([]);
});

test("clients in words", () => {
  const crowd = clients(
    1,
    client(300, { leaves: 0 }),
    client(100, { twice: true, inTurnOf: 1 }),
    client(200, { sameSignal: true }),
  );
  expect(inWords(crowd)).toBe(
    "By run, with 1 place and clients of 300 ms (aborted already), 100 ms (gives back twice) (asks in the turn in which client 1 gives back), 200 ms (with the signal of the one before)",
  );
});
