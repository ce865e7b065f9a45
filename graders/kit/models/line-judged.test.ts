// What a line promises, judged by its model: what passes, and what each judgement says where it does not.
import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import { type Call, emptyTrace, type Outcome, type Trace } from "../../trace/trace.ts";
import { failing, returning } from "../jobs.ts";
import { crowd } from "./line.ts";
import {
  begunNoMore,
  nobodyDisturbed,
  nobodyIdle,
  ownOutcomes,
  resultsInPlace,
  servedInTurn,
} from "./line-judged.ts";

const error = (message: string): Plain => ({ t: "error", name: "Error", message, props: [] });
const BUSY = error("cashier is busy");

type Told = [thing: Plain, start: number, end: number, value?: Plain, how?: Call["how"]];
/** A run with these calls of `serve`, in order, and this outcome. */
function run(
  told: Told[],
  outcomes: Record<string, Partial<Outcome>> = {},
  more: Partial<Trace> = {},
): Trace {
  let seq = 0;
  const calls = told.map(
    ([thing, start, end, value = `made for ${thing}`, how = "fulfilled"]): Call => ({
      ...{ id: "", service: "serve", index: 1, args: [thing], on: "async", how, value },
      ...{ start: { at: start, seq: ++seq }, end: { at: end, seq: 100 + end } },
    }),
  );
  const settled = Object.entries(outcomes).map(([label, outcome]): [string, Outcome] => [
    label,
    { label, start: { at: 0, seq: 0 }, state: "fulfilled", settled: { at: 0, seq: 999 }, ...outcome },
  ]);
  return emptyTrace({ calls, outcomes: Object.fromEntries(settled), ...more });
}
const said = (...findings: (ReturnType<typeof nobodyDisturbed> | ReturnType<typeof nobodyDisturbed>[])[]) =>
  findings.flat().flatMap((finding) => (finding ? [finding.message] : []));
const name = (index: number) => `job ${index + 1}`;

test("each in its turn, and nobody busy is disturbed", () => {
  const all = crowd(2, 300, 100, 100);
  const right: Told[] = [
    ["job 1", 0, 300],
    ["job 2", 0, 100],
    ["job 3", 100, 200],
  ];
  expect(said(servedInTurn(run(right), "serve", all, name))).toEqual([]);
  expect(said(servedInTurn(run([right[1]!, right[0]!, right[2]!]), "serve", all, name))).toEqual([
    '`serve` was called with ("job 2"); expected ("job 1").',
  ]);
  const refused = run([
    ["job 1", 0, 300],
    ["job 2", 0, 0, BUSY, "rejected"],
  ]);
  expect(said(nobodyDisturbed(refused))).toEqual(['a busy cashier was asked for more at 0 ms: "job 2".']);
});

test("nobody is idle, in whatever turn they are served", () => {
  const all = crowd(2, 300, 100, 100);
  const last: Told[] = [
    ["job 3", 0, 100],
    ["job 2", 0, 100],
    ["job 1", 100, 400],
  ];
  expect(said(nobodyIdle(run(last), "serve", all))).toEqual([]);
  expect(
    said(
      nobodyIdle(
        run([
          ["job 1", 0, 300],
          ["job 2", 0, 100],
          ["job 3", 300, 400],
        ]),
        "serve",
        all,
      ),
    ),
  ).toEqual(['"job 3" began at 300 ms; it could have at 100 ms.']);
  expect(said(nobodyIdle(run(last.slice(1)), "serve", all))).toEqual([
    '"job 1" began at 100 ms; it could have at 0 ms.',
    "only 2 of 3 were begun.",
  ]);
});

test("nothing is begun after a failure, but for what cannot know of it in that ms", () => {
  const failed: Told = ["job 2", 0, 300, error("out of buns"), "rejected"];
  const after = (...more: Told[]) => said(begunNoMore(run([["job 1", 0, 300], failed, ...more]), "serve", 2));
  const begun = "something was begun after the failure at 300 ms.";
  expect(after()).toEqual([]);
  expect(after(["job 3", 300, 400])).toEqual([]);
  expect(after(["job 3", 300, 400], ["job 4", 300, 400])).toEqual([begun]);
  expect(after(["job 3", 301, 400])).toEqual([begun]);
  // The first row may be filled, whoever of it throws at once.
  const throws: Told = ["job 1", 0, 0, error("no"), "threw"];
  expect(said(begunNoMore(run([throws, ["job 2", 0, 100]]), "serve", 2))).toEqual([]);
  expect(said(begunNoMore(run([throws, ["job 2", 0, 100], ["job 3", 0, 100]]), "serve", 2))).toHaveLength(1);
});

test("results stand in their places; alike ones may change them only where the calls were not in turn", () => {
  const results = (told: Told[], items: Plain[], things: string[]) =>
    said(resultsInPlace(run(told, { main: { value: { t: "array", items } } }), things));
  const inTurn: Told[] = [
    ["a", 0, 300, "A1"],
    ["b", 0, 100, "B"],
    ["a", 0, 200, "A2"],
  ];
  expect(results(inTurn, ["A1", "B", "A2"], ["a", "b", "a"])).toEqual([]);
  expect(results(inTurn, ["A2", "B", "A1"], ["a", "b", "a"])).toEqual([
    'Your function resolved to ["A2", "B", "A1"]; expected ["A1", "B", "A2"].',
  ]);
  const outOfTurn = [inTurn[1]!, inTurn[2]!, inTurn[0]!];
  for (const items of [
    ["A1", "B", "A2"],
    ["A2", "B", "A1"],
  ])
    expect(results(outOfTurn, items, ["a", "b", "a"])).toEqual([]);
  expect(results(outOfTurn, ["A1", "B", "A1"], ["a", "b", "a"])).toHaveLength(1);
});

test("outcomes are their own jobs', each in its time", () => {
  const visits = [returning(100), failing(200), returning(100)];
  const made = { "serve 1": "one", "serve 2": error("two"), "serve 3": "three" };
  const told: Told[] = [
    [1, 0, 100],
    [2, 0, 200],
    [3, 100, 200],
  ];
  const judge = (third: Partial<Outcome>, asked: "values" | "failures", blocked: Trace["blocked"] = []) => {
    const outcomes = {
      "Task 1": { value: "one", settled: { at: 100, seq: 1 } },
      "Task 2": { state: "rejected" as const, value: error("two"), settled: { at: 200, seq: 2 } },
      "Task 3": { value: "three", settled: { at: 200, seq: 3 }, ...third },
    };
    return said(ownOutcomes(run(told, outcomes, { made, blocked }), visits, "Task", "serve", asked));
  };
  expect([...judge({}, "values"), ...judge({}, "failures")]).toEqual([]);
  const late = { settled: { at: 201, seq: 3 } };
  expect(judge(late, "values")).toEqual(["Task 3 resolved at 201 ms; expected 200 ms."]);
  expect([...judge(late, "values", [{ from: 0, to: 200, by: "work" }]), ...judge(late, "failures")]).toEqual(
    [],
  );
  expect(judge({ value: "one" }, "values")).toEqual(['Task 3 resolved to "one"; expected "three".']);
  expect(judge({ state: "rejected", value: error("two") }, "failures")).toEqual([
    "Task 3 rejected at 200 ms with Error: two; expected it to resolve.",
  ]);
  expect(judge({ state: "rejected", value: BUSY }, "values")).toEqual([]);
  const list = (ref: string): Plain => ({ t: "array", items: [], ref });
  const copied = { "Task 1": { value: list("copy"), settled: { at: 100, seq: 1 } } };
  const copy = run(told, copied, { made: { "serve 1": list("serve 1") } });
  expect(said(ownOutcomes(copy, visits.slice(0, 1), "Task", "serve", "values"))).toEqual([
    "Task 1 resolved to a copy of [], not to that very value.",
  ]);
});
