// Members as data: how each ends, how they are numbered, and what they are in words.
import { expect, test } from "vitest";
import { failing, MADE, returning, throwing } from "../jobs.ts";
import {
  abortedAt,
  at,
  endOf,
  groupOf,
  inWords,
  type Member,
  membersOf,
  nested,
  numbersFrom,
  starting,
} from "./members.ts";

test("work ends by itself, or in answer to an abort that comes before", () => {
  const ends = (job: Member, told?: number) => endOf(job, 100, told);
  const answering = (onAbort: Member["onAbort"]): Member => ({ ...failing(500), onAbort });
  expect(ends(returning(500))).toEqual({ at: 600, how: "value" });
  expect(ends(failing(500), 300)).toEqual({ at: 600, how: "failure" });
  expect(ends(throwing(), 50)).toEqual({ at: 100, how: "failure" });
  expect(ends(answering({ rejects: "reason" }), 300)).toEqual({ at: 300, how: "reason" });
  expect(ends(answering({ rejects: "reason", after: 400 }), 300)).toEqual({ at: 700, how: "reason" });
  expect(ends(answering({ rejects: MADE, after: 10 }), 300)).toEqual({ at: 310, how: "failure" });
  expect(ends(answering({ resolves: true }), 300)).toEqual({ at: 300, how: "value" });
  // Too late for an answer, or so early that it is given at the beginning.
  expect(ends(answering({ resolves: true }), 600)).toEqual({ at: 600, how: "failure" });
  expect(ends(answering({ rejects: "reason", after: 5 }), 0)).toEqual({ at: 105, how: "reason" });
});

test("the body is number 0, and whoever starts others comes before them", () => {
  const same = returning(300);
  const group = { ...groupOf(100, starting(200, same, same), same), tasks: [starting(400, same), same] };
  expect(membersOf(group).map(({ takes }) => takes)).toEqual([100, 200, 300, 300, 300, 400, 300, 300]);
  expect(numbersFrom(1, group.body.starts)).toEqual([1, 4]);
  expect(numbersFrom(5, group.tasks)).toEqual([5, 7]);
  expect(numbersFrom(5)).toEqual([]);
});

test("in words", () => {
  expect(inWords(groupOf(500))).toBe("a body of 500 ms");
  const late = at(100, failing(200));
  expect(inWords(abortedAt(700, { ...groupOf(500, 300, starting(1000, late)), tasks: [late] }, null))).toBe(
    "a body of 500 ms and tasks of 300 ms, 1000 ms (which starts 200 ms that fails at 100 ms), from outside 200 ms that fails at 100 ms, aborted at 700 ms with null",
  );
  expect(inWords({ body: { ...starting(500, nested(100, 200)), joins: true } })).toBe(
    "a body of 500 ms that then waits for its tasks and a task of a group (a body of 100 ms and a task of 200 ms)",
  );
});
