// Generated lines: what each of them must show.
import fc from "fast-check";
import { expect, test } from "vitest";
import { crowd, line } from "./line.ts";
import { QUEUED, type WrongId } from "./line-mistakes.ts";
import { telling, tells } from "./line-telling.ts";

test("a telling crowd shows all the mistakes, each by itself", () => {
  expect(tells(crowd(2, 100, 300, 100, 100, 200), QUEUED)).toBe(true);
  expect(tells(crowd(2, 300, 100, 100), QUEUED)).toBe(false);
  expect(tells(crowd(2, 100, 100), ["batches"])).toBe(false);
  const ids: WrongId[] = [...QUEUED, "barging"];
  for (const all of fc.sample(telling(ids, { later: true }), { numRuns: 20, seed: 1 })) {
    expect(tells(all, ids)).toBe(true);
    expect([all.places >= 2 && all.places <= 4, all.visits.length >= 5]).toEqual([true, true]);
    // Somebody asks where others wait, and somebody where there is just one place free, and nobody waits.
    const { stays } = line(all.visits, all);
    const [waits, alone] = all.visits.flatMap(({ follows }, n) => (follows === undefined ? [] : [stays[n]!]));
    expect([waits!.asks < waits!.starts!, alone!.asks === alone!.starts]).toEqual([true, true]);
  }
});
