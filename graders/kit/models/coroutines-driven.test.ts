import { expect, test } from "vitest";
import { failing, returning } from "../jobs.ts";
import { PROMISE, plain, promise, returns, type Step } from "./coroutines.ts";
import { driven, type Line, NOTHING, RIGHT, resumed } from "./coroutines-driven.ts";
import { traceOfDriven } from "./coroutines-fixture.ts";

const STEPS: Step[] = [
  { tries: [promise(returning(300)), promise(failing(400))], catches: [plain()] },
  promise(returning(200)),
  returns(),
];
const words = (lines: Line[]) => lines.map(({ what, value, at }) => `${what} ${value} at ${at}`);

test("how a generator goes, by the right rules and by others, from a time on", () => {
  expect(words(driven(STEPS, {}, 1000))).toEqual([
    "resumed work 1 at 1300",
    "caught work 2 at 1700",
    "resumed work 3 at 1700",
    "resumed work 4 at 1900",
    "returned work 5 at 1900",
  ]);
  const never = driven(STEPS, {
    reply: (yielded, as) => ({ ...RIGHT.reply(yielded, as), ...(yielded.fails && { as: "pending" }) }),
  });
  expect(words(never)).toEqual(["resumed work 1 at 300", "pending work 2 at 700"]);
  const last = driven(STEPS, { returned: (_, last) => last, primed: 1 });
  expect(words(last)).toEqual([
    "resumed nothing at 0",
    "caught work 2 at 400",
    "resumed work 3 at 400",
    "resumed work 4 at 600",
    "returned work 4 at 600",
  ]);
});

test("the first that was not resumed as it should be", () => {
  const right = driven(STEPS);
  const said = (lines: Line[], counts?: Parameters<typeof resumed>[2]) =>
    resumed(traceOfDriven(STEPS, lines), STEPS, counts)?.message;
  const change = (index: number, parts: Partial<Line>) => right.with(index, { ...right[index]!, ...parts });
  expect(said(right)).toBeUndefined();
  const promised = change(0, { value: PROMISE });
  expect(said(promised)).toBe(
    'the generator was resumed with (a promise) at 300 ms; expected that it was resumed with "work 1" at 300 ms.',
  );
  expect(said(promised, { values: false })).toBeUndefined();
  expect(said(change(1, { what: "resumed" }), { values: false })).toBe(
    "the generator was resumed with Error: work 2 at 700 ms; expected that it caught Error: work 2 at 700 ms.",
  );
  expect(said(change(3, { at: 901 }))).toMatch("at 901 ms; expected that it was resumed with");
  expect(said(change(3, { value: NOTHING }), { last: false })).toBeUndefined();
  expect(said(right.toSpliced(3, 1))).toMatch("was not resumed any more; expected that it was resumed with");
  expect(said(right.toSpliced(0, 0, right[0]!).with(0, right[0]!))).toMatch("expected that it caught");
  expect(said([...right.slice(0, -1), right[0]!, right.at(-1)!])).toMatch(
    "expected that it was not resumed any more.",
  );
});
