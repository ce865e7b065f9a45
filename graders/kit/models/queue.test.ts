import { expect, test } from "vitest";
import { type Closing, closings, type QueueEvent, queueServed } from "./queue.ts";

const KINDS = { "+": "put", "-": "get", "!": "close" } as const;

/** Events as `0+a`: at 0 ms a is put; `-`: somebody gets, `!`: it is closed. */
const eventsOf = (text: string) =>
  text.split(" ").map((each): QueueEvent => {
    const [, at, does, who] = /^(\d+)(.)(\w)$/.exec(each)!;
    return { at: Number(at), does: KINDS[does as keyof typeof KINDS], who: who! };
  });

/** What became of each: `b5a` was served at 5 ms, with a's item; `b5x` sent away then; who waits still is not in it. */
function servedBy(capacity: number, events: readonly QueueEvent[], closing: Closing): string {
  const served = queueServed(events, capacity, closing);
  return events
    .flatMap(({ who }) => {
      const own = served.get(who);
      return own ? [`${who}${own.at}${own.how === "rejected" ? "x" : (own.item ?? "")}`] : [];
    })
    .join(" ");
}

test.each([
  ["who puts waits while it is full", 1, "0+a 0+b 5-g 6-h", "a0 b5 g5a h6b"],
  ["who gets waits while it is empty, the first is served first", 2, "0-g 0-h 5+a 6+b", "g5a h6b a5 b6"],
  ["who comes when a place comes stands behind", 1, "0+a 0+b 5-g 5+c 6-h", "a0 b5 g5a c6 h6b"],
  [
    "closed, what lies in it is left, who waits is sent away",
    1,
    "0+a 0+b 5!c 6-g 6-h 7+d",
    "a0 b5x g6a h6x d7x",
  ],
  ["closed, who waits for an item is sent away", 1, "0-g 5!c", "g5x"],
])("%s", (_what, capacity, text, told) => {
  const events = eventsOf(text);
  expect(servedBy(capacity, events, closings(events)[0]!)).toBe(told);
});

test("what came in the ms of a close before it may count as after it, for those who put and those who get alike", () => {
  const all = (capacity: number, text: string) => {
    const events = eventsOf(text);
    return [...new Set(closings(events).map((closing) => servedBy(capacity, events, closing)))];
  };
  expect(all(1, "0+a 0+b 5-g 5!c 6-h")).toEqual(["a0 b5 g5a h6b", "a0 b5x g5a h6x"]);
  expect(all(1, "0-g 5+a 5!c 6-h")).toEqual(["g5a a5 h6x", "g5x a5 h6a", "g5x a5x h6x"]);
  expect(all(1, "0+a 4+b 5!c 5-g 6-h")).toEqual(["a0 b5x g5a h6x"]);
});
