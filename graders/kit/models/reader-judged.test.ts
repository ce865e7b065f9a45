import { expect, test } from "vitest";
import { moment, outcome, traceOf } from "../../timeline/fixture.ts";
import { type Plain, toPlain } from "../../trace/plain.ts";
import { failing, type Job, jobList, ready } from "../jobs.ts";
import { arrivals } from "./arrivals.ts";
import { type Pace, type Reader, reading } from "./reader.ts";
import * as judged from "./reader-judged.ts";

const error: Plain = { t: "error", name: "Error", message: "no dish", props: [], ref: "error" };
const jobs = jobList(300, 100, failing(400), 200);
const values: Plain[] = ["a", "b", error, "c"];
const due = (rules?: Reader, pace: Pace = {}, list: Job[] = jobs) => ({
  ...reading(arrivals(list), pace, rules),
  values,
});

/** A loop that got `b at 100` and so on, and came to this. */
function trace(got: string, ...[state, at, value]: Parameters<typeof outcome>) {
  const notes = got.split(",").flatMap((each, index) => {
    const [what, when] = each.split(" at ");
    return what ? [{ ...moment(Number(when), index), name: "loop", value: what }] : [];
  });
  return traceOf([], outcome(state, at, value, judged.LOOP), { notes });
}
const right = trace("b at 100,c at 200,a at 300", "rejected", 400, error);
const mistakes = judged.readerMistakes(
  () => jobs,
  (_, rules) => due(rules),
);
const shown = (...loop: Parameters<typeof trace>) =>
  Object.keys(mistakes).find((id) => mistakes[id]!(trace(...loop)));

test("in its turn is in order, at its time and to its end; all of it in whatever order", () => {
  expect(judged.readInTurn(right, due())).toBeUndefined();
  const mixed = trace("c at 200,b at 100,a at 300", "rejected", 400, error);
  expect([judged.readInTurn(mixed, due())?.message, judged.readAll(mixed, due())]).toEqual([
    '`loop` got "c", "b", "a"; expected "b", "c", "a".',
    undefined,
  ]);
  expect(judged.readAll(trace("b at 100", "rejected", 400, error), due())?.message).toBe(
    'the loop got "b" at 100 ms; expected "b" at 100 ms, "c" at 200 ms, "a" at 300 ms.',
  );
});

test("an error of its own is said before what is missing for it", () => {
  const own = trace("b at 100", "rejected", 150, new Error("bug"));
  expect(judged.readInTurn(own, due({}, {}, jobList(300, 100)))?.message).toBe(
    "The loop rejected at 150 ms with Error: bug; expected it to resolve.",
  );
});

test.each([
  [[], "a list", "list-for-iterator"],
  [Promise.resolve([]), "a promise", "list-for-iterator"],
  [async function* () {}, "a function", undefined],
  [undefined, "undefined", undefined],
  [(async function* () {})(), undefined, undefined],
])("what no loop can ask is told as what it is: %s", (values, kind, id) => {
  const whole = trace("", "fulfilled", 0);
  judged.handedOut(
    { note: (name: string, value: Plain) => whole.notes.push({ ...moment(0), name, value }) } as never,
    values,
  );
  const message = `\`each\` returned ${kind}; expected an async iterator.`;
  expect(judged.isIterator(whole, "each")).toEqual(kind && { message });
  expect(mistakes["list-for-iterator"]!(whole)).toBe(id !== undefined);
});

test("the mistake is that of the reader which explains all of it", () => {
  expect(shown("a at 300,b at 300", "rejected", 400, error)).toBe("input-order");
  expect(shown("b at 100,c at 200,a at 300", "fulfilled", 400)).toBe("swallowed-error");
  expect(shown("b at 100,c at 200,a at 300", "pending")).toBe("lost-rejection");
  expect(shown("b at 100", "pending")).toBe("lost-value");
  expect(shown("b at 100", "fulfilled", 200)).toBe("lost-value");
  expect(shown("b at 100,c at 200,a at 300", "rejected", 400)).toBe("lost-reason");
  expect(shown("b at 100,c at 200,a at 300", "rejected", 400, new Error("oh: no dish"))).toBe(
    "wrapped-error",
  );
  expect(shown("c at 100", "rejected", 150, new Error("bug"))).toBeUndefined();
});

test("what was there at once and never came out was not heard", () => {
  const there = jobList(ready(), ready());
  const { "lost-wake-up": unheard } = judged.readerMistakes(
    () => there,
    () => due({}, {}, there),
  );
  expect(["", "b at 0,a at 0"].map((got) => unheard!(trace(got, "pending")))).toEqual([true, false]);
  expect(mistakes["lost-wake-up"]!(trace("", "pending"))).toBe(false);
});

test("what came while the loop was busy was not heard, if it is told that the rest is kept", () => {
  const slow = jobList(100, 200, 500);
  const { "lost-wake-up": unheard } = judged.readerMistakes(
    () => slow,
    () => ({ ...reading(arrivals(slow), { begin: 400, pause: 1500 }), values: ["a", "b", "c"] }),
  );
  const names = ["a at 400,b at 1900", "a at 400", "b at 400,a at 1900"];
  expect(names.map((got) => unheard!(trace(got, "pending")))).toEqual([true, false, false]);
  expect(unheard!(trace(names[0]!, "fulfilled", 1900))).toBe(false);
});

test("one of two that are alike is missing, and nothing else", () => {
  const alike = jobList(300, 100, 300);
  const { "twins-merged": merged } = judged.readerMistakes(
    () => alike,
    () => ({ ...reading(arrivals(alike)), values: ["a", "b", "a"] }),
  );
  const of = (got: string) => merged!(trace(got, "fulfilled", 300));
  expect([of("b at 100,a at 300"), of("b at 100"), of("b at 100,a at 300,a at 300")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(merged!(trace("b at 100,a at 300", "pending"))).toBe(false);
  expect(mistakes["twins-merged"]!(right)).toBe(false);
});

test("a loop that leaves has ended then, and nothing else is asked of one that did not come so far", () => {
  expect(judged.leftAtOnce(trace("b at 100", "fulfilled", 100), 1)).toEqual([undefined, undefined]);
  expect(judged.leftAtOnce(trace("b at 100", "fulfilled", 400), 1)[0]).toBeDefined();
  expect(judged.leftAtOnce(trace("b at 100", "fulfilled", 400), 2)).toEqual([]);
});

test("next() after the end is done, and two loops get the same", () => {
  const after = (...end: Parameters<typeof outcome>) => {
    const whole = traceOf([], [outcome("rejected", 400, error, judged.LOOP), outcome(...end)]);
    return judged.staysDone(whole, "after")?.misconception;
  };
  expect(after("fulfilled", 400, true, "after")).toBeUndefined();
  expect(after("fulfilled", 400, false, "after")).toBe("iterator-outlives-failure");
  expect(after("pending", undefined, undefined, "after")).toBe("never-ends");
  const two = traceOf([], [outcome("fulfilled", 400, 0, judged.LOOP), outcome("fulfilled", 400, 0, "two")]);
  expect(judged.readAlike(two, "two")).toBeUndefined();
  two.notes.push({ ...moment(100), name: "loop", value: toPlain(1) });
  expect(judged.readAlike(two, "two")?.message).toBe(
    "two loops over the same did not get the same at the same times.",
  );
});
