import { expect, test } from "vitest";
import { inWords } from "./queue-calls.ts";
import { smallQueues } from "./small-queues.ts";

test("all small lists of calls, for a queue that is empty, full, or waited for", () => {
  const one = smallQueues(1).map(inWords);
  expect(one.slice(0, 6)).toEqual([
    "With room for 1, and: put (100 ms later), get (100 ms later)",
    "With room for 1, and: put, put, put (100 ms later), get (100 ms later), get (100 ms later), get (100 ms later)",
    "With room for 1, and: put, put, get (100 ms later), get (100 ms later), get (100 ms later)",
    "With room for 1, and: put, put, a loop (100 ms later), get (100 ms later), get (100 ms later)",
    "With room for 1, and: put, put, close (100 ms later), get (100 ms later), get (100 ms later)",
    "With room for 1, and: get, get, put (100 ms later), get (100 ms later)",
  ]);
  const two = smallQueues(2).map(inWords);
  expect(new Set(two).size).toBe(two.length);
});
