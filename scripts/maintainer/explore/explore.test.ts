import { expect, test } from "vitest";
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import type { Check } from "../../../graders/kit/grader.ts";
import type { Choice } from "../../../graders/trace/trace.ts";
import type { painter } from "../../lib/terminal.ts";
import { explore } from "./explore.ts";
import { stageLine, summaryLine } from "./report.ts";
import type { Player } from "./search.ts";

/** Of size n there are n inputs, each of which has two orders and, where something may be in one turn, two gaps. */
const check = {
  id: "order",
  explored: {
    of: "clients",
    inputs: (size: number) => Array.from({ length: size }, (_, index) => `${size}${index}`),
  },
} as unknown as Check;

/** Fails where this says so of an input and what was chosen. */
const player =
  (fails: (input: string, took: string) => boolean): Player =>
  async (runs) =>
    runs.map(({ input, choices, gaps }) => {
      const made: Choice[] = [{ at: 0, of: 2, took: choices[0] ?? 0 }];
      if (gaps > 0) made.push({ at: 0, of: 2, took: choices[1] ?? 0, gap: { seq: 1 } });
      const outcome = fails(String(input), made.map(({ took }) => took).join("")) ? "failed" : "passed";
      return { id: "order", outcome, feedback: "", trace: { choices: made } } as unknown as CheckVerdict;
    });
const look = async (fails: Parameters<typeof player>[0], goesOn = () => true) => {
  const lines: string[] = [];
  const told = {
    clients: 2,
    pairs: 1,
    goesOn,
    progress: () => {},
    done: (stage: Parameters<typeof stageLine>[0]) =>
      void lines.push(stageLine(stage, "clients", plain).trim().replaceAll(/ +/g, " ")),
  };
  const { stages, failure } = await explore(check, [player(fails)], told);
  lines.push(summaryLine(stages, "clients", 2));
  return [...lines, ...(failure ? [`${failure.run.input} ${failure.run.choices.join("")}`] : [])];
};
const plain: ReturnType<typeof painter> = (_style, text) => text;

test("few clients first, and of these first without anything in one turn", async () => {
  expect(await look(() => false)).toEqual([
    "✓ 1 client, every order all 1 input 2 runs hold",
    "✓ 1 client, every order, up to 1 pair in one turn all 1 input 4 runs hold",
    "✓ 2 clients, every order all 2 inputs 4 runs hold",
    "✓ 2 clients, every order, up to 1 pair in one turn all 2 inputs 8 runs hold",
    "Holds for 2 clients, every order, up to 1 pair in one turn. 18 schedules in 2.0 s (9 a second).",
  ]);
});

test("the first failure ends it, with no choice that it does not need", async () => {
  const lines = await look((input, took) => input === "21" && took.endsWith("1") && took.length === 2);
  expect(lines.slice(3)).toEqual([
    "✗ 2 clients, every order, up to 1 pair in one turn 1 of 2 inputs 6 runs fails",
    "Holds for 2 clients, every order. 16 schedules in 2.0 s (8 a second).",
    "21 01",
  ]);
});

test("says how far it got where it was stopped", async () => {
  let turns = 8;
  const lines = await look(
    () => false,
    () => turns-- > 0,
  );
  expect(lines.slice(-2)).toEqual([
    "… 1 client, every order, up to 1 pair in one turn 0 of 1 inputs 1 run stopped",
    "Holds for 1 client, every order. 3 schedules in 2.0 s (2 a second).",
  ]);
});
