// Generators as data go as the language's own async functions go, which do the same steps with `await` in place of `yield`.
import { expect, test } from "vitest";
import { FALSY, failing, returning } from "../jobs.ts";
import {
  type Host,
  hostIn,
  inWords,
  KINDS,
  kinds,
  performing,
  plain,
  promise,
  returns,
  type Step,
  throws,
} from "./coroutines.ts";
import { beginning, driven, isLine, seenIn } from "./coroutines-driven.ts";
import { runHere } from "./run-fixture.ts";

type End = Promise<{ value: unknown } | undefined>;

async function asyncSteps(steps: readonly Step[], host: Host): End {
  for (const step of steps) {
    if ("returns" in step) return { value: host.value(step.returns) };
    if ("throws" in step) throw host.value(step.throws);
    if ("nests" in step) await asyncSteps(step.nests, host);
    else if ("tries" in step) {
      const end = await asyncTry(step, host);
      if (end) return end;
    } else if ("numbers" in step) host.note("resumed", await (step.numbers - 1));
    else host.note("resumed", await host.yields(step, 0));
  }
  return undefined;
}

async function asyncTry(
  { tries, catches, lastly = [] }: Step & { tries: Step[] } & { catches?: Step[]; lastly?: Step[] },
  host: Host,
): End {
  try {
    return await asyncSteps(tries, host);
  } catch (error) {
    if (!catches) throw error;
    host.note("caught", error);
    return await asyncSteps(catches, host);
  } finally {
    await asyncSteps(lastly, host);
  }
}

const [QUICK, SLOW, FAILS] = [promise(returning(300)), promise(returning(700)), promise(failing(400))];
const ALL: Step[][] = [
  [QUICK, plain(), SLOW, { numbers: 5 }, returns()],
  [{ tries: [QUICK, FAILS, SLOW], catches: [SLOW], lastly: [QUICK] }, throws()],
  [{ tries: [{ tries: [FAILS], catches: [promise(failing(100))] }], catches: [] }, QUICK],
  [{ tries: [QUICK, returns()], lastly: [SLOW] }, SLOW],
  [{ tries: [{ nests: [FAILS] }], lastly: [QUICK] }, SLOW],
  [{ nests: [QUICK, returns()] }, QUICK],
  ...FALSY.map((value) => [promise(returning(100, value)), plain(value), promise(failing(100, value))]),
  ...kinds(...Object.keys(KINDS)).map((kind): Step[] => [{ plain: kind }, { promise: kind }, QUICK]),
];

test("the language's async functions do what the model says", async () => {
  for (const steps of ALL) {
    const trace = await runHere(async (world) => (await asyncSteps(steps, hostIn(world, steps)))?.value);
    const lines = driven(steps, {}, beginning(trace));
    const { course, end } = seenIn(trace);
    const alike = [...course, end].map((seen, index) => isLine(trace, seen, lines[index]!));
    expect([steps, alike]).toEqual([steps, lines.map(() => true)]);
  }
});

test("a generator yields what the steps say, and notes what it gets; of many numbers the last, and what is wrong", () => {
  const notes: unknown[] = [];
  const host: Host = {
    yields: (leaf, index) => ("numbers" in leaf ? index : Object.keys(leaf)[0]),
    value: ({ value }) => value,
    note: (what, value) => notes.push([what, value]),
  };
  const steps: Step[] = [{ tries: [QUICK], catches: [plain()] }, { numbers: 3 }, returns(7)];
  const generator = performing(steps, host);
  const got = [
    generator.next(),
    generator.throw("a"),
    generator.next("b"),
    ...[0, 9, 2].map((each) => generator.next(each)),
  ];
  expect(got.map(({ value }) => value)).toEqual(["promise", "plain", 0, 1, 2, 7]);
  expect(notes).toEqual([
    ["caught", "a"],
    ["resumed", "b"],
    ["resumed", 9],
    ["resumed", 2],
  ]);
});

test("in words", () => {
  expect(
    inWords([
      { tries: [FAILS, { nests: [plain(0)] }], catches: [throws()], lastly: [{ numbers: 9 }] },
      { promise: kinds("a function")[0]! },
      returns(),
    ]),
  ).toBe(
    "try { yield a promise of 400 ms that fails; yield* { yield 0 } } catch { throw an Error } finally { yield 9 numbers }; yield a promise of 0 ms that comes to a function; return a text",
  );
});
