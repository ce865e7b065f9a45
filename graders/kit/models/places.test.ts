import { expect, test } from "vitest";
import { type PlaceEvent, placesGiven } from "./places.ts";

const KINDS = { "?": "asks", "-": "gives back", "!": "aborts" } as const;

/** Events as `0?a`: at 0 ms a asks; `-`: gives back, `!`: its signal aborts. Returns who came or left when. */
function given(capacity: number, text: string, left = "") {
  const events = text.split(" ").map((each): PlaceEvent => {
    const [, at, kind, who] = /^(\d+)(.)(\w)$/.exec(each)!;
    return { at: Number(at), kind: KINDS[kind as keyof typeof KINDS], who: who! };
  });
  const { standings, counts } = placesGiven(events, capacity, (who) => left.includes(who));
  const told = [...standings].map(
    ([who, { came, left }]) => `${who}${came ?? (left === undefined ? "?" : `x${left}`)}`,
  );
  const { free, waiting } = counts.at(-1)!;
  return `${told.join(" ")} free ${free} waiting ${waiting}`;
}

test.each([
  ["first come first served", 1, "0?a 0?b 0?c 5-a 7-b", "a0 b5 c7 free 0 waiting 0"],
  ["twice given back is once", 1, "0?a 0?b 0?c 5-a 5-a", "a0 b5 c? free 0 waiting 1"],
  ["who comes in the turn of a release stands behind", 1, "0?a 0?b 5-a 5?c", "a0 b5 c? free 0 waiting 1"],
  ["all are free in the end", 2, "0?a 0?b 5-a 6-b", "a0 b0 free 2 waiting 0"],
  ["an abort takes out of the line", 1, "0?a 0?b 0?c 3!b 5-a", "a0 bx3 c5 free 0 waiting 0"],
  ["an abort does nothing to who is in", 1, "0?a 0?b 3!a 5-a", "a0 b5 free 0 waiting 0"],
  ["who is aborted already does not come in", 1, "0!a 0?a", "ax0 free 1 waiting 0"],
])("%s", (_what, capacity, events, standing) => {
  expect(given(capacity, events)).toBe(standing);
});

test("of a place that comes back and an abort in one ms either may count, and no place is lost", () => {
  expect(given(1, "0?a 0?b 0?c 5-a 5!b")).toBe("a0 b5 c? free 0 waiting 1");
  expect(given(1, "0?a 0?b 0?c 5-a 5!b", "b")).toBe("a0 bx5 c5 free 0 waiting 0");
  expect(given(1, "0?a 0?b 0?c 5!b 5-a")).toBe("a0 b5 c? free 0 waiting 1");
  expect(given(1, "0?a 0?b 0?c 5!b 5-a", "b")).toBe("a0 bx5 c5 free 0 waiting 0");
});
