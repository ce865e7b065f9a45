import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shapeName } from "../../trace/shape.ts";
import { emptyTrace, type Trace } from "../../trace/trace.ts";
import { type Engine, openEngine } from "../engine.ts";
import { temporaryFolder } from "../testing/folders.ts";
import type { CheckVerdict } from "../types.ts";
import {
  agreed,
  diagnosed,
  type KnownFailures,
  misconceptionOf,
  readCatalogue,
  withoutConsequences,
} from "./catalogue.ts";

const moment = (at: number) => ({ at, seq: at + 1 });

/** A run of which nothing is known but when it settled, and with what. */
function traceOf(settled: number, more: Partial<Trace> = {}): Trace {
  const main = { label: "main", start: moment(0), state: "rejected" as const, settled: moment(settled) };
  return emptyTrace({ endedAt: settled, outcomes: { main }, ...more });
}

const known: KnownFailures = {
  seen: {},
  about: ["late"],
  shapes: { early: `${shapeName(traceOf(5))} other`, slow: shapeName(traceOf(900)) },
  inputs: [],
};
const failed = (id: string, trace: Trace | undefined, misconception?: string): CheckVerdict => ({
  id,
  title: `promise ${id}`,
  outcome: "failed",
  score: 0,
  maxScore: 5,
  feedback: "no",
  ...(misconception && { misconception }),
  ...(trace && { trace }),
});
const names = (verdicts: CheckVerdict[]) => diagnosed(verdicts, { a: known, b: known }).map(nameOf);
const nameOf = ({ misconception }: CheckVerdict) => misconception;

test("a shape that one misconception's answers alone have names it", () => {
  expect(names([failed("a", traceOf(5)), failed("a", traceOf(900))])).toEqual(["early", "slow"]);
});

test("nothing is named for a shape that is not known, in a check that is not, or without a trace", () => {
  const verdicts = [failed("a", traceOf(6)), failed("c", traceOf(5)), failed("a", undefined)];
  expect(diagnosed(verdicts, { a: known })).toEqual(verdicts);
});

test("a check that passed stays as it is", () => {
  const passed: CheckVerdict = { ...failed("a", traceOf(5)), outcome: "passed" };
  expect(diagnosed([passed], { a: known })).toEqual([passed]);
});

test("a slip of the pen is nobody's misconception", () => {
  const where = [{ line: 1, column: 1 }];
  const value = { t: "error" as const, name: "TypeError", message: "x is not a function", props: [], where };
  const tripped = traceOf(5);
  tripped.outcomes.main = { ...tripped.outcomes.main!, value };
  const knowing = { ...known, shapes: { early: shapeName(tripped) } };
  expect(misconceptionOf(tripped, knowing)).toBe(undefined);
});

test("where grader and shape contradict each other, the shape is believed, but the grader in what the check is about", () => {
  expect(agreed(undefined, undefined, known)).toBe(undefined);
  expect(agreed("late", undefined, known)).toBe("late");
  expect(agreed(undefined, "early", known)).toBe("early");
  expect(agreed("late", "late", known)).toBe("late");
  expect(agreed("other", "early", known)).toBe("early");
  expect(agreed("late", "early", known)).toBe("late");
  expect(agreed("late", "early", known, ["other", undefined])).toBe("late");
  expect(agreed("late", "early", known, ["early"])).toBe("early");
});

test("what only the program tells is not told by a shape, unless another check has told it", () => {
  const each = { "for-each-async": shapeName(traceOf(5)) };
  const knowing = { ...known, about: ["for-each-async"], shapes: each };
  const judge = (...verdicts: CheckVerdict[]) => diagnosed(verdicts, { a: knowing, b: known }).map(nameOf);
  expect(judge(failed("a", traceOf(5), "forgotten-await"))).toEqual(["forgotten-await"]);
  expect(judge(failed("a", traceOf(5)), failed("b", traceOf(6), "for-each-async"))).toEqual([
    "for-each-async",
    "for-each-async",
  ]);
});

test("what the grader names in one check is believed where another one shows what follows from it", () => {
  expect(names([failed("a", traceOf(5), "late")])).toEqual(["late"]);
  expect(names([failed("a", traceOf(5), "late"), failed("b", traceOf(6), "early")])).toEqual([
    "early",
    "early",
  ]);
});

test("calls that are wrong one by one share no state that we know of", () => {
  const sharing = failed("b", traceOf(7), "shared-state");
  expect(names([failed("a", traceOf(6)), sharing])).toEqual([undefined, "shared-state"]);
  expect(names([failed("a", traceOf(5)), sharing])).toEqual(["early", undefined]);
  expect(names([sharing, failed("a", traceOf(5))])).toEqual(["shared-state", "early"]);
});

test("what follows from the first mistake has no name of its own, but what a check is there for", () => {
  const of = (name: string, about: string[] = [], seen: Record<string, string> = {}) => ({
    name,
    known: { about, seen },
  });
  const seen = { early: "lost" };
  expect(withoutConsequences([of("early"), of("late", [], seen), of("early", [], seen)])).toEqual([
    "early",
    undefined,
    "early",
  ]);
  expect(withoutConsequences([of("early"), of("late"), of("late", ["late"], seen)])).toEqual([
    "early",
    "late",
    "late",
  ]);
  expect(withoutConsequences([of("early"), of("lost", ["lost"], seen)])).toEqual(["early", undefined]);
});

test("a catalogue that is not there is empty, and one that is damaged says how to get it back", () => {
  const folder = temporaryFolder({ "03-x.json": "{", "04-x.json": '{"a":1}' });
  expect(readCatalogue("02-x", folder)).toEqual({});
  expect(readCatalogue("04-x", folder)).toEqual({ a: 1 });
  expect(() => readCatalogue("03-x", join(folder, "."))).toThrow(
    "graders/catalogue/03-x.json is damaged. Get it back: git checkout graders/catalogue",
  );
});

const raced = `export async function fetchAllApis(fetchApi) {
  const responses = [];
  for (let api = 1; api < 4; api += 1) responses.push(fetchApi(api));
  return Promise.any(responses);
}`;

let engines: Engine[];
beforeAll(async () => {
  const only = ["03-three-apis"];
  engines = await Promise.all([openEngine({ only }), openEngine({ only, catalogue: false })]);
});
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

test("of an answer that nobody has catalogued, what its grader takes for another mistake is named by its trace", async () => {
  const files = { entry: "three-apis.ts", files: new Map([["three-apis.ts", raced]]) };
  const [both, graderAlone] = await Promise.all(
    engines.map((engine) => engine.gradeExercise("03-three-apis", files, { seed: 1 })),
  );
  const named = (checks: CheckVerdict[]) => nameOf(checks.find(({ id }) => id === "floating")!);
  expect([named(both!.checks), named(graderAlone!.checks)]).toEqual(["race-instead-of-all", "wrapped-error"]);
  expect(both!.checks.map(({ score }) => score)).toEqual(graderAlone!.checks.map(({ score }) => score));
});
